import { useQuery } from '@tanstack/react-query';
import type { OrganisationAnswer } from '../../api/schemas/admin-reading.ts';
import { get } from '../http.ts';

/** What is on record of the agency: sections, catalogue, items, series. */
export function useOrganisation() {
  return useQuery({
    queryKey: ['admin', 'organisation'],
    queryFn: ({ signal }) => get<OrganisationAnswer>('/api/v1/admin/organisation', signal),
  });
}
