import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import type { ParametersAnswer } from '../../api/schemas/parameters.ts';
import { usePerson } from '../session.tsx';
import { ImportOutcome } from './import-outcome.tsx';
import { LadderFields } from './ladder-fields.tsx';
import { LimitFields } from './limit-fields.tsx';
import { packBody, typedPack, type TypedPack } from './pack-body.ts';
import { usePackWords } from './pack-words.ts';
import { RelaxationFields } from './relaxation-fields.tsx';
import { useImport } from './use-import.ts';

interface Given {
  defaults: ParametersAnswer['defaults'];
  /** The pack from which the new one begins. */
  base: ParametersAnswer['packs'][number] | undefined;
}

/** A new pack of parameters: filled in from the one before, tried for its effects on open cases, then applied. */
export function PackForm({ defaults, base }: Given) {
  const w = usePackWords();
  const { agency } = usePerson();
  const importing = useImport('parameters');
  const [typed, setTyped] = useState(() => typedPack(defaults, base));
  const change = (part: Partial<TypedPack>) => {
    setTyped((before) => ({ ...before, ...part }));
    if (!importing.tried?.sent) importing.drop();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void importing.dryRun(packBody(agency, typed));
  };
  return (
    <section aria-label={w('fresh')} className="import">
      <h2>{w('fresh')}</h2>
      <p className="hint">{w('freshHint')}</p>
      <form onSubmit={submit}>
        <label className="short">
          {w('effectiveFrom')}
          <Input type="date" required value={typed.effectiveFrom} onChange={(event) => change({ effectiveFrom: event.target.value })} />
        </label>
        <LimitFields limits={typed.limits} defaults={defaults.limits} change={(limits) => change({ limits })} />
        <LadderFields typed={typed} change={change} />
        <RelaxationFields relaxations={typed.relaxations} change={(relaxations) => change({ relaxations })} />
        <p className="buttons">
          <Button type={importing.tried ? 'default' : 'primary'} htmlType="submit" loading={importing.busy}>
            {w('preview')}
          </Button>
        </p>
      </form>
      <ImportOutcome importing={importing} />
    </section>
  );
} // prettier-ignore
