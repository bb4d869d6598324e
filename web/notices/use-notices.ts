import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { z } from 'zod';
import type { noticePageAnswer, streamedNotices } from '../../api/schemas/notifications.ts';
import { get } from '../http.ts';

export type NoticePage = z.infer<typeof noticePageAnswer>;
type Streamed = z.infer<typeof streamedNotices>;

const path = '/api/v1/notifications';
export const noticesKey = ['notices'] as const;

/** My newest notices, and how many I have not read. */
export function useNotices() {
  return useQuery({ queryKey: noticesKey, queryFn: ({ signal }) => get<NoticePage>(path, signal) });
}

/** Brings notices in as they are written; what a notice is about is read anew. The browser resumes by Last-Event-ID. */
export function useLiveNotices(mark: string | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!mark) return undefined;
    const stream = new EventSource(`${path}/stream?after=${encodeURIComponent(mark)}`);
    stream.addEventListener('notices', (event: MessageEvent<string>) => {
      const { items, unread } = JSON.parse(event.data) as Streamed;
      queries.setQueryData<NoticePage>(noticesKey, (page) => {
        if (!page) return page;
        const known = new Set(items.map(({ id }) => id));
        return { ...page, items: [...items.toReversed(), ...page.items.filter(({ id }) => !known.has(id))], unread };
      });
      void queries.invalidateQueries({ queryKey: ['inbox'] });
      if (items.some(({ kind }) => kind.startsWith('supervision')))
        for (const queryKey of [['orders'], ['order']]) void queries.invalidateQueries({ queryKey });
      for (const { caseId } of items)
        if (caseId !== null) void queries.invalidateQueries({ queryKey: ['case', caseId] });
    });
    stream.addEventListener('unread', (event: MessageEvent<string>) => {
      const { unread } = JSON.parse(event.data) as Pick<Streamed, 'unread'>;
      queries.setQueryData<NoticePage>(noticesKey, (page) => page && { ...page, unread });
    });
    return () => stream.close();
    // The first mark opens the stream; later ones come with it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [mark !== undefined]);
}
