import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rebuildReadModel } from '../../rebuild/read-model.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { tellDemo } from './demo-stories.ts';

let system: RecordedSystem;

beforeAll(async () => {
  system = await createRecordedSystem();
  await tellDemo(system);
  await system.db.asOwner(`UPDATE notification SET read_at = at + interval '1 hour' WHERE position % 2 = 0`);
});
afterAll(() => system.close());

const columns = 'case_id, seq, person_id, agency_id, kind, stage, rung, clock, due_at, at, not_before';

async function dump(more = '', where = 'true'): Promise<string[]> {
  const rows = await system.db.asOwner<{ row: string }>(
    `SELECT ROW (${columns}${more})::text AS row FROM notification WHERE ${where} ORDER BY case_id, seq, person_id`,
  );
  return rows.map(({ row }) => row);
}

test('what was read stays read through a rebuild, whatever else is mended', async () => {
  const before = await dump(', read_at, position');
  await system.db.asOwner(`UPDATE notification SET kind = 'informed', rung = 'plus5', due_at = NULL WHERE seq % 3 = 0`);
  expect(await dump(', read_at, position')).not.toEqual(before);
  expect((await rebuildReadModel(system.db.ownerUrl)).differed).toBeGreaterThan(0);
  expect(await dump(', read_at, position')).toEqual(before);
  expect((await rebuildReadModel(system.db.ownerUrl)).differed).toBe(0);
});

test('notices that are lost are given anew, unread, behind those that each person has', async () => {
  const before = await dump();
  const left = await dump(', read_at, position', 'seq % 2 = 0');
  await system.db.asOwner('DELETE FROM notification WHERE seq % 2 = 1');
  await rebuildReadModel(system.db.ownerUrl);
  expect(await dump()).toEqual(before);
  expect(await dump(', read_at, position', 'seq % 2 = 0')).toEqual(left);
  const [{ read, behind } = { read: -1, behind: -1 }] = await system.db.asOwner<{ read: number; behind: number }>(
    `SELECT count(*) FILTER (WHERE read_at IS NOT NULL)::int AS read, count(*) FILTER (WHERE position <=
       (SELECT max(position) FROM notification o WHERE o.person_id = n.person_id AND o.seq % 2 = 0))::int AS behind
     FROM notification n WHERE seq % 2 = 1`,
  );
  expect({ read, behind }).toEqual({ read: 0, behind: 0 });
});

test('a notice of which no event tells is taken out', async () => {
  const before = await dump(', read_at, position');
  await system.db.asOwner(
    `INSERT INTO notification SELECT (jsonb_populate_record(n, '{"person_id": "nobody"}')).* FROM notification n LIMIT 1`,
  );
  await rebuildReadModel(system.db.ownerUrl);
  expect(await dump(', read_at, position')).toEqual(before);
});
