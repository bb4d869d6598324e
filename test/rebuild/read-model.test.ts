import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rebuildReadModel } from '../../rebuild/read-model.ts';
import { withClient } from '../support/database.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { tellDemo } from './demo-stories.ts';
import { derivedDump, otherDump } from './derived-dump.ts';

let system: RecordedSystem;
let cases: string[];
let before: string[];
let others: string[];

beforeAll(async () => {
  system = await createRecordedSystem();
  cases = await tellDemo(system);
  before = await derivedDump(system.db);
  others = await otherDump(system.db);
});
afterAll(() => system.close());

const rebuild = (options = {}) => rebuildReadModel(system.db.ownerUrl, options);
const all = (figures: object) => ({ cases: cases.length, same: 0, differed: 0, failed: 0, ...figures });

test('of a whole system nothing differs, and nothing is written', async () => {
  const versions = () => system.db.asOwner(`SELECT id, xmin::text, ctid::text FROM case_file ORDER BY id`);
  const rows = await versions();
  expect(await rebuild()).toEqual(all({ same: cases.length }));
  expect(await versions()).toEqual(rows);
});

describe('stands as before, byte for byte, and no record is touched', () => {
  const damages: [string, string][] = [
    ['emptied', 'DELETE FROM case_file; DELETE FROM case_search; DELETE FROM due_moment'],
    ['with other states', `UPDATE case_file SET state = jsonb_set(state, '{round}', '7'), open = NOT open, last_seq = 1`],
    ['with other names', `UPDATE case_file SET title = '', party_name = title, section_id = id, category = 'permit'`],
    ['with another spelling of the same number', `UPDATE case_file SET state = jsonb_set(state, '{round}', (state->>'round' || '.0')::jsonb)`],
    ['without words to be found by', `UPDATE case_search SET grams = '', words = ''`],
    ['with deadlines that were moved', `UPDATE due_moment SET due_at = due_at + interval '1 day', ended_seq = 1, budget = 0`],
    ['without the stays in its stages', `DELETE FROM stage_visit`],
    ['with other stays', `UPDATE stage_visit SET stay = 1, entered_at = entered_at - interval '1 day'`],
    ['with a deadline that nobody set', `INSERT INTO due_moment SELECT (jsonb_populate_record(d, '{"id": "nobody"}')).* FROM due_moment d LIMIT 1`],
  ]; // prettier-ignore

  test.each(damages)('%s', async (_what, sql) => {
    await system.db.asOwner(sql);
    expect(await derivedDump(system.db)).not.toEqual(before);
    const { same, differed, failed } = await rebuild();
    expect([same + differed, failed]).toEqual([cases.length, 0]);
    expect(differed).toBeGreaterThan(0);
    expect(await derivedDump(system.db)).toEqual(before);
    expect(await otherDump(system.db)).toEqual(others);
    expect(await rebuild()).toEqual(all({ same: cases.length }));
  });
});

test('a dry run says which case differs in what, and changes nothing', async () => {
  const [first, second] = cases;
  await system.db.asOwner(`UPDATE case_file SET round = 7 WHERE id = '${first}'`);
  await system.db.asOwner(`DELETE FROM due_moment WHERE case_id IN ('${first}', '${second}')`);
  const damaged = await derivedDump(system.db);
  const said: string[] = [];
  const result = await rebuild({ dryRun: true, say: (line: string) => said.push(line) });
  expect(result).toEqual(all({ same: cases.length - 2, differed: 2 }));
  expect(said.filter((line) => line.includes('differs')).sort()).toEqual(
    [`${first}: 不同 differs: case_file, due_moment`, `${second}: 不同 differs: due_moment`].sort(),
  );
  expect(await derivedDump(system.db)).toEqual(damaged);
});

test('one case alone is rebuilt when it is named', async () => {
  const [first] = cases;
  expect(await rebuild({ caseId: first })).toEqual({ cases: 1, same: 0, differed: 1, failed: 0 });
  expect(await rebuild({ dryRun: true })).toMatchObject({ differed: 1 });
  expect(await rebuild()).toMatchObject({ differed: 1, failed: 0 });
  expect(await derivedDump(system.db)).toEqual(before);
});

test.each([
  ['whose first event files nothing', `UPDATE event SET data = data #- '{input,filing}' WHERE seq = 1 AND case_id = `],
  ['with a gap in its history', `DELETE FROM event WHERE seq = 3 AND case_id = `],
])('a case %s is told and left alone, the others are rebuilt', async (_what, sql) => {
  const [first, second] = cases;
  const plant = (statements: string) =>
    withClient(system.db.adminUrl, (client) => client.query(`SET session_replication_role = replica; ${statements}`));
  await plant(`CREATE TABLE kept AS TABLE event; ${sql} '${first}'`);
  await system.db.asOwner(`DELETE FROM case_file WHERE id IN ('${first}', '${second}')`);
  const said: string[] = [];
  const result = await rebuild({ say: (line: string) => said.push(line) });
  expect(result).toEqual(all({ same: cases.length - 2, differed: 1, failed: 1 }));
  expect(said[0]).toMatch(`${first}: 事件不完整`);
  await plant('DELETE FROM event; INSERT INTO event SELECT * FROM kept; DROP TABLE kept');
  expect(await rebuild()).toEqual(all({ same: cases.length - 1, differed: 1 }));
  expect(await derivedDump(system.db)).toEqual(before);
});
