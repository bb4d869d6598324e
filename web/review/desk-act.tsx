import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { actions, type Action } from '../../domain/process.ts';
import { ActForm } from '../case/act-form.tsx';
import { actForms } from '../case/act-forms.ts';

/** Another act than the opinion, in the place of the items: the material stays in sight, and what was answered is kept. */
export function DeskAct({ one, action, close }: { one: CaseAnswer; action: Action; close: () => void }) {
  const { i18n } = useTranslation();
  const label = i18n.language === 'en' ? actions[action].en : actions[action].zh;
  return (
    <div className="acts desk-act">
      <ActForm one={one} action={action} label={label} fields={actForms[action] ?? []} close={close} />
    </div>
  );
}
