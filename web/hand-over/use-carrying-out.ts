import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { act, sentAs, type Sent } from '../act.ts';
import { isAnswer } from '../http.ts';
import { useKept } from '../kept.ts';

/** What became of one case: done, refused with the reason, or nobody knows. */
export interface Result {
  title: string;
  to: string;
  toName: string;
  sent: Sent;
  done: boolean;
  why: { zh: string; en: string } | null;
}

export interface Row {
  caseId: string;
  title: string;
  to: string;
  toName: string;
  /** An attempt without an answer, to be sent again as it was. */
  sent?: Sent;
}

export interface Typed {
  reason: string;
  /** The colleague chosen for each case; '' where it is not to go. */
  chosen: Record<string, string>;
  results: Record<string, Result>;
}

/**
 * Hands over one case after the other, each as a command of its own whose key is kept before it goes out: pressed again
 * after a broken connection or a reload, what was done is not done twice.
 */
export function useCarryingOut(from: string, until: string | null) {
  const queries = useQueryClient();
  const action = until ? 'delegate' : 'reassign';
  const [typed, change] = useKept<Typed>(`handOver.${from}.${until ?? ''}`, () => ({ reason: '', chosen: {}, results: {} })); // prettier-ignore
  const [at, setAt] = useState<number | null>(null);
  const note = (caseId: string, result: Result) =>
    change((before) => ({ ...before, results: { ...before.results, [caseId]: result } }));

  async function carryOut(rows: Row[]): Promise<void> {
    for (const [n, { caseId, title, to, toName, sent: again }] of rows.entries()) {
      setAt(n + 1);
      const body = { from, to, reason: typed.reason.trim(), ...(until && { until }) };
      const before = typed.results[caseId];
      // A refusal was the answer to its key; only an attempt without an answer goes out under the same one.
      const sent = again ?? sentAs(body, before?.why ? null : before?.sent);
      const result: Result = { title, to, toName, sent, done: false, why: null };
      note(caseId, result);
      try {
        await act(caseId, action, sent);
        note(caseId, { ...result, done: true });
      } catch (failed) {
        const refused = isAnswer(failed);
        if (refused) note(caseId, { ...result, why: { zh: failed.zh, en: failed.en } });
        // Nobody knows what became of it, nor would of the next ones.
        if (!refused) break;
      }
    }
    setAt(null);
    await queries.invalidateQueries({ queryKey: ['hand-over'] });
    await queries.invalidateQueries({ queryKey: ['inbox'] });
  }

  return { typed, change, at, carryOut };
}
