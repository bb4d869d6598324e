import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { Failure } from '../failure.tsx';
import { LeaveEntry } from './leave-entry.tsx';
import type { ListedPerson } from './people-table.tsx';
import { useCommand } from './use-command.ts';
import { useWords } from './words.ts';

/** Leave of one person: entered with who stands in, ended earlier, taken back. */
export function LeavePart({ one }: { one: ListedPerson }) {
  const w = useWords();
  const path = `/api/v1/people/${one.id}/leave`;
  const { error, busy, send } = useCommand(path);
  const [ending, setEnding] = useState<{ from: string; to: string } | null>(null);

  async function end(event: FormEvent, leave: ListedPerson['leave'][number]): Promise<void> {
    event.preventDefault();
    const { from, kind, substitute } = leave;
    if (await send({ from, to: ending!.to, kind, substitute, replaces: from })) setEnding(null);
  }

  return (
    <section aria-label={w('leave')}>
      <h2>{w('leave')}</h2>
      {one.leave.length === 0 && <p className="hint">{w('noLeave')}</p>}
      <ul>
        {one.leave.map((leave) => (
          <li key={leave.from}>
            {w('until', { from: leave.from, to: leave.to })} {leave.kind} · {leave.substituteName ?? w('nobodySubstitute')} ·{' '}
            {w({ now: 'leaveNow', coming: 'leaveComing', past: 'leavePast' } [leave.when] as 'leaveNow')}{' '}
            {leave.when === 'coming' && (
              <Button size="small" loading={busy} onClick={() => void send({ from: leave.from }, `${path}/cancel`)}>
                {w('cancelLeave')}
              </Button>
            )}
            {leave.when === 'now' && ending?.from !== leave.from && (
              <Button size="small" onClick={() => setEnding({ from: leave.from, to: leave.to })}>
                {w('endLeave')}
              </Button>
            )}
            {ending?.from === leave.from && (
              <form className="line" onSubmit={(event) => void end(event, leave)}>
                <label>
                  {w('lastDay')}
                  <Input type="date" required min={leave.from} max={leave.to} value={ending.to} onChange={(event) => setEnding({ from: leave.from, to: event.target.value })} />
                </label>
                <Button htmlType="submit" loading={busy}>{w('save')}</Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {error && <Failure error={error} />}
      <LeaveEntry person={one.id} />
    </section>
  );
} // prettier-ignore
