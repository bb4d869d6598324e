import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { actions, type Action } from '../../domain/process.ts';
import { usePerson } from '../session.tsx';
import { ActForm } from './act-form.tsx';
import { actForms, deskOf, hasDesk } from './act-forms.ts';

/**
 * What I may do now: first what brings the case on, of that the first as the one primary button where the task is mine, then
 * the rest; and why nothing else is possible.
 */
export function Acts({ one }: { one: CaseAnswer }) {
  const { t, i18n } = useTranslation();
  const person = usePerson();
  const [chosen, choose] = useState<Action | null>(null);
  const labelOf = (action: Action) => (i18n.language === 'en' ? actions[action].en : actions[action].zh);
  const possible = one.allowedActions
    .map(({ action }) => action)
    .filter((action) => actForms[action] ?? hasDesk(action));
  const bringOn = possible.filter((action) => bringsOn(action)).sort((a, b) => Number(hasDesk(b)) - Number(hasDesk(a))); // prettier-ignore
  const beside = possible.filter((action) => !bringsOn(action));
  const first = one.holder.includes(person.id) ? bringOn[0] : undefined;
  // Kept open when somebody else moved the case on: what was typed is not lost, and the answer says what happened.
  const form = chosen ? actForms[chosen] : undefined;
  if (chosen && form)
    return (
      <aside className="acts acting" aria-label={labelOf(chosen)}>
        <ActForm
          key={chosen}
          one={one}
          action={chosen}
          label={labelOf(chosen)}
          fields={form}
          close={() => choose(null)}
        />
      </aside>
    );
  const offer = (action: Action) =>
    hasDesk(action) ? (
      <Link key={action} className={action === first ? 'act primary' : 'act'} to={deskOf(one.id ?? '', [action])}>
        {labelOf(action)}
      </Link>
    ) : (
      <Button key={action} type={action === first ? 'primary' : 'default'} block onClick={() => choose(action)}>
        {labelOf(action)}
      </Button>
    );
  return (
    <aside className="acts" aria-label={t('case.you')}>
      <h2>{t('case.you')}</h2>
      {possible.length === 0 && <p className="empty">{t('case.noActs')}</p>}
      {bringOn.map(offer)}
      {beside.length > 0 && (
        <details open={bringOn.length === 0}>
          <summary>{t('case.beside')}</summary>
          {beside.map(offer)}
        </details>
      )}
      <details>
        <summary>{t('case.seeAll')}</summary>
        <ul>
          {one.otherActions.map(({ action, why }) => (
            <li key={action}>
              {labelOf(action)}：{why}
            </li>
          ))}
        </ul>
      </details>
    </aside>
  );
}

/** A draft keeps its stage, and nothing comes of the case without it. */
function bringsOn(action: Action): boolean {
  return actions[action].to !== 'stays' || action === 'saveDraft';
}
