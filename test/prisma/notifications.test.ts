import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { insertCase } from '../support/case-rows.ts';
import { createTestDatabase, withClient, type TestDatabase } from '../support/database.ts';
import { noSuch, notPermitted, refusalOf } from '../support/sql-refusal.ts';

let db: TestDatabase;
let application: pg.Client;

beforeAll(async () => {
  db = await createTestDatabase();
  application = await connected();
  for (const agency of ['a1', 'a2']) {
    await acting(application, agency);
    await insertCase(application, { id: `case-${agency}`, agency });
  }
});
afterAll(async () => {
  await application.end();
  await db.close();
});
beforeEach(() => db.asOwner('DELETE FROM notification'));

async function connected(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: db.appUrl });
  await client.connect();
  return client;
}

async function acting(client: pg.Client, agency: string, person = ''): Promise<void> {
  await client.query(`SELECT set_config('app.agency', $1, false), set_config('app.person', $2, false)`, [
    agency,
    person,
  ]);
}

function notice(caseId: string, seq: number, person: string) {
  const at = '2026-03-02T01:00:00Z';
  return { case_id: caseId, seq, person_id: person, kind: 'task', stage: 'intake', at, not_before: at };
}

async function tell(client: pg.Client, ...notices: object[]): Promise<void> {
  await client.query('SELECT write_notifications($1)', [JSON.stringify(notices)]);
}

async function seen(): Promise<string[]> {
  const { rows } = await application.query<{ what: string }>(
    `SELECT person_id || ' ' || case_id || ' ' || seq AS what FROM notification ORDER BY 1`,
  );
  return rows.map(({ what }) => what);
}

describe('a notice', () => {
  beforeEach(async () => {
    await acting(application, 'a1');
    await tell(application, notice('case-a1', 1, 'li'), notice('case-a1', 1, 'overseer'));
    await acting(application, 'a2');
    await tell(application, notice('case-a2', 1, 'wang'), notice('case-a2', 2, 'overseer'));
  });

  test('is seen by the person whom it tells, of whichever agency the case is, and by nobody else', async () => {
    await acting(application, 'j1', 'overseer');
    expect(await seen()).toEqual(['overseer case-a1 1', 'overseer case-a2 2']);
    await acting(application, 'a1', 'li');
    expect(await seen()).toEqual(['li case-a1 1']);
    for (const nobody of ['', 'zhao']) {
      await acting(application, 'a1', nobody);
      expect(await seen()).toEqual([]);
    }
  });

  test('is marked as read by that person alone, and changed in nothing else', async () => {
    await acting(application, 'a1', 'li');
    const { rowCount } = await application.query('UPDATE notification SET read_at = now()');
    expect(rowCount).toBe(1);
    const change = application.query(`UPDATE notification SET kind = 'copied'`);
    expect(await refusalOf(change)).toEqual(notPermitted);
    expect(await refusalOf(application.query('DELETE FROM notification'))).toEqual(notPermitted);
  });

  test('comes to be in one way only, and of a case of the acting agency', async () => {
    const row = `INSERT INTO notification SELECT 'case-a1', 2, 'li', 'a1', 9, 'task', 'intake', NULL, NULL, NULL, now(), now()`;
    await acting(application, 'a1', 'li');
    expect(await refusalOf(application.query(row))).toEqual(notPermitted);
    expect(await refusalOf(application.query('SELECT * FROM notification_count'))).toEqual(notPermitted);
    expect(await refusalOf(tell(application, notice('case-a2', 3, 'li')))).toEqual(noSuch('notification_case'));
    expect(await refusalOf(tell(application, notice('case-a1', 99, 'li')))).toEqual(noSuch('notification_event'));
  });

  test('is given once for an event and a person', async () => {
    await acting(application, 'a1');
    expect(await refusalOf(tell(application, notice('case-a1', 1, 'li')))).toEqual({
      code: '23505',
      constraint: 'notification_case_id_seq_person_id_key',
    });
  });
});

test('whoever is told by two events at once gets them in the order in which they were committed', async () => {
  const other = await connected();
  await acting(application, 'a1');
  await acting(other, 'a2');
  await application.query('BEGIN');
  await tell(application, notice('case-a1', 3, 'sun'), notice('case-a1', 3, 'qian'));
  let told = false;
  const second = tell(other, notice('case-a2', 3, 'qian'), notice('case-a2', 3, 'sun')).then(() => (told = true));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(told).toBe(false);
  await application.query('COMMIT');
  await second;
  await other.end();
  const rows = await db.asOwner(
    `SELECT case_id, person_id, position::int - min(position::int) OVER (PARTITION BY person_id) AS nth FROM notification ORDER BY 2, 3`,
  );
  expect(rows).toEqual([
    { case_id: 'case-a1', person_id: 'qian', nth: 0 },
    { case_id: 'case-a2', person_id: 'qian', nth: 1 },
    { case_id: 'case-a1', person_id: 'sun', nth: 0 },
    { case_id: 'case-a2', person_id: 'sun', nth: 1 },
  ]);
});

test('what is rolled back tells nobody, and leaves no gap', async () => {
  await acting(application, 'a1');
  await withClient(db.appUrl, async (client) => {
    await acting(client, 'a1');
    await client.query('BEGIN');
    await tell(client, notice('case-a1', 1, 'zhou'));
    await client.query('ROLLBACK');
  });
  await tell(application, notice('case-a1', 2, 'zhou'));
  expect(await db.asOwner(`SELECT seq, position::int FROM notification`)).toEqual([{ seq: 2, position: 1 }]);
});
