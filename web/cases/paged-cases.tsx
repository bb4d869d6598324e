import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, type ReactNode } from 'react';
import type { CasePageAnswer } from '../../api/schemas/case-list.ts';
import { Failure } from '../failure.tsx';
import { get } from '../http.ts';
import { Loading } from '../loading.tsx';
import { CaseTable } from './case-table.tsx';

const pageSize = 100;
/** Of a list that was scrolled far only what was read first is read again by itself. */
const readAgainUpTo = 3;

/** A list of cases at an address of the API, read page after page as one scrolls; what stands there when it is empty. */
export function PagedCases({ path, empty, everyMs }: { path: string; empty: ReactNode; everyMs?: number }) {
  const pages = useInfiniteQuery({
    queryKey: [path.startsWith('/api/v1/inbox') ? 'inbox' : 'cases', path],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const [address, query] = path.split('?');
      const asked = new URLSearchParams(query);
      asked.set('limit', String(pageSize));
      if (pageParam) asked.set('cursor', pageParam);
      return get<CasePageAnswer>(`${address}?${asked}`, signal);
    },
    // Comparing ten thousand rows with those of before takes longer than drawing the few in view.
    structuralSharing: false,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) <= readAgainUpTo && everyMs) || false,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (pages.isPending) return <Loading />;
  const failure = pages.error && <Failure error={pages.error} again={() => void pages.refetch()} />;
  if (!pages.data) return failure;
  const items = pages.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <div className="empty">{empty}</div>;
  return (
    <>
      {failure}
      <CaseTable items={items} total={pages.data.pages[0]?.total ?? null} more={hasNextPage ? more : undefined} />
    </>
  );
}
