import type { ListedOrder } from '../../api/schemas/supervision-orders.ts';
import { dayWithWeekday } from '../moment.ts';
import { useSaying } from '../worded.ts';
import { useWords } from './words.ts';

/** When the reply is due: how much time is left, and which day that is. */
export function ReplyDue({ order: { due, overdue } }: { order: Pick<ListedOrder, 'due' | 'overdue'> }) {
  const words = useWords();
  const say = useSaying();
  if (!due) return <span className="due none">{words('noDue')}</span>;
  return (
    <span className={`due${overdue ? ' late' : due.workdaysLeft <= 1 ? ' soon' : ''}`}>
      {say(due.remaining, due.remainingEn)} <small>{dayWithWeekday(due.day)}</small>
    </span>
  );
}
