import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const migrationsFolder = fileURLToPath(new URL('migrations', import.meta.url));

/** Held while migrating, so that two starts at once do it one after the other. Any number that nobody else uses. */
const advisoryLock = 7_265_001;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

interface Applied {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

/**
 * Brings the database to the state that prisma/migrations describes. It keeps Prisma's own table, so that
 * `prisma migrate deploy` may be used instead; unlike Prisma it runs each migration and its entry in one transaction, so that a
 * start killed in the middle leaves nothing half done for somebody to resolve by hand.
 * @returns the names of the migrations that were applied now
 * @throws one sentence when the database is newer than this program, was migrated by something else, or is not this role's
 */
export async function applyMigrations(
  ownerUrl: string,
  say: (sentence: string) => void,
  folder = migrationsFolder,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT pg_advisory_lock($1)', [advisoryLock]);
    await client.query(migrationsTable);
    const waiting = await waitingMigrations(client, folder);
    for (const migration of waiting) {
      say(`迁移数据库 · migrating the database: ${migration.name}`);
      await applyOne(client, migration);
    }
    return waiting.map(({ name }) => name);
  } catch (error) {
    throw isPermissionDenied(error) ? new Error(mayNot(error.message), { cause: error }) : error;
  } finally {
    await client.end();
  }
}

/** A database that this program will not work on; the message says why in Chinese and English. */
export class UnfitDatabase extends Error {}

/**
 * The migrations that a database lacks, in their order; it must have been migrated before.
 * @throws UnfitDatabase when it is newer than this program, was left unfinished, or was migrated by something else
 */
export async function waitingMigrations(client: pg.Client, folder = migrationsFolder): Promise<Migration[]> {
  const { rows } = await client.query<Applied>(
    'SELECT migration_name, checksum, finished_at FROM public._prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
  );
  return unapplied(readMigrations(folder), rows);
}

function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

function unapplied(migrations: Migration[], applied: Applied[]): Migration[] {
  for (const row of applied) {
    const known = migrations.find(({ name }) => name === row.migration_name);
    if (!known) throw new UnfitDatabase(newer(row.migration_name));
    if (!row.finished_at) throw new UnfitDatabase(unfinished(row.migration_name));
    if (known.checksum !== row.checksum) throw new UnfitDatabase(changed(row.migration_name));
  }
  return migrations.filter(({ name }) => !applied.some((row) => row.migration_name === name));
}

async function applyOne(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    const startedAt = new Date();
    await client.query(sql);
    await client.query(
      `INSERT INTO public._prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name, startedAt],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(failed(name, error as Error), { cause: error });
  }
}

function isPermissionDenied(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError && error.code === '42501';
}

/** As Prisma 7 creates it. */
const migrationsTable = `CREATE TABLE IF NOT EXISTS public._prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

const newer = (name: string) =>
  `数据库已执行本版本不认识的迁移 ${name}，请使用较新的程序版本。 ` +
  `The database has the migration ${name}, which this version does not know: use the newer version of the program.`;
const changed = (name: string) =>
  `迁移 ${name} 在执行之后被改动，请恢复原文件。 The migration ${name} was changed after it had been applied: restore the file.`;
const unfinished = (name: string) =>
  `迁移 ${name} 曾由其他工具执行但未完成，请用 prisma migrate resolve 处理。 ` +
  `Another tool left the migration ${name} unfinished: settle it with prisma migrate resolve.`;
const mayNot = (reason: string) =>
  `数据库账号无权迁移，请用 DATABASE_OWNER_URL 给出所有者账号。 ` +
  `This database role may not migrate: name the owner's in DATABASE_OWNER_URL. (${reason})`;
const failed = (name: string, error: Error) =>
  `迁移 ${name} 未能执行，数据库保持原状。 The migration ${name} failed and the database is as before: ${error.message}`;
