import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { actions, type Action } from '../../domain/process.ts';
import { ActForm } from './act-form.tsx';
import { actForms } from './act-forms.ts';

/** What I may do now, the first of it as the one primary button; and why the rest is not possible. */
export function Acts({ one }: { one: CaseAnswer }) {
  const { t, i18n } = useTranslation();
  const [chosen, choose] = useState<Action | null>(null);
  const labelOf = (action: Action) => (i18n.language === 'en' ? actions[action].en : actions[action].zh);
  const possible = one.allowedActions.map(({ action }) => action).filter((action) => actForms[action]);
  // Kept open when somebody else moved the case on: what was typed is not lost, and the answer says what happened.
  const form = chosen ? actForms[chosen] : undefined;
  if (chosen && form)
    return (
      <aside className="acts" aria-label={labelOf(chosen)}>
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
  return (
    <aside className="acts" aria-label={t('case.you')}>
      <h2>{t('case.you')}</h2>
      {possible.length === 0 && <p className="empty">{t('case.noActs')}</p>}
      {possible.map((action, index) => (
        <Button key={action} type={index === 0 ? 'primary' : 'default'} block onClick={() => choose(action)}>
          {labelOf(action)}
        </Button>
      ))}
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
