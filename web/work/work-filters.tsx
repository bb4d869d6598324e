import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { categories, stages } from '../../domain/process.ts';
import { inboxScopes, type InboxScope } from './scopes.ts';
import { useSummary } from './use-summary.ts';

export const filterNames = ['section', 'category', 'stage', 'holder'] as const;
type FilterName = (typeof filterNames)[number];
interface Option {
  value: string;
  label: string;
}

interface Given {
  scope: InboxScope;
  search: URLSearchParams;
  change: (name: FilterName, value: string) => void;
}

/** The boxes as links and the filters as lists; what is chosen stands in the address. */
export function WorkFilters({ scope, search, change }: Given) {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  const { data } = useSummary();
  const named = (all: { id: string; name: string }[] = []) => all.map(({ id, name }) => ({ value: id, label: name }));
  const options: Record<FilterName, Option[]> = {
    section: named(data?.sections),
    category: Object.entries(categories).map(([value, label]) => ({ value, label: english ? t(`values.${value}` as 'loading') : label })), // prettier-ignore
    stage: Object.entries(stages).flatMap(([value, { zh, en, final }]) => (final ? [] : [{ value, label: english ? en : zh }])), // prettier-ignore
    holder: named(data?.holders),
  };
  const shown = scope === 'mine' ? filterNames.filter((name) => name !== 'holder') : filterNames;
  return (
    <div className="filters">
      <nav aria-label={t('work.title')}>
        {inboxScopes.map((one) => (
          <Link
            key={one}
            to={one === 'mine' ? '/work' : `/work?scope=${one}`}
            aria-current={one === scope ? 'page' : undefined}
          >
            {t(`work.scopes.${one}`)}
            {one === 'claimable' && data && data.claimable > 0 && ` ${data.claimable}`}
          </Link>
        ))}
      </nav>
      {shown.map((name) => (
        <select
          key={name}
          aria-label={t(`work.all.${name}`)}
          value={search.get(name) ?? ''}
          onChange={(event) => change(name, event.target.value)}
        >
          {[{ value: '', label: t(`work.all.${name}`) }, ...options[name]].map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ))}
    </div>
  );
}
