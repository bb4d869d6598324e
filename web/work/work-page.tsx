import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { PagedCases } from '../cases/paged-cases.tsx';
import { isAdministrator } from '../../domain/administration/administrators.ts';
import { usePerson } from '../session.tsx';
import { FirstVisitHint } from '../tour/first-visit-hint.tsx';
import { KeyboardHelp } from './keyboard-help.tsx';
import { NumbersBand } from './numbers-band.tsx';
import { inboxScopes, type InboxScope } from './scopes.ts';
import { filterNames, WorkFilters } from './work-filters.tsx';
import { WorkLinks } from './work-links.tsx';
import './work.css';

const everyMinute = 60_000;

/** The workbench (工作台): what is asked of me, the late first; what is shown is the address. */
export function WorkPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const scope: InboxScope = inboxScopes.find((one) => one === search.get('scope')) ?? 'mine';
  const chosen = ['due', ...filterNames].flatMap((name) => {
    const value = search.get(name);
    return value ? [[name, value] as const] : [];
  });
  const query = new URLSearchParams([['scope', scope], ...chosen.map(([name, value]) => [name, value])]);

  function change(name: string, value: string): void {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next);
  }

  return (
    <>
      <h1 className="unseen">{t('work.title')}</h1>
      <FirstVisitHint />
      <WorkLinks />
      <NumbersBand scope={scope} due={search.get('due') ?? ''} />
      <WorkFilters scope={scope} search={search} change={change} />
      <PagedCases
        path={`/api/v1/inbox?${query}`}
        everyMs={everyMinute}
        empty={<Empty scope={scope} narrowed={chosen.length > 0} />}
      />
      <KeyboardHelp />
    </>
  );
}

/** What stands where nothing waits, and what one can do next. */
function Empty({ scope, narrowed }: { scope: InboxScope; narrowed: boolean }) {
  const { t } = useTranslation();
  const { roles } = usePerson();
  if (roles.length > 0 && roles.every(isAdministrator))
    return (
      <p>
        {t('work.empty.administrator')} <Link to="/admin">{t('nav.admin')}</Link>
      </p>
    );
  if (narrowed)
    return (
      <p>
        {t('work.empty.narrowed')} <Link to={`/work?scope=${scope}`}>{t('work.empty.all')}</Link>
      </p>
    );
  return (
    <p>
      {t(`work.empty.${scope}`)}{' '}
      {scope === 'mine' ? (
        <>
          <Link to="/work?scope=claimable">{t('work.empty.toClaimable')}</Link> ·{' '}
          <Link to="/cases">{t('nav.cases')}</Link>
        </>
      ) : (
        <Link to="/work">{t('work.empty.toMine')}</Link>
      )}
    </p>
  );
}
