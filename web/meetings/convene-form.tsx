import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import type { AgendaAnswer } from '../../api/schemas/meetings.ts';
import { act, sentAs, type Sent } from '../act.ts';
import { isAnswer } from '../http.ts';
import { useKept } from '../kept.ts';
import { useWords } from './words.ts';
import { WhatHappened } from './what-happened.tsx';

interface Typed {
  /** As the browser writes it, 2026-03-12T15:00, in Shanghai time wherever the browser is. */
  time: string;
  place: string;
  agenda: string;
  /** Null: everybody. */
  members: string[] | null;
  /** By case: the same call sent again is the same command. */
  sent: Record<string, Sent>;
}

interface Given {
  /** Under which what is typed is kept. */
  name: string;
  cases: { id: string; title: string }[];
  members: NonNullable<AgendaAnswer['collective']>['members'];
  /** Called once every case has its call. */
  done: () => void;
}

const blank: Typed = { time: '', place: '', agenda: '', members: null, sent: {} };

/** One call of a meeting for these cases: when, where, who. */
export function ConveneForm({ name, cases, members, done }: Given) {
  const w = useWords();
  const queries = useQueryClient();
  const [typed, change, forget] = useKept<Typed>(`convene.${name}`, () => blank);
  const [failed, setFailed] = useState<{ title: string; error: Error }[]>([]);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const chosen = typed.members ?? members.map(({ id }) => id);
  const lacking = [...(typed.time ? [] : [w('noTime')]), ...(chosen.length > 0 ? [] : [w('noMembers')])];
  const set = (changed: Partial<Typed>) => change((before) => ({ ...before, ...changed }));

  async function call(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (lacking.length > 0) return;
    const { place, agenda, time } = typed;
    const body = { meetingAt: `${time.slice(0, 16)}:00+08:00`, place: place.trim(), members: chosen, agenda: agenda.trim() }; // prettier-ignore
    const sent = Object.fromEntries(cases.map(({ id }) => [id, sentAs(body, typed.sent[id])]));
    set({ sent });
    setBusy(true);
    const refused: typeof failed = [];
    for (const { id, title } of cases) {
      try {
        await act(id, 'conveneMeeting', sent[id]!);
      } catch (error) {
        refused.push({ title, error: error as Error });
        // What was refused is tried anew; what may have arrived is the same command, and so is what was done.
        if (isAnswer(error)) delete sent[id];
      }
    }
    setFailed(refused);
    set({ sent });
    setBusy(false);
    if (refused.length === 0) forget();
    await queries.invalidateQueries();
    if (refused.length === 0) done();
  }

  return (
    <form className="convene" aria-label={w('call')} onSubmit={(event) => void call(event)}>
      <label className="said">
        <span>{w('time')}</span>
        <Input type="datetime-local" value={typed.time} onChange={(event) => set({ time: event.target.value })} />
      </label>
      <label className="said">
        <span>{w('place')}</span>
        <Input maxLength={200} value={typed.place} onChange={(event) => set({ place: event.target.value })} />
      </label>
      <fieldset className="called">
        <legend>{w('members')}</legend>
        {members.map(({ id, name: called, title }) => (
          <Checkbox
            key={id}
            checked={chosen.includes(id)}
            onChange={
              (event) =>
              set({ members: members.map((one) => one.id).filter((one) => (one === id ? event.target.checked : chosen.includes(one))) }) // prettier-ignore
            }
          >
            {called} <small>{title}</small>
          </Checkbox>
        ))}
      </fieldset>
      <label className="said">
        <span>{w('agenda')}</span>
        <Input.TextArea
          rows={2}
          maxLength={50_000}
          value={typed.agenda}
          onChange={(event) => set({ agenda: event.target.value })}
        />
      </label>
      {tried && lacking.length > 0 && (
        <p className="lacking" role="alert">
          {lacking.join(' ')}
        </p>
      )}
      {failed.length > 0 && cases.length > 1 && <p className="lacking">{w('someCalled')}</p>}
      {failed.map(({ title, error }) => (
        <div key={title}>
          {cases.length > 1 && <strong>{title}</strong>}
          <WhatHappened error={error} />
        </div>
      ))}
      <Button type="primary" htmlType="submit" loading={busy}>
        {cases.length > 1 ? w('callFor', { n: cases.length }) : w('call')}
      </Button>
    </form>
  );
}
