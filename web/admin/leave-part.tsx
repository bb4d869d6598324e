import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState, type FormEvent } from 'react';
import { Failure } from '../failure.tsx';
import { colleaguesReading } from './forms/use-on-record.ts';
import type { ListedPerson } from './people-table.tsx';
import { useCommand } from './use-command.ts';
import { useWords } from './words.ts';

const empty = { from: '', to: '', kind: '', substitute: '' };

/** Leave of one person: entered with who stands in, ended earlier, taken back. */
export function LeavePart({ one }: { one: ListedPerson }) {
  const w = useWords();
  const path = `/api/v1/people/${one.id}/leave`;
  const { error, busy, send } = useCommand(path);
  const [typed, setTyped] = useState(empty);
  const [ending, setEnding] = useState<{ from: string; to: string } | null>(null);
  const { data: everybody = [] } = useQuery(colleaguesReading);
  const others = everybody.filter(({ id, leftOn }) => id !== one.id && !leftOn);

  async function enter(event: FormEvent): Promise<void> {
    event.preventDefault();
    const { from, to, kind, substitute } = typed;
    if (await send({ from, to, ...(kind && { kind }), ...(substitute && { substitute }) })) setTyped(empty);
  }

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
      <form className="line" onSubmit={(event) => void enter(event)}>
        <label>
          {w('from')}
          <Input type="date" required value={typed.from} onChange={(event) => setTyped({ ...typed, from: event.target.value })} />
        </label>
        <label>
          {w('to')}
          <Input type="date" required value={typed.to} onChange={(event) => setTyped({ ...typed, to: event.target.value })} />
        </label>
        <label>
          {w('leaveKind')}
          <Input value={typed.kind} onChange={(event) => setTyped({ ...typed, kind: event.target.value })} />
        </label>
        <Select
          aria-label={w('substitute')}
          placeholder={w('substitute')}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={typed.substitute || undefined}
          onChange={(substitute?: string) => setTyped({ ...typed, substitute: substitute ?? '' })}
          options={others.map(({ id, name, sectionName }) => ({ value: id, label: `${name}（${sectionName}）` }))}
        />
        <Button htmlType="submit" loading={busy}>{w('enterLeave')}</Button>
      </form>
      {error && <Failure error={error} />}
    </section>
  );
} // prettier-ignore
