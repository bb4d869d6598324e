import pg from 'pg';
import { UnfitDatabase, waitingMigrations } from '../prisma/migrate.ts';

/** A program will not work on this database, or cannot reach it; the message says why in Chinese and English. */
export class Refused extends Error {}

/**
 * A connection to a database of Sanxiang's, of this version, as a role from which no row is hidden. The caller ends it.
 * @param changes tables that the caller is going to write
 * @throws Refused with one sentence
 */
export async function openOurDatabase(url: string | undefined, changes: string[] = []): Promise<pg.Client> {
  if (!url) throw new Refused(unnamed);
  const client = await opened(url);
  const refusal = (await refusalOf(client)) ?? (await mayNotChange(client, changes));
  if (refusal === null) return client;
  await client.end();
  throw new Refused(refusal);
}

async function opened(url: string): Promise<pg.Client> {
  let client: pg.Client | undefined;
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, options: '-c timezone=UTC' });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  } catch (error) {
    await client?.end().catch(() => undefined);
    throw new Refused(unreachable((error as Error).message), { cause: error });
  }
}

/** Why nobody should work on this database, as one sentence in Chinese and English; null when it will do. */
export async function refusalOf(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ ours: boolean; readable: boolean | null; hidden: boolean | null }>(
    `SELECT m IS NOT NULL AND to_regclass('public.case_filing') IS NOT NULL AND e IS NOT NULL AS ours,
       has_table_privilege(m, 'SELECT') AND has_table_privilege(e, 'SELECT') AS readable, row_security_active(e) AS hidden
     FROM to_regclass('public._prisma_migrations') m, to_regclass('public.event') e`,
  );
  const [found] = rows;
  if (!found?.ours) return '这不是三项的数据库。 This is not a database of Sanxiang.';
  if (found.hidden || !found.readable) return hidden;
  try {
    const [missing] = await waitingMigrations(client);
    return missing ? lacks(missing.name) : null;
  } catch (error) {
    if (error instanceof UnfitDatabase) return error.message;
    throw error;
  }
}

async function mayNotChange(client: pg.Client, tables: string[]): Promise<string | null> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT name FROM unnest($1::text[]) name WHERE NOT (has_table_privilege('public.' || name, 'INSERT')
       AND has_table_privilege('public.' || name, 'UPDATE') AND has_table_privilege('public.' || name, 'DELETE'))`,
    [tables],
  );
  return rows[0] ? readOnly(rows[0].name) : null;
}

const unnamed =
  '请用 DATABASE_OWNER_URL 或者 DATABASE_URL 给出数据库。 Name the database in DATABASE_OWNER_URL or DATABASE_URL.';
const unreachable = (reason: string) => `数据库无法连接。 The database cannot be reached: ${reason}`;
const hidden =
  '该账号受行级权限限制，请用 DATABASE_OWNER_URL 给出所有者账号。 Rows are hidden from this role: name the owner in DATABASE_OWNER_URL.';
const lacks = (name: string) =>
  `数据库还没有执行迁移 ${name}，请先启动一次系统。 The database lacks the migration ${name}: start the system once first.`;
const readOnly = (table: string) =>
  `该账号不得改写 ${table}，请用 DATABASE_OWNER_URL 给出所有者账号。 This role may not write ${table}: name the owner in DATABASE_OWNER_URL.`;
