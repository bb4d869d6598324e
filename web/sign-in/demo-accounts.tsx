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
      <Accounts all={oneOfEachRole(accounts.data.items)} choose={choose} />
      <details>
        <summary>{t('signIn.demoAll', { count: accounts.data.items.length })}</summary>
        <Accounts all={accounts.data.items} choose={choose} />
      </details>
    </section>
  );
}

function Accounts({ all, choose }: { all: Account[]; choose: (account: Account) => void }) {
  return (
    <ul>
      {all.map((account) => (
        <li key={account.username}>
          <button type="button" onClick={() => choose(account)}>
            {account.roles.join('、')} {account.name}
            <small>
              {account.agencyName} {account.title}
            </small>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Somebody for every role, from the first agency on: its people can take a case from end to end. */
function oneOfEachRole(all: Account[]): Account[] {
  const covered = new Set<string>();
  return all.filter(({ roles }) => {
    const adds = roles.some((role) => !covered.has(role));
    for (const role of roles) covered.add(role);
    return adds;
  });
}
