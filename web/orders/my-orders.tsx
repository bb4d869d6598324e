import { useQueries } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ordersPage } from '../../api/schemas/supervision-orders.ts';
import { Failure } from '../failure.tsx';
import { get } from '../http.ts';
import { Loading } from '../loading.tsx';
import { givesOrders } from '../oversight/who-may.ts';
import { usePerson } from '../session.tsx';
import { OrderTable } from './order-table.tsx';
import { useWords } from './words.ts';

/** The orders that wait for me: replies to read where I give orders, otherwise those that my agency has to answer. */
export function MyOrders() {
  const words = useWords();
  const gives = givesOrders(usePerson().roles);
  const statuses = gives ? ['replied'] : ['returned', 'open'];
  const read = useQueries({
    queries: statuses.map((status) => ({
      queryKey: ['orders', 'mine', status],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        get<z.infer<typeof ordersPage>>(`/api/v1/supervision-orders?status=${status}&limit=100`, signal),
      refetchInterval: 60_000,
      staleTime: 0,
    })),
  });
  const failed = read.find(({ error }) => error);
  if (failed?.error) return <Failure error={failed.error} again={() => read.forEach((one) => void one.refetch())} />;
  if (read.some(({ isPending }) => isPending)) return <Loading />;
  const orders = read.flatMap(({ data }) => data?.items ?? []).toSorted((a, b) => (a.due?.at ?? '').localeCompare(b.due?.at ?? '')); // prettier-ignore
  if (orders.length === 0) return <p className="empty">{words(gives ? 'emptyMineGiver' : 'emptyMine')}</p>;
  return <OrderTable orders={orders} />;
}
