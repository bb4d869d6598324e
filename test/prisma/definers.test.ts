import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { insertCase } from '../support/case-rows.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { notPermitted, refusalOf } from '../support/sql-refusal.ts';

let db: TestDatabase;
let application: pg.Client;

beforeAll(async () => {
  db = await createTestDatabase();
  application = new pg.Client({ connectionString: db.appUrl });
  await application.connect();
  await application.query(`SELECT set_config('app.agency', 'a1', false)`);
  await insertCase(application, { id: 'C1' });
});
afterAll(async () => {
  await application.end();
  await db.close();
});

describe('functions that run as the owner', () => {
  test('write to the tables of the system, not to temporary ones of that name, whose triggers would run as the owner', async () => {
    await application.query(`
      CREATE TEMP TABLE notification (LIKE public.notification);
      CREATE TEMP TABLE notification_count (person_id TEXT PRIMARY KEY, last BIGINT);
      CREATE FUNCTION pg_temp.as_owner() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN EXECUTE 'ALTER TABLE public.event DISABLE TRIGGER ALL'; RETURN NULL; END $$;
      CREATE TRIGGER as_owner BEFORE INSERT ON pg_temp.notification FOR EACH ROW EXECUTE FUNCTION pg_temp.as_owner();
      GRANT ALL ON pg_temp.notification, pg_temp.notification_count TO PUBLIC`);
    const at = '2026-03-02T01:00:00Z';
    const notice = { case_id: 'C1', seq: 1, person_id: 'li', kind: 'task', stage: 'intake', at, not_before: at };
    await application.query('SELECT write_notifications($1)', [JSON.stringify([notice])]);
    expect(await db.asOwner('SELECT person_id FROM notification')).toEqual([{ person_id: 'li' }]);
    const off = `SELECT tgname FROM pg_trigger WHERE tgrelid = 'event'::regclass AND NOT tgisinternal AND tgenabled = 'D'`;
    expect(await db.asOwner(off)).toEqual([]);
  });

  test('look at temporary tables last, every one of them', async () => {
    const rows = await db.asOwner<{ name: string; path: string[] }>(
      `SELECT proname AS name, proconfig AS path FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace`,
    );
    expect(rows.length).toBeGreaterThan(9);
    expect(rows.filter(({ path }) => path?.[0] !== 'search_path=public, pg_temp')).toEqual([]);
  });

  test('are none that the application may replace or own', async () => {
    const replaced = application.query(`CREATE FUNCTION public.mine() RETURNS INT LANGUAGE sql AS 'SELECT 1'`);
    expect(await refusalOf(replaced)).toMatchObject(notPermitted);
    expect(await refusalOf(application.query('RESET ROLE; SET ROLE sanxiang_owner'))).toMatchObject(notPermitted);
  });
});
