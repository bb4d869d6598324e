import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import type { FormEvent } from 'react';
import type { LeaveReadingAnswer } from '../../api/schemas/leave.ts';
import { Failure } from '../failure.tsx';
import { useSaying } from '../worded.ts';
import { SubstituteChoice } from './substitute-choice.tsx';
import { useLeaveWords } from './words.ts';

export const noLeave = { from: '', to: '', kind: '', substitute: '' };
type Typed = typeof noLeave;

/** The days typed so far; null until there are both. */
export function daysOf({ from, to }: Typed): { from: string; to: string } | null {
  return from && to ? { from, to } : null;
}

interface Given {
  typed: Typed;
  set: (part: Partial<Typed>) => void;
  /** What is known of these days: who may stand in on them. */
  asking: UseQueryResult<LeaveReadingAnswer>;
  enter: (leave: object) => Promise<void>;
  busy: boolean;
  action: { label: string; type?: 'primary' };
  /** What it means to name nobody. */
  nobodyHint: string;
}

/** A new leave: its days first, then which colleague may stand in on them, and of the others why not. */
export function LeaveFields({ typed, set, asking, enter, busy, action, nobodyHint }: Given) {
  const w = useLeaveWords();
  const inWords = useSaying();
  const { from, to, kind } = typed;
  const asked = daysOf(typed) && asking.data?.asked;
  const { id: substitute = '', why } = asked?.substitutes.find(({ id }) => id === typed.substitute) ?? {};

  function submit(event: FormEvent): void {
    event.preventDefault();
    void enter({ from, to, ...(kind.trim() && { kind: kind.trim() }), ...(substitute && { substitute }) });
  }

  return (
    <form onSubmit={submit}>
      <div className="line">
        <label>
          {w('from')}
          <Input type="date" required value={from} onChange={(event) => set({ from: event.target.value })} />
        </label>
        <label>
          {w('to')}
          <Input type="date" required value={to} onChange={(event) => set({ to: event.target.value })} />
        </label>
        <label className="kind">
          {w('kind')}
          <Input maxLength={60} value={kind} onChange={(event) => set({ kind: event.target.value })} />
        </label>
      </div>
      {asking.error && <Failure error={asking.error} again={() => void asking.refetch()} />}
      {asked?.problem && <p className="late">{inWords(asked.problem.zh, asked.problem.en)}</p>}
      {!asked && <p className="hint">{w('daysFirst')}</p>}
      {asked && !asked.problem && (
        <SubstituteChoice
          substitutes={asked.substitutes}
          chosen={substitute}
          choose={(id) => set({ substitute: id })}
          nobodyHint={nobodyHint}
        />
      )}
      <Button htmlType="submit" type={action.type} loading={busy} disabled={!asked || Boolean(asked.problem ?? why)}>
        {action.label}
      </Button>
    </form>
  );
}
