import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { Failure } from '../failure.tsx';
import '../leave/leave.css';
import { SubstituteChoice } from '../leave/substitute-choice.tsx';
import { useSubstitutesFor } from '../leave/use-leave.ts';
import { useLeaveWords } from '../leave/words.ts';
import { useCommand } from './use-command.ts';
import { useSaying, useWords } from './words.ts';

const empty = { from: '', to: '', kind: '', substitute: '' };

/** A new leave of somebody: its days first, then which colleague may stand in on them, and of the others why not. */
export function LeaveEntry({ person }: { person: string }) {
  const w = useWords();
  const said = useLeaveWords();
  const inWords = useSaying();
  const { error, busy, send } = useCommand(`/api/v1/people/${person}/leave`);
  const [typed, setTyped] = useState(empty);
  const { from, to, kind } = typed;
  const asking = useSubstitutesFor(person, from && to ? { from, to } : null);
  const asked = from && to ? asking.data?.asked : null;
  const { id: substitute = '', why } = asked?.substitutes.find(({ id }) => id === typed.substitute) ?? {};
  const set = (part: Partial<typeof empty>) => setTyped((before) => ({ ...before, ...part }));

  async function enter(event: FormEvent): Promise<void> {
    event.preventDefault();
    const body = { from, to, ...(kind.trim() && { kind: kind.trim() }), ...(substitute && { substitute }) };
    if (await send(body)) setTyped(empty);
    // A refusal means that somebody is not free any more.
    else void asking.refetch();
  }

  return (
    <div className="leave">
      <form onSubmit={(event) => void enter(event)}>
        <div className="line">
          <label>
            {w('from')}
            <Input type="date" required value={from} onChange={(event) => set({ from: event.target.value })} />
          </label>
          <label>
            {w('to')}
            <Input type="date" required value={to} onChange={(event) => set({ to: event.target.value })} />
          </label>
          <label>
            {w('leaveKind')}
            <Input maxLength={60} value={kind} onChange={(event) => set({ kind: event.target.value })} />
          </label>
        </div>
        {asking.error && <Failure error={asking.error} again={() => void asking.refetch()} />}
        {asked?.problem && <p className="late">{inWords(asked.problem)}</p>}
        {!asked && <p className="hint">{said('daysFirst')}</p>}
        {asked && !asked.problem && (
          <SubstituteChoice
            substitutes={asked.substitutes}
            chosen={substitute}
            choose={(id) => set({ substitute: id })}
            nobodyHint={said('nobodyHintTheirs')}
          />
        )}
        <Button htmlType="submit" loading={busy} disabled={!asked || Boolean(asked.problem ?? why)}>
          {w('enterLeave')}
        </Button>
      </form>
      {error && <Failure error={error} />}
    </div>
  );
}
