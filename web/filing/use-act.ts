import { useState } from 'react';
import { Problem } from '../http.ts';
import type { useProblems } from './form.tsx';
import { focusField } from './form.tsx';
import { problemFields } from './problem-fields.ts';
import { sendOnce, type Done } from './send-once.ts';
import type { WorkingCopy } from './use-working-copy.ts';

/** Sends an act of the form: once, with what was refused beside its field and the first of it in focus. */
export function useAct(copy: WorkingCopy, said: ReturnType<typeof useProblems>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);

  async function note(sent: string | null): Promise<void> {
    copy.set(({ _sent: _before, ...typed }) => (sent === null ? typed : { ...typed, _sent: sent }));
    await copy.save();
  }

  /** Null where it was refused, or where it is not known what became of it: both are said on the page. */
  async function send(path: string, body: unknown, handlers: string[] = []): Promise<Done | null> {
    setBusy(true);
    setError(null);
    said.setProblems({});
    try {
      return await sendOnce({ typed: copy.now, note }, path, body);
    } catch (failed) {
      setError(failed as Error);
      if (failed instanceof Problem) {
        said.setProblems(problemFields(failed, copy.now(), handlers), copy.now());
        // Once what is wrong stands beside its field.
        setTimeout(() => focusField());
      }
      return null;
    } finally {
      setBusy(false);
    }
  }

  return { send, busy, error, note };
}
