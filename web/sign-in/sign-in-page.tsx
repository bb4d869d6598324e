import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { Failure } from '../failure.tsx';
import { useSigning } from '../session.tsx';
import { DemoAccounts } from './demo-accounts.tsx';

/** A plain form: user name, password, submit. Leads back to where one came from. */
export function SignInPage() {
  const { t } = useTranslation();
  const { signIn } = useSigning();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await signIn(username, password);
      await navigate(placeIn(search.get('back')), { replace: true });
    } catch (failed) {
      setError(failed as Error);
      setBusy(false);
    }
  }

  return (
    <main className="sign-in" id="main">
      <h1>
        {t('system')} <small>{t('systemInFull')}</small>
      </h1>
      <form onSubmit={(event) => void submit(event)}>
        <label htmlFor="username">{t('signIn.username')}</label>
        <Input
          id="username"
          name="username"
          autoComplete="username"
          required
          value={username}
          onChange={(event) => setUsername(event.target.value)}
        />
        <label htmlFor="password">{t('signIn.password')}</label>
        <Input
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {error && <Failure error={error} />}
        <Button type="primary" htmlType="submit" loading={busy} block>
          {t('signIn.submit')}
        </Button>
      </form>
      <DemoAccounts
        choose={(account) => {
          setUsername(account.username);
          setPassword(account.password);
        }}
      />
    </main>
  );
}

/** Only a place of this system: an address of elsewhere is no place to lead somebody to. */
function placeIn(back: string | null): string {
  return back && /^\/(?![/\\])/.test(back) ? back : '/work';
}
