import { expect, test } from '@jest/globals';
import { factsFrom } from '../../prisma/facts-from.ts';
import type { OrganisationRows } from '../../prisma/organisation-facts.ts';

/** Rows as the database gives them: whole records, with all that stands beside what is asked for. */
const rows = {
  agency: {
    ...{ id: 'a1', version: 7, legal_head: 'wu', legal_reviewers: ['zhou'], overseen_by: 'j1' },
    collective: { chair: 'sun', members: ['sun', 'qian'], quorum: 2 },
  },
  section: null,
  legalSection: null,
  packs: [
    { from: '2026-01-01', relaxations: { headDoesFirstReview: { ground: '一' } } },
    { from: '2026-03-02', relaxations: {} },
    { from: '2099-01-01', relaxations: { headDoesFirstReview: { ground: '二' } } },
  ],
  regions: ['211103'],
  persons: [
    {
      ...{ id: 'li', agency_id: 'a1', section_id: 'A', roles: ['handler'], hired_on: null, left_on: null },
      ...{ name: '李某', title: '科员', particulars: { phone: '000' }, away_until: '2026-12-05' },
      certificate: {
        ...{ number: 'X-1', categories: ['penalty'], regions: ['211103'] },
        ...{ validFrom: '2026-01-01', validTo: '2027-01-01', status: 'valid', photo: 'p' },
      },
      legal_exam: { passed: true, number: 'N-1' },
      training: [{ year: 2026, hours: 60, place: '党校' }],
      leave: [{ from: '2026-12-01', to: '2026-12-05', kind: '病假', substitute: 'zhao' }],
    },
  ],
} as unknown as OrganisationRows;

test('of a person the process is told what it decides by, and nothing else: no name, no number, not why somebody is away', () => {
  const { persons } = factsFrom(rows, 'A', Date.parse('2026-03-02T09:00:00+08:00'));
  expect(persons).toEqual({
    li: {
      ...{ id: 'li', agency: 'a1', section: 'A', roles: ['handler'], hiredOn: null, leftOn: null },
      certificate: {
        ...{ categories: ['penalty'], regions: ['211103'] },
        ...{ validFrom: '2026-01-01', validTo: '2027-01-01', status: 'valid' },
      },
      ...{ legalExam: true, trainedYears: [2026] },
      leave: [{ from: '2026-12-01', to: '2026-12-05', substitute: 'zhao' }],
    },
  });
});

test('relaxations are those of the last pack that has begun in Shanghai, from its first moment on', () => {
  const at = (moment: string) => factsFrom(rows, 'A', Date.parse(moment)).relaxations;
  expect(at('2026-03-01T23:59:59+08:00')).toEqual({ headDoesFirstReview: { ground: '一' } });
  expect(at('2026-03-02T00:00:00+08:00')).toEqual({});
  expect(at('2025-12-31T23:59:59+08:00')).toEqual({});
});
