import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { actions, type Action } from '../../domain/process.ts';
import { useRenewedByLaw } from '../case/use-renewed-by-law.ts';
import { dayWithWeekday } from '../moment.ts';

interface Given {
  one: CaseAnswer;
  title: string;
  /** What else can be done here. */
  acts?: Action[];
  chosen?: Action | null;
  choose?: (action: Action | null) => void;
}

/** Which case lies on the desk, until when, and what else can be done with it here. */
export function DeskHead({ one, title, acts = [], chosen = null, choose }: Given) {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  const renewed = useRenewedByLaw(one);
  const left = one.remaining.stage;
  const possible = acts.filter((action) => one.allowedActions.some((allowed) => allowed.action === action));
  return (
    <header className="desk-head">
      <div>
        <h1>
          {title} <Link to={`/cases/${one.id}`}>{one.title}</Link>
        </h1>
        <p>
          {one.round > 0 && t('work.round', { round: one.round })}
          {renewed && <span className="late"> · {renewed}</span>}
          {one.due && (
            <span className={one.overdue.includes('stage') ? 'late' : ''}>
              {' · '}
              {t('case.due')} {left && (english ? left.en : left.zh)} {dayWithWeekday(one.due)}
            </span>
          )}
        </p>
      </div>
      {possible.map((action) => (
        <Button
          key={action}
          aria-pressed={chosen === action}
          onClick={() => choose?.(chosen === action ? null : action)}
        >
          {english ? actions[action].en : actions[action].zh}
        </Button>
      ))}
    </header>
  );
}
