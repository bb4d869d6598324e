import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { ordersPage } from '../../api/schemas/supervision-orders.ts';
import { Failure } from '../failure.tsx';
import { get } from '../http.ts';
import { Loading } from '../loading.tsx';
import { OrderTable } from './order-table.tsx';
import { useWords } from './words.ts';

const path = '/api/v1/supervision-orders';

/** Every order that fits, page after page, the first reply due first; the whole list goes out as a table. */
export function AllOrders({ search, status }: { search: URLSearchParams; status: string }) {
  const words = useWords();
  const { t } = useTranslation();
  const asked = new URLSearchParams(search);
  if (status === 'all') asked.delete('status');
  const pages = useInfiniteQuery({
    queryKey: ['orders', asked.toString()],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams(asked);
      if (pageParam) query.set('cursor', pageParam);
      return get<z.infer<typeof ordersPage>>(`${path}?${query}`, signal);
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  if (pages.isPending) return <Loading />;
  if (pages.error) return <Failure error={pages.error} again={() => void pages.refetch()} />;
  const orders = pages.data.pages.flatMap(({ items }) => items);
  if (orders.length === 0) return <p className="empty">{words(asked.size === 0 ? 'emptyAll' : 'empty')}</p>;
  return (
    <>
      <p className="total">
        {words('inAll', { n: pages.data.pages[0]!.total })}{' '}
        <a href={`${path}.csv?${asked}`} download>
          {words('export')}
        </a>
      </p>
      <OrderTable orders={orders} />
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('work.more')}
        </Button>
      )}
    </>
  );
}
