import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mayReadCase, readingReach, type ReadableCase, type Reader } from '../../api/policy.ts';
import { roles, type Role } from '../../domain/process.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { storyOf, upTo } from '../support/stories.ts';

const ours: ReadableCase = { agency: 'a1', overseenBy: 'j1', involved: ['li', 'adviser-asked', 'pooled'] };
const reader = (agency: string, role: Role | Role[], personId = 'somebody'): Reader => ({
  personId,
  agency,
  roles: [role].flat(),
});

describe('who may read a case of a1, overseen by j1', () => {
  const inCases: Role[] = ['handler', 'firstReviewer', 'sectionHead', 'legalReviewer', 'legalHead', 'leader', 'publisher', 'archivist']; // prettier-ignore
  const rows: [string, Reader, boolean][] = [
    ...inCases.map((role): [string, Reader, boolean] => [`its own ${role}`, reader('a1', role), true]),
    ...inCases.map((role): [string, Reader, boolean] => [`a ${role} of another agency`, reader('a2', role), false]),
    ['its system administrator', reader('a1', 'systemAdmin'), false],
    ['its security administrator', reader('a1', 'securityAdmin'), false],
    ['its audit administrator', reader('a1', 'auditAdmin'), false],
    ['somebody of it without a role', reader('a1', []), false],
    ['an adviser who was asked', reader('a1', 'adviser', 'adviser-asked'), true],
    ['an adviser who was not', reader('a1', 'adviser'), false],
    ['an adviser who handles cases too', reader('a1', ['adviser', 'handler']), true],
    ['an overseer of the overseeing bureau', reader('j1', 'overseer'), true],
    ['an overseer of another bureau', reader('j2', 'overseer'), false],
    ['a leader of the overseeing bureau', reader('j1', 'leader'), false],
    ['an overseer within the agency', reader('a1', 'overseer'), false],
    ['a reviewer of a pool who was named', reader('a2', 'legalReviewer', 'pooled'), true],
    ['a handler who was in it and left for another agency', reader('a2', 'handler', 'li'), false],
    ['a former handler who is an administrator now', reader('a1', 'systemAdmin', 'li'), false],
  ];

  test.each(rows)('%s: %#', (_who, person, may) => {
    expect(mayReadCase(person, ours)).toBe(may);
  });

  test('nobody oversees a case whose agency nobody oversees', () => {
    expect(mayReadCase(reader('j1', 'overseer'), { ...ours, overseenBy: null })).toBe(false);
  });

  test('no role lets anybody read everything', () => {
    const everything = readingReach(Object.keys(roles) as Role[]);
    expect(everything).toEqual({ ownAgency: true, overseen: true, ownTasks: true });
    const all = reader('a2', Object.keys(roles) as Role[]);
    expect(mayReadCase(all, ours)).toBe(false);
  });
});

describe('every way to read', () => {
  let system: RecordedSystem;
  let id: string;
  const at = '2026-03-13T18:00:00+08:00';

  beforeAll(async () => {
    system = await createRecordedSystem();
    id = await system.tellAll(upTo(storyOf('C03').requests, 'consultAdviser'));
  });
  afterAll(() => system.close());

  const readers: [string, boolean][] = [
    ['czsw-h1', true],
    ['czsw-d1', true],
    ['czsw-y1', false],
    ['czsw-c1', false],
    ['czsw-t1', false],
    ['czsf-o1', true],
    ['czsf-l1', false],
    ['xltsf-o1', false],
    ['xltyj-h1', false],
  ];

  test.each(readers)('is open to %s: %s', async (person, may) => {
    for (const path of ['', '/rounds', '/content-versions/1']) {
      const { status, body } = await system.get(person, `/api/v1/cases/${id}${path}`);
      expect({ path, status, code: body.code }).toEqual({
        path,
        status: may ? 200 : 404,
        code: may ? undefined : 'case.unknown',
      });
    }
    const list = await system.get(person, '/api/v1/cases', at);
    expect(list.body.items.map((row: { id: string }) => row.id)).toEqual(may ? [id] : []);
  });

  test('is open to the adviser who was asked and closed to the other', async () => {
    const { rows, asked } = await advisers();
    for (const person of rows) {
      const { status } = await system.get(person, `/api/v1/cases/${id}`);
      const list = await system.get(person, '/api/v1/cases', at);
      expect([person, status, list.body.items.length]).toEqual(person === asked ? [person, 200, 1] : [person, 404, 0]);
    }
  });

  async function advisers() {
    const found = await system.db.asOwner<{ id: string }>(
      `SELECT id FROM person WHERE agency_id = 'czsw' AND 'adviser' = ANY(roles) ORDER BY id`,
    );
    const [held] = await system.db.asOwner<{ holder: string[] }>(`SELECT holder FROM case_file WHERE id = $1`, [id]);
    return { rows: found.map((row) => row.id), asked: held?.holder[0] };
  }
});
