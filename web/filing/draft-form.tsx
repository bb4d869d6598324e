import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { FilingChoices } from '../../api/schemas/filing-choices.ts';
import { SentBack } from '../case/sent-back.tsx';
import { ActFailure, DoneBefore } from './act-failure.tsx';
import { BaseNote, NotNow } from './draft-notes.tsx';
import { differs, draftBody } from './draft-body.ts';
import { DecisionFields } from './decision-fields.tsx';
import { DiscretionFields } from './discretion-fields.tsx';
import { BasisFields } from './basis-fields.tsx';
import { EvidencePart, evidenceSinceDraft } from './evidence-part.tsx';
import { Long } from './fields.tsx';
import { FormFields, useProblems } from './form.tsx';
import { NextAct } from './next-act.tsx';
import { Part, RacedNote, SavingState } from './parts.tsx';
import { PathNote } from './path-note.tsx';
import { onRecord, pathPreview } from './path-preview.ts';
import type { Copy } from './reconcile-copies.ts';
import { chosenIn, type Typed } from './typed.ts';
import { useAct } from './use-act.ts';
import { useWorkingCopy } from './use-working-copy.ts';
import { useWords } from './words.ts';
import { fenOf } from './yuan.ts';

interface Given {
  one: CaseAnswer;
  begun: Copy;
  choices: FilingChoices;
  seeAll: () => void;
  /** Goes on with the version that is on record now, and with what was typed for its submission. */
  anew: (typed: Typed) => Promise<void>;
}

/** The draft of a case: saved as the next version, then submitted; in 补正 sent back with its answers. */
export function DraftForm({ one, begun, choices, seeAll, anew }: Given) {
  const w = useWords();
  const copy = useWorkingCopy(begun, one.id ?? '');
  const said = useProblems();
  const act = useAct(copy, said);
  const queries = useQueryClient();
  const [leaving, setLeaving] = useState(false);
  const [before, setBefore] = useState(false);
  const { typed } = copy;
  const base = Number(typed['_base'] ?? one.content);
  const dirty = differs(typed, one) || evidenceSinceDraft(one);
  const preview = pathPreview(
    {
      ...onRecord(one),
      measures: chosenIn(typed, 'measures'),
      amountFen: fenOf(typed['amountYuan'] ?? '') ?? 0,
      confiscatedFen: fenOf(typed['confiscatedYuan'] ?? '') ?? 0,
    },
    choices,
  );

  /** Stays busy after it is done: the form is left then, or begun anew. */
  async function send(action: string, body: unknown): Promise<boolean> {
    setLeaving(true);
    const done = await act.send(`/api/v1/cases/${one.id}/actions/${action}`, body);
    await queries.invalidateQueries({ queryKey: ['case', one.id] });
    setBefore(done?.before === true);
    if (done?.before) await act.note(null);
    if (done && !done.before) {
      await copy.finish();
      void queries.invalidateQueries();
      return true;
    }
    setLeaving(false);
    return false;
  }

  async function saveVersion(): Promise<void> {
    if (await send('saveDraft', draftBody(copy.now(), base + 1))) await anew(copy.now());
  }

  return (
    <FormFields copy={copy} said={said}>
      {/* No form element: adding evidence is a form of its own inside. */}
      <div className="filing columns" role="form" aria-label={w('draftOf')}>
        <div>
          <p className="over">
            <Link to={`/cases/${one.id}`}>{one.title}</Link>
          </p>
          <h1>{w(one.stage === 'supplementing' ? 'supplementing' : 'draftOf')}</h1>
          <SentBack one={one} />
          <RacedNote copy={copy} choose={seeAll} />
          <NotNow one={one} />
          <BaseNote one={one} base={base} goOn={() => copy.set((before) => ({ ...before, _base: String(one.content) }))} />
          <Part title={w('facts')}>
            <Long name="facts" label={w('factsFound')} hint={w('factsHint')} rows={8} required />
          </Part>
          <EvidencePart one={one} />
          <Part title={w('basis')} hint={w('basisHint')}>
            <BasisFields choices={choices} category={one.category} />
          </Part>
          <DiscretionFields choices={choices} category={one.category} />
          <DecisionFields category={one.category} first={one.content === 0} />
        </div>
        <aside className="acts" aria-label={w('draftOf')}>
          <SavingState saving={copy.saving} />
          <ActFailure error={act.error} fields={Object.keys(said.left(typed)).length} />
          {before && <DoneBefore caseId={one.id ?? ''} />}
          <NextAct one={one} copy={copy} dirty={dirty} base={base} busy={act.busy || leaving} preview={preview} send={send}
            saveVersion={saveVersion} problem={said.problems['materials']} />
          <PathNote preview={preview} summary={one.procedure === 'summary'} choices={choices} />
        </aside>
      </div>
    </FormFields>
  );
} // prettier-ignore
