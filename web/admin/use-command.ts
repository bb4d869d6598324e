import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { sentAs, type Sent } from '../act.ts';
import { post } from '../http.ts';

/** One small command of an administrator. The same body sent again after an answer that was lost is the same command. */
export function useCommand<Answer>(path: string) {
  const queries = useQueryClient();
  const before = useRef<Sent | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);

  async function send(body: object, to = path): Promise<boolean> {
    const sent = sentAs({ to, body }, before.current);
    before.current = sent;
    setBusy(true);
    setError(null);
    setAnswer(null);
    try {
      setAnswer(await post<Answer>(to, body, sent.key));
    } catch (failed) {
      setError(failed as Error);
      setBusy(false);
      return false;
    }
    before.current = null;
    // Done, so that its form is free for the next; another can be sent once what is shown is new.
    void queries.invalidateQueries({ queryKey: ['admin'] }).then(() => setBusy(false));
    return true;
  }

  return { answer, error, busy, send };
}
