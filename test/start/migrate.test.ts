import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { applyMigrations } from '../../prisma/migrate.ts';
import { freePort } from '../../start/ports.ts';
import { startPostgres, type Postgres } from '../../start/postgres.ts';
import { diagnose } from './prisma-engine.ts';
import { migrationsFolder, silent, temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
let postgres: Postgres;
let url: string;
let migrations: string;
let count = 0;

const table = `CREATE TABLE notice (id int PRIMARY KEY, words text);
CREATE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'no; never'; END $$ LANGUAGE plpgsql;
CREATE TRIGGER no_update BEFORE UPDATE ON notice FOR EACH ROW EXECUTE FUNCTION refuse();`;

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  postgres = await startPostgres({
    dataDir: join(folder.path, 'postgres'),
    port: await freePort(),
    say: silent,
    fast: true,
  });
});
afterAll(async () => {
  await postgres.stop();
  folder.remove();
});
beforeEach(async () => {
  count += 1;
  await postgres.createDatabase(`migrate_${count}`);
  url = postgres.url(`migrate_${count}`, 'sanxiang_owner');
  migrations = migrationsFolder(join(folder.path, `migrations-${count}`), { '001_notice': table });
});

describe('migrating', () => {
  it('applies what is new, in order, and nothing twice', async () => {
    expect(await applyMigrations(url, silent, migrations)).toEqual(['001_notice']);
    migrationsFolder(migrations, { '002_more': 'ALTER TABLE notice ADD COLUMN day date;' });
    expect(await applyMigrations(url, silent, migrations)).toEqual(['002_more']);
    expect(await applyMigrations(url, silent, migrations)).toEqual([]);
    await query("INSERT INTO notice VALUES (1, '告知')");
    await expect(query('UPDATE notice SET words = null')).rejects.toThrow('no; never');
  });

  it('is done once when several starts do it at the same time', async () => {
    const done = await Promise.all([1, 2, 3, 4].map(() => applyMigrations(url, silent, migrations)));
    expect(done.flat()).toEqual(['001_notice']);
  });

  it('leaves nothing of a migration that fails, so that a corrected one applies', async () => {
    migrationsFolder(migrations, { '002_wrong': 'CREATE TABLE half (id int); SELECT nonsense;' });
    await expect(applyMigrations(url, silent, migrations)).rejects.toThrow(/002_wrong.*nonsense/);
    expect(await query("SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
    migrationsFolder(migrations, { '002_wrong': 'CREATE TABLE half (id int);' });
    expect(await applyMigrations(url, silent, migrations)).toEqual(['002_wrong']);
  });

  it('refuses a database that a newer version has migrated', async () => {
    await applyMigrations(url, silent, migrations);
    const older = migrationsFolder(join(folder.path, `older-${count}`), { '000_start': 'SELECT 1' });
    await expect(applyMigrations(url, silent, older)).rejects.toThrow(/001_notice.*newer version/);
  });

  it('refuses a migration that was changed after it had been applied', async () => {
    await applyMigrations(url, silent, migrations);
    migrationsFolder(migrations, { '001_notice': `${table} -- changed` });
    await expect(applyMigrations(url, silent, migrations)).rejects.toThrow(/001_notice.*changed/);
  });

  it('by a role that does not own the database is refused with the setting that names the owner', async () => {
    const app = postgres.url(`migrate_${count}`, 'sanxiang_app');
    await expect(applyMigrations(app, silent, migrations)).rejects.toThrow(/DATABASE_OWNER_URL/);
  });

  it('keeps the table that Prisma’s own engine reads: nothing pending, edited or failed', async () => {
    await applyMigrations(url, silent, migrations);
    expect(await diagnose(url, migrations)).toMatchObject({
      hasMigrationsTable: true,
      history: null,
      editedMigrationNames: [],
      failedMigrationNames: [],
    });
  });

  it('applies the migrations of this version to an empty database', async () => {
    const own = join(folder.path, 'own');
    cpSync('prisma/migrations', own, { recursive: true });
    expect((await applyMigrations(url, silent)).length).toBeGreaterThan(0);
    expect(await diagnose(url, own)).toMatchObject({ history: null, editedMigrationNames: [] });
  });
});
