import { useQuery } from '@tanstack/react-query';
import type { FilingChoices } from '../../api/schemas/filing-choices.ts';
import { get } from '../http.ts';

/** What the agency offers for filing and drafting. */
export function useChoices() {
  return useQuery({
    queryKey: ['filing-choices'],
    queryFn: ({ signal }) => get<FilingChoices>('/api/v1/filing-choices', signal),
    staleTime: 300_000,
  });
}
