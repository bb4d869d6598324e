import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import type { FilingChoices } from '../../api/schemas/filing-choices.ts';
import { ActFailure, DoneBefore } from './act-failure.tsx';
import { ApprovalFields } from './approval-fields.tsx';
import { BasisFields } from './basis-fields.tsx';
import { CaseFields } from './case-fields.tsx';
import { Long } from './fields.tsx';
import { filingBody } from './filing-body.ts';
import { FormFields, useProblems } from './form.tsx';
import { HandlerFields } from './handler-fields.tsx';
import { consideredFiling, missingInFiling } from './missing-in-filing.ts';
import { PartyFields } from './party-fields.tsx';
import { Missing, Part, RacedNote, SavingState } from './parts.tsx';
import { PathNote } from './path-note.tsx';
import { pathPreview } from './path-preview.ts';
import type { Copy } from './reconcile-copies.ts';
import { useAct } from './use-act.ts';
import { useWorkingCopy } from './use-working-copy.ts';
import { forgetBlank } from './blank-copy.ts';
import { useWords } from './words.ts';

interface Given {
  begun: Copy;
  choices: FilingChoices;
  /** Leads to all copies that there are. */
  seeAll: () => void;
}

/** The form of a filing; what is missing and the path it would take stand beside it. */
export function FilingForm({ begun, choices, seeAll }: Given) {
  const w = useWords();
  const copy = useWorkingCopy(begun, 'new');
  const said = useProblems();
  const act = useAct(copy, said);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { typed } = copy;
  // The case that an attempt before had filed, though its answer was lost.
  const [filed, setFiled] = useState<string | null>(null);

  async function register(event: FormEvent): Promise<void> {
    event.preventDefault();
    const handlers = [typed['handlers.0'] ?? '', typed['handlers.1'] ?? ''];
    const done = await act.send('/api/v1/cases', filingBody(copy.now()), handlers);
    if (done?.before) setFiled(done.caseId);
    else if (done) await leave(done.caseId);
  }

  /** What was typed is used up. */
  async function leave(caseId: string): Promise<void> {
    await copy.finish();
    forgetBlank();
    void queries.invalidateQueries();
    await navigate(`/cases/${caseId}`);
  }

  return (
    <FormFields copy={copy} said={said}>
      <form className="filing columns" onSubmit={(event) => void register(event)} noValidate>
        <div>
          <h1>{w('newCase')}</h1>
          <RacedNote copy={copy} choose={seeAll} />
          <CaseFields choices={choices} />
          <PartyFields />
          <HandlerFields choices={choices} />
          <Part title={w('facts')}>
            <Long name="facts" label={w('factsFound')} hint={w('factsHint')} rows={8} required />
          </Part>
          <Part title={w('basis')} hint={w('basisHint')}>
            <BasisFields choices={choices} category={typed['category'] ?? ''} />
          </Part>
          <ApprovalFields choices={choices} />
        </div>
        <aside className="acts" aria-label={w('newCase')}>
          <SavingState saving={copy.saving} />
          <Missing fields={missingInFiling(typed, w)} />
          <PathNote
            preview={pathPreview(consideredFiling(typed), choices)}
            summary={typed['procedure'] === 'summary'}
            choices={choices}
          />
          <ActFailure error={act.error} fields={Object.keys(said.left(typed)).length} />
          {filed && <DoneBefore caseId={filed} forget={() => void leave(filed)} />}
          <Button type="primary" htmlType="submit" loading={act.busy} block>
            {w('register')}
          </Button>
        </aside>
      </form>
    </FormFields>
  );
}
