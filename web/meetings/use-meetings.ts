import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { AgendaAnswer, MeetingAnswer } from '../../api/schemas/meetings.ts';
import { get } from '../http.ts';

/** The agenda, page after page. */
export function useAgenda() {
  return useInfiniteQuery({
    queryKey: ['meetings'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: '100', ...(pageParam && { cursor: pageParam }) });
      return get<AgendaAnswer>(`/api/v1/meetings?${query}`, signal);
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: 60_000,
  });
}

/** What the meeting of a case needs beside the case. */
export function useMeeting(id: string) {
  return useQuery({
    queryKey: ['case', id, 'meeting'],
    queryFn: ({ signal }) => get<MeetingAnswer>(`/api/v1/cases/${id}/meeting`, signal),
    refetchInterval: 30_000,
  });
}
