import { useQuery } from '@tanstack/react-query';
import type { AreasAnswer } from '../../api/schemas/admin-reading.ts';
import { get } from '../http.ts';

export type Area = AreasAnswer['areas'][number]['area'];

/** What the reader may administer, and of the rest who does. */
export function useAreas() {
  return useQuery({
    queryKey: ['admin', 'areas'],
    queryFn: ({ signal }) => get<AreasAnswer>('/api/v1/admin/areas', signal),
  });
}

/** Whether the reader may do this; false until it is known. */
export function useMay(area: Area): boolean {
  return useAreas().data?.areas.some((one) => one.area === area && one.may) ?? false;
}
