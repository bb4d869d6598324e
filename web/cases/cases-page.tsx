import { useInfiniteQuery } from '@tanstack/react-query';
import { Input, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { CasePageAnswer } from '../../api/schemas/case-list.ts';
import { Failure } from '../failure.tsx';
import { get } from '../http.ts';
import { Loading } from '../loading.tsx';
import { FileCase } from '../work/file-case.tsx';
import { CaseTable } from './case-table.tsx';

const places = ['text', 'party', 'number', 'statute'] as const;

/** Every case one may read, searched by words; what is asked stands in the address. */
export function CasesPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
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
      <FileCase />
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
          onSearch={(typed) => ask({ words: typed.trim() })}
        />
        <label>
          <Switch size="small" checked={overdue} onChange={(late) => ask({ overdue: late })} /> {t('cases.overdueOnly')}
        </label>
      </div>
      <Found query={search.toString()} />
    </>
  );
}

function Found({ query }: { query: string }) {
  const { t } = useTranslation();
  const pages = useInfiniteQuery({
    queryKey: ['cases', query],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams(query);
      if (pageParam) asked.set('cursor', pageParam);
      return get<CasePageAnswer>(`/api/v1/cases?${asked}`, signal);
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  if (pages.isPending) return <Loading />;
  if (pages.error) return <Failure error={pages.error} again={() => void pages.refetch()} />;
  const items = pages.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <p className="empty">{t('cases.empty')}</p>;
  return <CaseTable items={items} more={pages.hasNextPage ? () => void pages.fetchNextPage() : undefined} />;
}
