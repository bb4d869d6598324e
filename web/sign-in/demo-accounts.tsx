import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DemoAccountsAnswer } from '../../api/schemas/demo-accounts.ts';
import { get } from '../http.ts';

type Account = DemoAccountsAnswer['items'][number];

/** Who can sign in to the sample data; every other profile answers that there is no such list. */
export function DemoAccounts({ choose }: { choose: (account: Account) => void }) {
  const { t } = useTranslation();
  const accounts = useQuery({
    queryKey: ['demo-accounts'],
    queryFn: ({ signal }) => get<DemoAccountsAnswer>('/api/v1/demo-accounts', signal),
    retry: false,
    staleTime: Infinity,
  });
  if (!accounts.data) return null;
  return (
    <section className="demo-accounts" aria-label={t('signIn.demo')}>
      <h2>{t('signIn.demo')}</h2>
      <p>{t('signIn.demoHint')}</p>
      <ul>
        {accounts.data.items.map((account) => (
          <li key={account.username}>
            <button type="button" onClick={() => choose(account)}>
              {account.agencyName} · {account.title} {account.name}
              <small>{account.roles.join('、')}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
