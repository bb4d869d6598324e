import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportAnswer } from '../../api/schemas/administration-answers.ts';
import { newKey, post, Problem } from '../http.ts';
import { useKept } from '../kept.ts';

/** An import as far as it has come: what its dry run said, and the one key under which it is applied, however often it is sent. */
interface Tried {
  body: unknown;
  key: string;
  answer: ImportAnswer;
  /** It went out; without an answer nobody knows what became of it. */
  sent: boolean;
}

/** Tries an import and applies what was tried. What was tried is kept until its answer came, under a `place` of its own for each form. */
export function useImport(kind: string, place = kind) {
  const queries = useQueryClient();
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
        const answer = await post<ImportAnswer>(`/api/v1/admin/imports/${kind}?dryRun=true`, body);
        change(() => ({ body, key: newKey(), answer, sent: false }));
      }),
    apply: () =>
      run(async () => {
        if (!tried) return;
        change((before) => before && { ...before, sent: true });
        try {
          const answer = await post<ImportAnswer>(`/api/v1/admin/imports/${kind}`, tried.body, tried.key);
          drop();
          setDone(answer);
          await queries.invalidateQueries();
        } catch (failed) {
          // A refusal is an answer: nothing changed, and another dry run gets another key.
          if (failed instanceof Problem && failed.status < 500 && failed.code !== 'idempotency.running') drop();
          throw failed;
        }
      }),
  };
}
export type Importing = ReturnType<typeof useImport>;
