import { Input, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearchParams } from 'react-router';
import { WorkLinks } from '../work/work-links.tsx';
import { PagedCases } from './paged-cases.tsx';

const places = ['text', 'party', 'number', 'statute'] as const;

/** Every case one may read, searched by words; what is asked stands in the address. */
export function CasesPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const toSearch = (useLocation().state as { search?: boolean } | null)?.search === true;
  const place = places.find((one) => search.has(one)) ?? 'text';
  const words = search.get(place) ?? '';
  const overdue = search.get('overdue') === 'true';
  const ask = (next: { in?: string; words?: string; overdue?: boolean }) => {
    const typed = next.words ?? words;
    const late = next.overdue ?? overdue;
    setSearch({ ...(typed && { [next.in ?? place]: typed }), ...(late && { overdue: 'true' }) });
  };
  return (
    <>
      <h1>{t('cases.title')}</h1>
      <WorkLinks />
      <div className="filters">
        <Select
          aria-label={t('cases.search')}
          value={place}
          onChange={(chosen) => ask({ in: chosen })}
          options={places.map((value) => ({ value, label: t(`cases.searchIn.${value}`) }))}
        />
        <Input.Search
          key={`${place} ${words}`}
          aria-label={t('cases.search')}
          placeholder={t('cases.search')}
          defaultValue={words}
          allowClear
          autoFocus={toSearch}
          onSearch={(typed) => ask({ words: typed.trim() })}
        />
        <label>
          <Switch size="small" checked={overdue} onChange={(late) => ask({ overdue: late })} /> {t('cases.overdueOnly')}
        </label>
      </div>
      <PagedCases
        path={`/api/v1/cases?${search}`}
        empty={
          search.size > 0 ? (
            <p>
              {t('cases.empty')} <Link to="/cases">{t('work.empty.all')}</Link>
            </p>
          ) : (
            <p>{t('cases.none')}</p>
          )
        }
      />
    </>
  );
}
