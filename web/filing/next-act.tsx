import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { Saying } from './checks.ts';
import { MaterialsList } from './materials-list.tsx';
import type { PathPreview } from './path-preview.ts';
import { SupplementAnswers, supplementBody } from './supplement-answers.tsx';
import { chosenIn } from './typed.ts';
import type { WorkingCopy } from './use-working-copy.ts';
import { useWords } from './words.ts';

interface Given {
  one: CaseAnswer;
  copy: WorkingCopy;
  /** Whether there is something that no version has yet. */
  dirty: boolean;
  base: number;
  busy: boolean;
  preview: PathPreview;
  problem: Saying | undefined;
  send: (action: string, body: unknown) => Promise<boolean>;
  saveVersion: () => Promise<void>;
}

/** The one thing to do next: save the version, and once it is saved submit it or send the supplement. */
export function NextAct({ one, copy, dirty, base, busy, preview, problem, send, saveVersion }: Given) {
  const w = useWords();
  const navigate = useNavigate();
  const may = (action: string) => one.allowedActions.some((allowed) => allowed.action === action);
  const { typed } = copy;
  const leave = async (action: string, body: unknown) => {
    if (await send(action, body)) await navigate(`/cases/${one.id}`);
  };
  const behind = one.content > base;
  return (
    <>
      {may('saveDraft') && dirty && (
        <Button type="primary" loading={busy} disabled={behind} block onClick={() => void saveVersion()}>
          {w('saveVersion', { n: base + 1 })}
        </Button>
      )}
      {!dirty && <p className="all-there">✓ {w('savedVersion', { n: one.content })}</p>}
      {may('submit') && (
        <>
          <MaterialsList one={one} names={preview.materials} problem={problem} />
          <Button
            type={dirty ? 'default' : 'primary'}
            disabled={dirty}
            loading={busy && !dirty}
            block
            onClick={() =>
              void leave('submit', { contentVersion: one.content, materials: chosenIn(typed, 'materials') })
            }
          >
            {w('submit')}
          </Button>
        </>
      )}
      {may('supplement') && (
        <>
          <SupplementAnswers one={one} />
          <Button
            type={dirty ? 'default' : 'primary'}
            disabled={dirty}
            loading={busy && !dirty}
            block
            onClick={() => void leave('supplement', supplementBody(one, copy.now()))}
          >
            {w('sendBack')}
          </Button>
        </>
      )}
    </>
  );
}
