import type { Attendance } from '../../domain/meeting.ts';
import { useWords } from './words.ts';

/** 「应到 5，实到 4，缺席 0，回避 1 · 达到法定人数（4 人）」, always in sight. */
export function AttendanceBar({ attendance }: { attendance: Attendance }) {
  const w = useWords();
  const { due, attending, absent, recused, quorum, reached } = attendance;
  const counts = { due: due.length, attending: attending.length, absent: absent.length, recused: recused.length };
  return (
    <p className="attendance" role="status">
      {w('attendance', counts)}
      <strong className={reached ? 'reached' : 'lacking'}>{w(reached ? 'reached' : 'notReached', { quorum })}</strong>
    </p>
  );
}
