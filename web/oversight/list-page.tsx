import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { OverseenCase } from '../../api/schemas/oversight.ts';
import { stuckCauses } from '../../domain/stuck.ts';
import { Failure } from '../failure.tsx';
import { get } from '../http.ts';
import { Loading } from '../loading.tsx';
import { Lost } from '../lost.tsx';
import { useSaying } from '../worded.ts';
import { AgeFilter } from './age-filter.tsx';
import { ChosenBar } from './chosen-bar.tsx';
import { Chosen, FilterBar } from './filter-bar.tsx';
import { addressQuery, useFilters } from './filters.ts';
import { listNames, lists, type ListName } from './lists.tsx';
import { OverseenTable } from './overseen-table.tsx';
import { useWords } from './words.ts';
import './oversight.css';

interface Page {
  total: number;
  items: OverseenCase[];
  nextCursor: string | null;
}

/** One list with its paging, its filters in the address, its table to take out, and what may be done with chosen rows. */
export function OversightListPage() {
  const { list: asked = '' } = useParams();
  const list = listNames.find((name) => name === asked);
  return list ? <OversightList key={list} list={list} /> : <Lost />;
}

function OversightList({ list }: { list: ListName }) {
  const say = useWords();
  const { t } = useTranslation();
  const inWords = useSaying();
  const { filters, search, change, clear } = useFilters();
  const [chosen, setChosen] = useState<ReadonlyMap<string, OverseenCase>>(new Map());
  const pages = useInfiniteQuery({
    queryKey: ['oversight', list, search.toString()],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams(search);
      if (pageParam) query.set('cursor', pageParam);
      return get<Page>(`/api/v1/oversight/${list}?${query}`, signal);
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const choose = (some: OverseenCase[], yes: boolean) =>
    setChosen((before) => {
      const next = new Map(before);
      for (const one of some) if (yes) next.set(one.id, one); else next.delete(one.id); // prettier-ignore
      return next;
    });
  const causes = Object.entries(stuckCauses).map(([value, { zh, en }]) => ({ value, label: inWords(zh, en) }));
  return (
    <>
      <p className="back">
        <Link to={`/oversight${addressQuery({ ...filters })}`}>{say('back')}</Link>
      </p>
      <h1>
        {say('title')}：{say(lists[list])}
      </h1>
      <div className="filters">
        <nav aria-label={say('lists')}>
          {listNames.map((name) => (
            <Link key={name} to={`/oversight/${name}${addressQuery({ ...filters })}`} aria-current={name === list ? 'page' : undefined}>
              {say(lists[name])}
            </Link>
          ))}
        </nav>
      </div>
      <FilterBar filters={filters} change={change} clear={search.size > 0 ? clear : undefined}>
        {list === 'stuck' && (
          <Chosen name="cause" label={say('cause')} value={search.get('cause') ?? undefined} options={causes} change={(cause) => change({ cause })} />
        )}
        <AgeFilter list={list} search={search} change={change} />
      </FilterBar>
      {pages.error && <Failure error={pages.error} again={() => void pages.refetch()} />}
      {pages.isPending && <Loading />}
      {pages.data && (
        <p className="total">
          {say('inAll', { n: pages.data.pages[0]!.total })}{' '}
          {rows.length > 0 && (
            <a href={`/api/v1/oversight/${list}.csv?${search}`} download>
              {say('export')}
            </a>
          )}
        </p>
      )}
      {chosen.size > 0 && <ChosenBar chosen={[...chosen.values()]} none={() => setChosen(new Map())} />}
      {pages.data && rows.length === 0 && <p className="empty">{say('emptyList')}</p>}
      {rows.length > 0 && <OverseenTable list={list} rows={rows} choosing={{ chosen: new Set(chosen.keys()), choose }} />}
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('work.more')}
        </Button>
      )}
    </>
  );
} // prettier-ignore
