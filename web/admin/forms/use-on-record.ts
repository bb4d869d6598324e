import type { OnRecord, OnRecordKind, OrganisationAnswer, PeopleAnswer } from '../../../api/schemas/admin-reading.ts';
import { get } from '../../http.ts';

/** How something is read, and under which key it is kept. */
export interface Reading<Read> {
  queryKey: readonly string[];
  queryFn: () => Promise<Read>;
}

/** Records as an import writes them: of people, items and entries those of one id. */
export function recordsOf<Kind extends OnRecordKind>(kind: Kind, id?: string): Reading<OnRecord<Kind>> {
  const query = id === undefined ? '' : `?${new URLSearchParams({ id })}`;
  return { queryKey: ['admin', 'on-record', kind, id ?? ''], queryFn: () => get(`/api/v1/admin/imports/${kind}${query}`) };
} // prettier-ignore

/** For what is new: there is nothing to read. */
export function nothing<Read>(read: Read): Reading<Read> {
  return { queryKey: ['admin', 'on-record', 'nothing', JSON.stringify(read)], queryFn: () => Promise.resolve(read) };
}

export const organisationReading: Reading<OrganisationAnswer> = {
  queryKey: ['admin', 'organisation'],
  queryFn: () => get('/api/v1/admin/organisation'),
};

export type Colleague = PeopleAnswer['items'][number];

/** Everybody of the agency, page after page. */
export const colleaguesReading: Reading<Colleague[]> = {
  queryKey: ['admin', 'people', 'everybody'],
  async queryFn() {
    const found: Colleague[] = [];
    for (let after = ''; ;) {
      const page = await get<PeopleAnswer>(`/api/v1/admin/people?limit=500${after && `&after=${after}`}`);
      found.push(...page.items);
      if (page.next === null) return found;
      after = page.next;
    }
  },
};

/** Two readings as one. */
export function both<One, Other>(one: Reading<One>, other: Reading<Other>): Reading<readonly [One, Other]> {
  return {
    queryKey: [...one.queryKey, ...other.queryKey],
    queryFn: () => Promise.all([one.queryFn(), other.queryFn()] as const),
  };
}
