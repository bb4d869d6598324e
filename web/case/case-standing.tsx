import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { stages, type Stage } from '../../domain/process.ts';
import { dayInWords } from '../../domain/calendar.ts';

/** The way of an ordinary case, as people draw it; what lies beside it is shown in the place it interrupts. */
const way: Stage[] = ['investigating', 'firstReview', 'sectionSignOff', 'intake', 'legalReview', 'legalSignOff', 'deliberation', 'issuing', 'fulfilment', 'closing', 'archived']; // prettier-ignore
const beside: Partial<Record<Stage, Stage>> = {
  supplementing: 'legalReview',
  advising: 'legalReview',
  responding: 'legalSignOff',
  coordination: 'legalSignOff',
  leaderApproval: 'deliberation',
  terminated: 'archived',
  transferred: 'archived',
};

/** Title, the way with the place where the case stands, whose move it is and until when. */
export function CaseStanding({ one }: { one: CaseAnswer }) {
  const { t, i18n } = useTranslation();
  const stage = one.stage === 'none' ? 'investigating' : one.stage;
  const here = way.includes(stage) ? stage : (beside[stage] ?? 'investigating');
  const nameOf = (name: Stage) => (i18n.language === 'en' ? stages[name].en : stages[name].zh);
  const holders = one.holder.map((id) => one.persons[id] ?? id);
  return (
    <header className="standing">
      <h1>{one.title}</h1>
      <p>
        {one.categoryName} {one.major && <Tag color="error">{t('case.major')}</Tag>}
        {one.difficult && <Tag>{t('case.difficult')}</Tag>}
        {one.procedure === 'summary' && <Tag>{t('case.summary')}</Tag>}
        <strong>{nameOf(stage)}</strong>
        {one.round > 0 && <>（{t('work.round', { round: one.round })}）</>}
      </p>
      <ol className="way">
        {way.map((name) => (
          <li
            key={name}
            aria-current={name === here ? 'step' : undefined}
            className={way.indexOf(name) < way.indexOf(here) ? 'passed' : ''}
          >
            {name === here ? nameOf(stage) : nameOf(name)}
          </li>
        ))}
      </ol>
      <dl className="clocks">
        <dt>{t('case.turn')}</dt>
        <dd>{holders.length > 0 ? holders.join('、') : t('case.nobody')}</dd>
        <dt>{t('case.due')}</dt>
        <dd className={one.overdue.includes('stage') ? 'late' : ''}>
          {one.due ? dayInWords(one.due) : t('case.noDue')}
        </dd>
        {one.overallDue && (
          <>
            <dt>{t('case.overall')}</dt>
            <dd className={one.overdue.includes('overall') ? 'late' : ''}>{dayInWords(one.overallDue)}</dd>
          </>
        )}
      </dl>
    </header>
  );
}
