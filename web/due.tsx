import { useTranslation } from 'react-i18next';
import type { ListedCaseAnswer } from '../api/schemas/case-list.ts';
import { dayWithWeekday } from './moment.ts';

/** A date said twice: how much time is left, and which day that is. Red and with a sign when late. */
export function Due({ due }: { due: ListedCaseAnswer['due'] }) {
  const { i18n } = useTranslation();
  if (!due) return <span className="due none">—</span>;
  const late = due.workdaysLeft <= 0 && due.remaining.startsWith('逾期');
  const soon = !late && due.workdaysLeft <= 3;
  return (
    <span className={`due${late ? ' late' : soon ? ' soon' : ''}`}>
      {i18n.language === 'en' ? due.remainingEn : due.remaining}
      <small> {dayWithWeekday(due.day)}</small>
    </span>
  );
}
