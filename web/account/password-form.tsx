import { Alert, Button, Input } from 'antd';
import { useRef, useState, type FormEvent } from 'react';
import { sentAs, stillOpen, type Sent } from '../act.ts';
import type { SessionAnswer } from '../../api/schemas/session.ts';
import { Failure } from '../failure.tsx';
import { post, rememberSession } from '../http.ts';
import { useAccountWords } from './words.ts';

const empty = { current: '', next: '', again: '' };

/** Another password of one's own. Nothing that is typed here is kept anywhere. */
export function PasswordForm({ username }: { username: string }) {
  const w = useAccountWords();
  const [typed, type] = useState(empty);
  const [error, setError] = useState<Error | null>(null);
  const [done, setDone] = useState(false);
  const [busy, setBusy] = useState(false);
  const before = useRef<Sent | null>(null);
  const differs = typed.again !== '' && typed.again !== typed.next;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (typed.again !== typed.next) return;
    const body = { current: typed.current, next: typed.next };
    const sent = sentAs(body, before.current);
    setBusy(true);
    setError(null);
    setDone(false);
    try {
      rememberSession(await post<SessionAnswer>('/api/v1/session/password', body, sent.key));
      before.current = null;
      type(empty);
      setDone(true);
    } catch (failed) {
      before.current = stillOpen(failed, sent);
      setError(failed as Error);
    }
    setBusy(false);
  }

  const box = (name: keyof typeof empty, autoComplete: string) => (
    <label>
      {w(name)}
      <Input
        type="password"
        name={name}
        autoComplete={autoComplete}
        required
        value={typed[name]}
        onChange={({ target }) => type({ ...typed, [name]: target.value })}
      />
    </label>
  );
  return (
    <form onSubmit={(event) => void submit(event)}>
      <input type="hidden" name="username" autoComplete="username" value={username} />
      {box('current', 'current-password')}
      {box('next', 'new-password')}
      {box('again', 'new-password')}
      {differs && (
        <p className="differs" role="alert">
          {w('differs')}
        </p>
      )}
      {error && <Failure error={error} />}
      {done && <Alert type="success" showIcon title={w('saved')} role="status" />}
      <Button type="primary" htmlType="submit" loading={busy} disabled={differs}>
        {w('save')}
      </Button>
    </form>
  );
}
