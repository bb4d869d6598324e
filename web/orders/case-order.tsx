import { Link } from 'react-router';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { dayWithWeekday } from '../moment.ts';
import { useSaying } from '../worded.ts';
import { useWords } from './words.ts';

/** That a case is under an order, and the way to it. */
export function CaseOrder({ order }: { order: NonNullable<CaseAnswer['supervision']> }) {
  const words = useWords();
  const say = useSaying();
  const { id, statusName, statusNameEn, replyDueAt, overdue } = order;
  return (
    <p className="case-order">
      <strong className={overdue ? 'late' : ''}>{words('ofCase', { status: say(statusName, statusNameEn) })}</strong>
      {replyDueAt && (
        <>
          {' '}
          {words('due')} {dayWithWeekday(replyDueAt.slice(0, 10))}
        </>
      )}{' '}
      <Link to={`/orders/${id}`}>{words('see')}</Link>
    </p>
  );
}
