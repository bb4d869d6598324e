import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { z } from 'zod';
import type { countedPageAnswer } from '../../api/schemas/statistics.ts';
import { Due } from '../due.tsx';
import { Failure } from '../failure.tsx';
import { get } from '../http.ts';
import { Loading } from '../loading.tsx';
import { TableHead } from '../table-head.tsx';

type Counted = z.infer<typeof countedPageAnswer>;

/** The cases behind a figure; which figure stands in the address. */
export function CountedPage() {
  const { t, i18n } = useTranslation();
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
      <p>
        <Link
          to={`/statistics?${new URLSearchParams({ from: search.get('from') ?? '', to: search.get('to') ?? '' }).toString()}`}
        >
          {t('statistics.back')}
        </Link>
      </p>
      <h1>{t('statistics.rows', { count: first!.total })}</h1>
      {items.length === 0 && <p className="empty">{t('statistics.noRows')}</p>}
      {items.length > 0 && (
        <p>
          <a href={`/api/v1/oversight/counted.csv?${query}`} download>
            {t('statistics.export')}
          </a>
        </p>
      )}
      <table className="cases">
        <TableHead
          names={['case', 'section', 'stage', 'due'] as const}
          say={(name) => t(`statistics.columns.${name}`)}
        />
        <tbody>
          {items.map((one) => (
            <tr key={one.id}>
              <td>
                <Link to={`/cases/${one.id}`}>{one.title}</Link>
                <small>{[one.documentNo, one.partyName, one.categoryName].filter(Boolean).join(' · ')}</small>
              </td>
              <td>
                {one.agencyName} · {one.sectionName}
              </td>
              <td>{i18n.language === 'en' ? one.stageNameEn : one.stageName}</td>
              <td>
                <Due due={one.due} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {pages.hasNextPage && <Button onClick={() => void pages.fetchNextPage()}>{t('work.more')}</Button>}
    </>
  );
}
