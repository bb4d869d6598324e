import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { categories, stages } from '../../domain/process.ts';
import { inboxScopes, type InboxScope } from './scopes.ts';

export interface Filters {
  stage: string;
  category: string;
}

/** The boxes as links and the filters as lists; what is chosen stands in the address. */
export function WorkFilters(given: {
  scope: InboxScope;
  filters: Filters;
  change: (changed: Partial<Record<keyof Filters, string>>) => void;
}) {
  const { scope, filters, change } = given;
  const { t, i18n } = useTranslation();
  const [search] = useSearchParams();
  const inWords = ({ zh, en }: { zh: string; en: string }) => (i18n.language === 'en' ? en : zh);
  const addressOf = (one: InboxScope) => {
    const next = new URLSearchParams(search);
    next.set('scope', one);
    return `?${next}`;
  };
  const openStages = Object.entries(stages).filter(([, stage]) => !('final' in stage));
  return (
    <div className="filters">
      <nav aria-label={t('work.title')}>
        {inboxScopes.map((one) => (
          <Link key={one} to={addressOf(one)} aria-current={one === scope ? 'page' : undefined}>
            {t(`work.scopes.${one}`)}
          </Link>
        ))}
      </nav>
      <Select
        aria-label={t('work.allStages')}
        value={filters.stage}
        onChange={(stage) => change({ stage })}
        options={[
          { value: '', label: t('work.allStages') },
          ...openStages.map(([value, stage]) => ({ value, label: inWords(stage) })),
        ]}
      />
      <Select
        aria-label={t('work.allCategories')}
        value={filters.category}
        onChange={(category) => change({ category })}
        options={[
          { value: '', label: t('work.allCategories') },
          ...Object.entries(categories).map(([value, label]) => ({ value, label })),
        ]}
      />
    </div>
  );
}
