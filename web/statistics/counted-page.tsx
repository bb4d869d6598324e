import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { z } from 'zod';
import type { countedPageAnswer } from '../../api/schemas/statistics.ts';
import { Failure } from '../failure.tsx';
import { get } from '../http.ts';
import { Loading } from '../loading.tsx';
import { addressQuery } from '../oversight/filters.ts';
import '../oversight/oversight.css';
import { OverseenTable } from '../oversight/overseen-table.tsx';
import { useCountedInWords, useCountedWords } from './counted-words.ts';

type Counted = z.infer<typeof countedPageAnswer>;

/** The cases behind a figure; which figure stands in the address. */
export function CountedPage() {
  const { t } = useTranslation();
  const inWords = useCountedInWords();
  const [search] = useSearchParams();
  const query = search.toString();
  const pages = useInfiniteQuery({
    queryKey: ['counted', query],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams(query);
      if (pageParam) asked.set('cursor', pageParam);
      return get<Counted>(`/api/v1/oversight/counted?${asked.toString()}`, signal);
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  if (pages.isPending) return <Loading />;
  if (pages.error) return <Failure error={pages.error} again={() => void pages.refetch()} />;
  const [first] = pages.data.pages;
  const items = pages.data.pages.flatMap((page) => page.items);
  return (
    <>
      <Back search={search} />
      <h1>{t('statistics.rows', { count: first!.total })}</h1>
      <p className="hint">{inWords(search)}</p>
      {items.length === 0 && <p className="empty">{t('statistics.noRows')}</p>}
      {items.length > 0 && (
        <>
          <p>
            <a href={`/api/v1/oversight/counted.csv?${query}`} download>
              {t('statistics.export')}
            </a>
          </p>
          <OverseenTable list="counted" rows={items} />
        </>
      )}
      {pages.hasNextPage && <Button onClick={() => void pages.fetchNextPage()}>{t('work.more')}</Button>}
    </>
  );
}

/** Back to where the figure stands: time in the stages on the overseer's desk, all others among the statistics. */
function Back({ search }: { search: URLSearchParams }) {
  const { t } = useTranslation();
  const w = useCountedWords();
  const kept = (...names: string[]) =>
    addressQuery(Object.fromEntries(names.map((name) => [name, search.get(name) ?? undefined])));
  return (
    <p className="back">
      {search.get('of') === 'stays' ? (
        <Link to={`/oversight${kept('region', 'agency', 'section', 'category')}`}>{w('backToOversight')}</Link>
      ) : (
        <Link to={`/statistics${kept('from', 'to')}`}>{t('statistics.back')}</Link>
      )}
    </p>
  );
}
