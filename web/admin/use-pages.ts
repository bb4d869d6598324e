import { useInfiniteQuery } from '@tanstack/react-query';
import { get } from '../http.ts';

/** A list that is read page after page, each beginning `before` the last position of the one above. */
export function usePages<Page extends { items: unknown[]; next: string | null }>(path: string) {
  const pages = useInfiniteQuery({
    queryKey: ['admin', path],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => get<Page>(`${path}${pageParam && `?before=${encodeURIComponent(pageParam)}`}`, signal), // prettier-ignore
    getNextPageParam: (page) => page.next ?? undefined,
  });
  return { ...pages, items: (pages.data?.pages.flatMap((page) => page.items) ?? []) as Page['items'] };
}
