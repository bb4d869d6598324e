import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { seed } from '../../prisma/seed/seed.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let db: TestDatabase;
let application: pg.Client;
let dataDir: string;

beforeAll(async () => {
  db = await createTestDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'admin-'));
  await seed({ ownerUrl: db.ownerUrl, profile: 'rehearsal', folder: 'demo', dataDir, say: () => {} });
  application = new pg.Client({ connectionString: db.appUrl });
  await application.connect();
  await application.query('SET ROLE sanxiang_app');
});
afterAll(async () => {
  await application.end();
  rmSync(dataDir, { recursive: true });
  await db.close();
});
beforeEach(() => actingFor('xltyj'));

/** In the name of that agency, under a command of its administrators that is on record. */
async function actingFor(agency: string): Promise<void> {
  await application.query(`SELECT set_config('app.agency', $1, false), set_config('app.administration', 'c1', false)`, [
    agency,
  ]);
  await application.query(
    `INSERT INTO admin_change VALUES ($1, 'c1', 0, 'p', 'import', 'k', 't', 'changed', null, null, now()) ON CONFLICT DO NOTHING`,
    [agency],
  );
}

async function changed(sql: string): Promise<number> {
  return (await application.query(sql)).rowCount ?? 0;
}

describe('in the name of one agency the application', () => {
  test('changes its own records', async () => {
    expect(await changed(`UPDATE person SET title = 'x' WHERE id = 'xltyj-h1'`)).toBe(1);
    expect(await changed(`UPDATE agency SET version = version + 1 WHERE id = 'xltyj'`)).toBe(1);
  });

  test.each(['person', 'section', 'agency', 'enforcement_item', 'catalogue_entry', 'account'])(
    'changes no %s of another',
    async (table) => {
      const columns: Record<string, string> = { catalogue_entry: 'entry = entry', account: 'disabled = true' };
      expect(await changed(`UPDATE ${table} SET ${columns[table] ?? 'id = id'} WHERE id LIKE 'asys%'`)).toBe(0);
    },
  );

  test.each([
    `INSERT INTO section (id, agency_id, name, kind) VALUES ('s', 'asys', '', 'office')`,
    `UPDATE person SET agency_id = 'asys' WHERE id = 'xltyj-h1'`,
    `INSERT INTO parameter_pack VALUES ('asys', '2099-01-01', '{}')`,
    `INSERT INTO agency_grant VALUES ('asys', 'xltyj')`,
    `INSERT INTO account VALUES ('x', 'x', 'x', 'asys-h1')`,
    `INSERT INTO region VALUES ('999999', '', null)`,
    `INSERT INTO calendar_year VALUES (2099, 2, '', '{}', '{}')`,
    `INSERT INTO admin_change VALUES ('asys', 'c', 0, 'p', 'a', 'k', 't', 'added', null, null, now())`,
  ])('is refused: %s', async (sql) => {
    await expect(application.query(sql)).rejects.toThrow('row-level security');
  });

  test.each([
    'region',
    'agency',
    'section',
    'person',
    'parameter_pack',
    'calendar_year',
    'catalogue_entry',
    'enforcement_item',
    'account',
  ])('deletes nothing of %s', async (table) => {
    await expect(application.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
  });

  test.each(['region', 'parameter_pack', 'calendar_year', 'admin_change'])('changes nothing of %s', async (table) => {
    const { rows } = await application.query(
      `SELECT attname FROM pg_attribute WHERE attrelid = '${table}'::regclass AND attnum = 1`,
    );
    const column = (rows[0] as { attname: string }).attname;
    await expect(application.query(`UPDATE ${table} SET ${column} = ${column}`)).rejects.toThrow('permission denied');
  });

  test('adds regions for a judicial bureau', async () => {
    await actingFor('xltsf');
    expect(await changed(`INSERT INTO region VALUES ('211104', '示例区', '211100')`)).toBe(1);
  });
});

describe('without a command on record the application', () => {
  test.each([
    'UPDATE person SET roles = roles',
    'UPDATE account SET disabled = false',
    'UPDATE agency SET version = version',
    'UPDATE section SET name = name',
    'UPDATE enforcement_item SET item = item',
    'UPDATE catalogue_entry SET entry = entry',
    `INSERT INTO person (id) SELECT id FROM person WHERE false`,
    `INSERT INTO account SELECT * FROM account WHERE false`,
    `INSERT INTO section SELECT * FROM section WHERE false`,
    `INSERT INTO agency SELECT * FROM agency WHERE false`,
    `INSERT INTO enforcement_item SELECT * FROM enforcement_item WHERE false`,
    `INSERT INTO catalogue_entry SELECT * FROM catalogue_entry WHERE false`,
    `INSERT INTO parameter_pack VALUES ('xltyj', '2099-01-01', '{}')`,
    `INSERT INTO agency_grant VALUES ('xltyj', 'asys')`,
    `DELETE FROM agency_grant WHERE agency_id = 'xltyj'`,
    `INSERT INTO region SELECT * FROM region WHERE false`,
    `INSERT INTO calendar_year SELECT * FROM calendar_year WHERE false`,
    `INSERT INTO notice_contact VALUES ('xltyj-h1', 'xltyj', 'x@example.gov.cn')`,
    `INSERT INTO notice_robot VALUES ('xltyj', '', 'wecom', 'key')`,
  ])('may not %s', async (sql) => {
    await application.query(`SELECT set_config('app.administration', 'another', false)`);
    await expect(application.query(sql)).rejects.toThrow('on record');
  });
});

test('what an agency lets another read is ended by itself alone', async () => {
  const grant = `agency_id = 'xltyj' AND grantee_id = 'xltsf'`;
  expect(await db.asOwner(`SELECT 1 FROM agency_grant WHERE ${grant}`)).toHaveLength(1);
  await actingFor('asys');
  expect(await changed(`DELETE FROM agency_grant WHERE ${grant}`)).toBe(0);
  await actingFor('xltsf');
  expect(await changed(`DELETE FROM agency_grant WHERE ${grant}`)).toBe(0);
});

describe('a version of the catalogue', () => {
  const id = `id = 'xltyj-K01' AND version = 1`;

  test('is given its end once, and changed in nothing else', async () => {
    await expect(
      application.query(`UPDATE catalogue_entry SET entry = entry || '{"field": "x"}' WHERE ${id}`),
    ).rejects.toThrow('record.appendOnly');
    expect(
      await changed(`UPDATE catalogue_entry SET entry = entry || '{"effectiveTo": "2030-01-01"}' WHERE ${id}`),
    ).toBe(1);
    await expect(
      db.asOwner(`UPDATE catalogue_entry SET entry = entry || '{"effectiveTo": "2031-01-01"}' WHERE ${id}`),
    ).rejects.toThrow('record.appendOnly');
  });
});
