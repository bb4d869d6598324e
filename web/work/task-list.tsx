import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CasePageAnswer } from '../../api/schemas/case-list.ts';
import { CaseTable } from '../cases/case-table.tsx';
import { Failure } from '../failure.tsx';
import { get } from '../http.ts';
import { Loading } from '../loading.tsx';
import type { InboxScope } from './scopes.ts';
import type { Filters } from './work-filters.tsx';

/** One box, page after page. */
export function TaskList({ scope, filters }: { scope: InboxScope; filters: Filters }) {
  const { t } = useTranslation();
  const pages = useInfiniteQuery({
    queryKey: ['inbox', scope, filters],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = Object.entries({ scope, ...filters, cursor: pageParam }).filter(([, value]) => value !== '');
      return get<CasePageAnswer>(`/api/v1/inbox?${new URLSearchParams(query)}`, signal);
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: 60_000,
  });
  if (pages.isPending) return <Loading />;
  if (pages.error) return <Failure error={pages.error} again={() => void pages.refetch()} />;
  const items = pages.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <p className="empty">{t(`work.empty.${scope}`)}</p>;
  const more = pages.hasNextPage ? () => void pages.fetchNextPage() : undefined;
  return <CaseTable items={items} more={more} />;
}
