import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { dayInWords } from '../../domain/calendar.ts';
import { actions, type Action } from '../../domain/process.ts';
import { ActForm } from '../case/act-form.tsx';
import { actForms } from '../case/act-forms.ts';

/** Which case lies on the desk, until when, and what else can be done with it here; each act opens in place. */
export function DeskHead({ one, title, acts }: { one: CaseAnswer; title: string; acts: Action[] }) {
  const { t, i18n } = useTranslation();
  const [chosen, choose] = useState<Action | null>(null);
  const labelOf = (action: Action) => (i18n.language === 'en' ? actions[action].en : actions[action].zh);
  const possible = acts.filter((action) => one.allowedActions.some((allowed) => allowed.action === action));
  const fields = chosen && actForms[chosen];
  return (
    <header className="desk-head">
      <div>
        <h1>
          {title} <Link to={`/cases/${one.id}`}>{one.title}</Link>
        </h1>
        <p>
          {one.stageName}
          {one.round > 0 && <> · {t('work.round', { round: one.round })}</>}
          {one.due && (
            <span className={one.overdue.includes('stage') ? 'late' : ''}>
              {' · '}
              {t('case.due')} {dayInWords(one.due)}
            </span>
          )}
        </p>
      </div>
      {possible.map((action) => (
        <Button
          key={action}
          aria-expanded={chosen === action}
          onClick={() => choose(chosen === action ? null : action)}
        >
          {labelOf(action)}
        </Button>
      ))}
      {chosen && fields && (
        <aside className="acts desk-act" aria-label={labelOf(chosen)}>
          <ActForm
            key={chosen}
            one={one}
            action={chosen}
            label={labelOf(chosen)}
            fields={fields}
            close={() => choose(null)}
          />
        </aside>
      )}
    </header>
  );
}
