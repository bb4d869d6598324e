import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { dayOfYearInWords } from '../moment.ts';
import type { OwnLeave, useLeaveCommand } from './use-leave.ts';
import { useLeaveWords } from './words.ts';

interface Given {
  one: OwnLeave;
  command: ReturnType<typeof useLeaveCommand>;
}

/** One leave: one that comes is taken back, one that has begun ended earlier. */
export function LeaveRow({ one, command }: Given) {
  const w = useLeaveWords();
  const { from, to, kind, substitute, substituteName, when } = one;
  const [asking, ask] = useState(false);
  const [lastDay, setLastDay] = useState(to);
  const days = w('between', { from: dayOfYearInWords(from), to: dayOfYearInWords(to) });

  async function end(event: FormEvent): Promise<void> {
    event.preventDefault();
    const body = { from, to: lastDay, kind, substitute, replaces: from };
    if (await command.carryOut(body, w('ended', { to: dayOfYearInWords(lastDay) }))) ask(false);
  }

  return (
    <li>
      <strong>{days}</strong> {kind} · {substituteName ? w('by', { name: substituteName }) : w('byNobody')}
      {when !== 'past' && ` · ${w(when)}`}{' '}
      {when !== 'past' && !asking && (
        <Button size="small" aria-label={`${w(when === 'now' ? 'end' : 'cancel')} ${days}`} onClick={() => ask(true)}>
          {w(when === 'now' ? 'end' : 'cancel')}
        </Button>
      )}
      {asking && when === 'coming' && (
        <>
          <Button size="small" danger loading={command.busy} onClick={() => void command.carryOut({ from }, w('cancelled'), command.cancelPath)}>
            {w('cancelSure')}
          </Button>{' '}
          <Button size="small" onClick={() => ask(false)}>
            {w('back')}
          </Button>
        </>
      )}
      {asking && when === 'now' && (
        <form className="line" onSubmit={(event) => void end(event)}>
          <label>
            {w('lastDay')}
            <Input type="date" required min={from} max={to} value={lastDay} onChange={(event) => setLastDay(event.target.value)} />
          </label>
          <Button htmlType="submit" loading={command.busy}>
            {w('confirmEnd')}
          </Button>
          <Button onClick={() => ask(false)}>{w('back')}</Button>
        </form>
      )}
    </li>
  );
} // prettier-ignore
