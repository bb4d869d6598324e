import { useQuery } from '@tanstack/react-query';
import type { InboxSummaryAnswer } from '../../api/schemas/case-list.ts';
import { get } from '../http.ts';

/** The numbers above the workbench, and by whom and where it can be narrowed. */
export function useSummary() {
  return useQuery({
    queryKey: ['inbox', 'summary'],
    queryFn: ({ signal }) => get<InboxSummaryAnswer>('/api/v1/inbox/summary', signal),
    refetchInterval: 60_000,
  });
}
