import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { stages, type Stage } from '../../domain/process.ts';
import { Holder } from '../holder.tsx';
import { dayWithWeekday } from '../moment.ts';
import { DrawnWay } from './drawn-way.tsx';
import { useRenewedByLaw } from './use-renewed-by-law.ts';
import './case.css';

const ofObligations = ['serve', 'publish', 'withdraw'];

/** Which case it is, the way with the place where it stands, whose move it is, until when and why. */
export function CaseStanding({ one }: { one: CaseAnswer }) {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  const renewed = useRenewedByLaw(one);
  const obligations = one.due
    ? []
    : one.deadlines.filter(({ name, status, day }) => ofObligations.includes(name) && status !== 'ended' && day);
  const stage: Stage = one.stage === 'none' ? 'investigating' : one.stage;
  return (
    <header className="standing">
      <h1>
        {one.decision && <span className="number">{one.decision.documentNo}</span>} {one.title}
      </h1>
      <p className="tags">
        <strong className="stage">
          {english ? stages[stage].en : stages[stage].zh}
          {one.round > 0 && `（${t('work.round', { round: one.round })}）`}
        </strong>
        {one.major && <span className="tag">{t('case.major')}</span>}
        {one.difficult && <span className="tag">{t('case.difficult')}</span>}
        {renewed && <span className="tag late">{renewed}</span>}
        {one.procedure === 'summary' && <span className="tag">{t('case.summary')}</span>}
        <span>{english ? t(`values.${one.category}` as 'loading') : one.categoryName}</span>
        <span>
          {one.agencyName} · {t('case.handledBy', { section: one.sectionName })}
        </span>
        <Link to={`/process/${one.category}?case=${one.id}`}>{t('case.flow')}</Link>
        {one.history.some(({ type }) => type === 'recordMeeting') && (
          <Link to={`/meetings/${one.id}`}>{t('case.minutes')}</Link>
        )}
      </p>
      <DrawnWay one={one} />
      {stages[stage].final ? null : (
        <dl className="clocks">
          <div>
            <dt>{t('case.turn')}</dt>
            <dd>
              {one.holders.length > 0
                ? one.holders.map((holder) => <Holder key={holder.id} one={holder} />)
                : t('case.nobody')}
            </dd>
          </div>
          {obligations.length === 0 && <Clock one={one} name="stage" day={one.due} />}
          {obligations.map((deadline) => (
            <Obligation key={deadline.id} deadline={deadline} />
          ))}
          {one.overallDue && <Clock one={one} name="overall" day={one.overallDue} />}
          {one.effectOfLawDue && <Clock one={one} name="effectOfLaw" day={one.effectOfLawDue} />}
        </dl>
      )}
    </header>
  );
}

/** What is to be done by a day of its own after the decision: service, publication, taking it down. */
function Obligation({ deadline }: { deadline: CaseAnswer['deadlines'][number] }) {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  const { label, labelEn, day, explanation, status } = deadline;
  return (
    <div>
      <dt>{english ? labelEn : label}</dt>
      <dd className={status === 'overdue' ? 'late' : ''}>
        {day && dayWithWeekday(day)}
        <Link className="why" to="?tab=deadlines" replace title={english ? explanation.en : explanation.zh}>
          {t('due.why')}
        </Link>
      </dd>
    </div>
  );
}

/** A date said twice, and on hover, focus or click why it is that day. */
function Clock({ one, name, day }: { one: CaseAnswer; name: 'stage' | 'overall' | 'effectOfLaw'; day: string | null }) {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  const left = one.remaining[name];
  const late = one.overdue.includes(name);
  const soon = !late && left !== null && left.workdaysLeft <= 1;
  const found = one.deadlines.findLast((deadline) => deadline.name === name && deadline.status !== 'ended');
  return (
    <div>
      <dt>{t(name === 'stage' ? 'case.due' : `case.${name}`)}</dt>
      <dd className={late ? 'late' : soon ? 'soon' : ''}>
        {day ? (
          <>
            {left && <strong>{english ? left.en : left.zh}</strong>} <small>{dayWithWeekday(day)}</small>
          </>
        ) : (
          t(found ? 'case.pausedDue' : 'case.noDue')
        )}
        {found && (
          <Link
            className="why"
            to="?tab=deadlines"
            replace
            title={english ? found.explanation.en : found.explanation.zh}
          >
            {t('due.why')}
          </Link>
        )}
      </dd>
    </div>
  );
}
