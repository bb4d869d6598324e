import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { act, sentAs, type Sent } from '../act.ts';
import { isAnswer } from '../http.ts';

/** What became of urging one case; an unknown one may be sent again, for it has one effect. */
export type Urged = { is: 'sending' } | { is: 'done' } | { is: 'refused'; error: Error } | { is: 'unknown' };

/** So many requests are under way at once. */
const atOnce = 4;

/**
 * Urges several cases with one text, each by a command of its own that keeps its key: what was answered is not sent again,
 * and what was not has one effect however often it is.
 */
export function useUrging(cases: { id: string }[]) {
  const queries = useQueryClient();
  const sent = useRef(new Map<string, Sent>());
  const [results, setResults] = useState<ReadonlyMap<string, Urged>>(new Map());
  const [busy, setBusy] = useState(false);
  const told = (id: string, result: Urged) => setResults((before) => new Map(before).set(id, result));

  async function urge(id: string, text: string): Promise<void> {
    const command = sentAs({ text }, sent.current.get(id));
    sent.current.set(id, command);
    told(id, { is: 'sending' });
    try {
      await act(id, 'urge', command);
      told(id, { is: 'done' });
    } catch (error) {
      told(id, isAnswer(error) ? { is: 'refused', error } : { is: 'unknown' });
    }
  }

  /** Sends to all that have no answer yet. */
  async function send(text: string): Promise<void> {
    const waiting = cases.filter(({ id }) => ['unknown', undefined].includes(results.get(id)?.is));
    setBusy(true);
    const lane = async () => {
      for (let one = waiting.shift(); one; one = waiting.shift()) await urge(one.id, text);
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    setBusy(false);
    await queries.invalidateQueries({ queryKey: ['oversight'] });
  }

  return { results, busy, send };
}
