import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { dayWithWeekday } from '../moment.ts';

/** Every deadline with all that made its day; those that ended stand in grey. */
export function CaseDeadlines({ one }: { one: CaseAnswer }) {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  return (
    <ol className="deadlines">
      {one.deadlines.toReversed().map((deadline) => (
        <li key={deadline.id} className={deadline.status === 'ended' ? 'by-clock' : ''}>
          <h2>
            {english ? deadline.labelEn : deadline.label}{' '}
            <strong className={deadline.status === 'overdue' ? 'late' : ''}>
              {deadline.day ? dayWithWeekday(deadline.day) : t('case.pausedDue')}
            </strong>
            {deadline.provisional && <small> {t('due.provisional')}</small>}
          </h2>
          <p>{english ? deadline.explanation.en : deadline.explanation.zh}</p>
        </li>
      ))}
    </ol>
  );
}
