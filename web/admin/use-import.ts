import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportAnswer } from '../../api/schemas/administration-answers.ts';
import { isAnswer, newKey, post, type Problem } from '../http.ts';
import { useKept } from '../kept.ts';

/** Nothing was applied, since it would have done something other than what was tried. */
export const changedMeanwhile = 'import.planChanged';

/** An import as far as it has come: what its dry run said, and the one key under which it is applied, however often it is sent. */
interface Tried {
  body: unknown;
  key: string;
  answer: ImportAnswer;
  /** It went out; without an answer nobody knows what became of it. */
  sent: boolean;
}

/**
 * Tries an import and applies what was tried, if that is still what it would do: otherwise nothing happens and what it would
 * do now takes its place, of the `bodyNow` where a form has one. What was tried is kept until its answer came, under a
 * `place` of its own for each form.
 */
export function useImport(kind: string, place = kind, bodyNow?: () => Promise<object | null>) {
  const queries = useQueryClient();
  const path = `/api/v1/admin/imports/${kind}`;
  const [tried, change, forget] = useKept<Tried | null>(`admin.import.${place}`, () => null);
  const [done, setDone] = useState<ImportAnswer | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);

  const drop = () => {
    forget();
    change(() => null);
    setError(null);
    setDone(null);
  };

  async function run(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (failed) {
      setError(failed as Error);
    }
    setBusy(false);
  }

  async function tryOut(body: unknown): Promise<void> {
    const answer = await post<ImportAnswer>(`${path}?dryRun=true`, body);
    change(() => ({ body, key: newKey(), answer, sent: false }));
  }

  async function tryAnew({ body }: Tried, { details }: Problem): Promise<void> {
    if (!bodyNow) {
      change(() => ({ body, key: newKey(), answer: details as ImportAnswer, sent: false }));
      return queries.invalidateQueries();
    }
    drop();
    const now = await bodyNow();
    if (now) await tryOut(now);
  }

  return {
    tried,
    done,
    error,
    busy,
    drop,
    fail: setError,
    dryRun: (body: unknown) =>
      run(async () => {
        drop();
        await tryOut(body);
      }),
    apply: () =>
      run(async () => {
        if (!tried) return;
        change((before) => before && { ...before, sent: true });
        try {
          const { basis = '', asOf = '' } = tried.answer;
          const looked = basis && `?${new URLSearchParams({ basis, ...(asOf && { asOf }) })}`;
          const answer = await post<ImportAnswer>(path + looked, tried.body, tried.key);
          drop();
          setDone(answer);
          await queries.invalidateQueries();
        } catch (failed) {
          // A refusal is an answer: nothing changed, and another dry run gets another key.
          const refused = isAnswer(failed);
          if (refused && failed.code === changedMeanwhile) await tryAnew(tried, failed);
          else if (refused) drop();
          throw failed;
        }
      }),
  };
}
export type Importing = ReturnType<typeof useImport>;
