import { Button, Input } from 'antd';
import type { FormEvent } from 'react';
import { Failure } from '../failure.tsx';
import { useKept } from '../kept.ts';
import { dayOfYearInWords } from '../moment.ts';
import { useSaying } from '../worded.ts';
import { Said } from './said.tsx';
import { SubstituteChoice } from './substitute-choice.tsx';
import { useLeave, useLeaveCommand } from './use-leave.ts';
import { useLeaveWords } from './words.ts';

const empty = { from: '', to: '', kind: '', substitute: '' };

/** A new leave: its days first, then which colleague may stand in on them, and of the others why not. */
export function LeaveForm() {
  const w = useLeaveWords();
  const command = useLeaveCommand();
  const inWords = useSaying();
  const [typed, change, forget] = useKept('leave', () => empty);
  const { from, to, kind } = typed;
  const asking = useLeave(from && to ? { from, to } : null);
  const asked = from && to ? asking.data?.asked : null;
  const set = (part: Partial<typeof empty>) => change((before) => ({ ...before, ...part }));
  const { id: substitute = '', why } = asked?.substitutes.find(({ id }) => id === typed.substitute) ?? {};

  async function enter(event: FormEvent): Promise<void> {
    event.preventDefault();
    const body = { from, to, ...(kind.trim() && { kind: kind.trim() }), ...(substitute && { substitute }) };
    const said = w('entered', { from: dayOfYearInWords(from), to: dayOfYearInWords(to) });
    if (!(await command.carryOut(body, said))) return;
    change(() => empty);
    forget();
  }

  return (
    <section aria-label={w('enter')}>
      <h2>{w('enter')}</h2>
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
          <label className="kind">
            {w('kind')}
            <Input maxLength={60} value={kind} onChange={(event) => set({ kind: event.target.value })} />
          </label>
        </div>
        {asking.error && <Failure error={asking.error} again={() => void asking.refetch()} />}
        {asked?.problem && <p className="late">{inWords(asked.problem.zh, asked.problem.en)}</p>}
        {!asked && <p className="hint">{w('daysFirst')}</p>}
        {asked && !asked.problem && (
          <SubstituteChoice substitutes={asked.substitutes} chosen={substitute} choose={(id) => set({ substitute: id })} nobodyHint={w('nobodyHint')} />
        )}
        <Button type="primary" htmlType="submit" loading={command.busy} disabled={!asked || Boolean(asked.problem ?? why)}>
          {w('save')}
        </Button>
      </form>
      <Said command={command} />
    </section>
  );
} // prettier-ignore
