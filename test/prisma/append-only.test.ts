import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { insert, insertCase, insertDecision, insertLeaf, insertReview } from '../support/case-rows.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { appendOnly, notPermitted, refusalOf } from '../support/sql-refusal.ts';

const at = '2026-03-02T09:00:00+08:00';
let db: TestDatabase;
let application: pg.Client;
let owner: pg.Client;

beforeAll(async () => {
  db = await createTestDatabase();
  application = new pg.Client({ connectionString: db.appUrl });
  owner = new pg.Client({ connectionString: db.ownerUrl });
  for (const client of [application, owner]) {
    await client.connect();
    await client.query(`SELECT set_config('app.agency', 'a1', false)`);
  }
  await insertCase(application, { id: 'C1' });
  await insertReview(application, 'C1');
  await insertDecision(application, 'C1');
  await insertLeaf(application, 1);
  await insert(application, 'ledger_head', { agency_id: 'a1', seq: 1, hash: 'h' });
  await insert(application, 'number_series', { agency_id: 'a1', series: '示应急罚', year: 2026, last: 3 });
  await insert(application, 'command_intake', {
    ...{ id: 'k1', agency_id: 'a1', person_id: 'li', case_id: 'C1', action: 'close', key: 'key-0001', body_hash: 'b' },
    ...{ words: {}, status: 'refused', at },
  });
  await insertOthers();
});
afterAll(async () => {
  await application.end();
  await owner.end();
  await db.close();
});

/** What was changed by administrators, which files arrived, what happened to an order on an agency. */
async function insertOthers(): Promise<void> {
  const change = { n: 0, person_id: 'y', action: 'import people', kind: 'person', target: 'li', what: 'changed' };
  await insert(application, 'admin_change', { agency_id: 'a1', command_id: 'k2', ...change, at });
  const file = { name: 'a.pdf', size: 1, media_type: 'application/pdf', sha256: '0'.repeat(64), arrived_at: at };
  await insert(application, 'evidence_file', { id: 'f1', agency_id: 'a1', uploaded_by: 'li', ...file });
  const begun = { reason: '', status: 'open', opened_by: 'wu', opened_at: at, returns: 0, last_at: at, words: '' };
  await insert(application, 'supervision_order', { id: 'o1', agency_id: 'a1', cases: [], state: {}, ...begun });
  const opening = { seq: 1, type: 'openSupervision', actor: 'wu', at, command_id: 'k3', data: {}, words: {} };
  await insert(application, 'supervision_order_event', { order_id: 'o1', agency_id: 'a1', ...opening });
}

const kept = [
  ...['event', 'content_version', 'decision', 'ledger_leaf', 'case_filing'],
  ...['admin_change', 'evidence_file', 'supervision_order_event'],
];
const keptButUpdated = ['review', 'ledger_head', 'number_series', 'command_intake'];

describe.each(kept)('what stands in %s', (table) => {
  const statements = [
    ['changed', `UPDATE ${table} SET agency_id = agency_id`],
    ['deleted', `DELETE FROM ${table}`],
    ['cleared away', `TRUNCATE ${table} CASCADE`],
  ] as const;

  test.each(statements)('cannot be %s by the application, which has no right to', async (_verb, sql) => {
    expect(await refusalOf(application.query(sql))).toEqual(notPermitted);
  });

  test.each(statements)('cannot be %s by the owner, whom the trigger stops', async (_verb, sql) => {
    expect(await refusalOf(owner.query(sql))).toEqual(appendOnly);
  });

  test('is still there', async () => {
    const { rows } = await owner.query<{ count: number }>(`SELECT count(*)::int FROM ${table}`);
    expect(rows[0]?.count).toBeGreaterThan(0);
  });
});

describe.each(keptButUpdated)('a row of %s', (table) => {
  test('is never deleted, by the application or by the owner', async () => {
    for (const sql of [`DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`]) {
      expect(await refusalOf(application.query(sql))).toEqual(notPermitted);
      expect(await refusalOf(owner.query(sql))).toEqual(appendOnly);
    }
  });
});

describe('the application', () => {
  test.each([
    'ALTER TABLE event DISABLE TRIGGER ALL',
    'DROP TRIGGER event_append_only ON event',
    'ALTER TABLE decision DROP CONSTRAINT decision_gate',
    'DROP TABLE event',
    'SET session_replication_role = replica',
    'SET ROLE sanxiang_owner',
    'ALTER TABLE event OWNER TO sanxiang_app',
    `UPDATE person SET roles = '{legalHead}'`,
    'UPDATE account SET password_hash = password_hash',
    `INSERT INTO agency_grant VALUES ('a2', 'a1')`,
    `UPDATE command_intake SET words = '{}'`,
    `UPDATE review SET verdict = 'agree'`,
  ])('may not %s', async (sql) => {
    expect(await refusalOf(application.query(sql))).toEqual(notPermitted);
  });
});

describe('a number series', () => {
  test('never goes back', async () => {
    for (const client of [application, owner]) {
      const back = client.query(`UPDATE number_series SET last = 2 WHERE series = '示应急罚'`);
      expect(await refusalOf(back)).toEqual({ code: 'SX003' });
    }
  });
});
