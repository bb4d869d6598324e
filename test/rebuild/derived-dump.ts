import { derivedTables } from '../../prisma/derived-rows.ts';
import type { TestDatabase } from '../support/database.ts';

/** Every row of the derived tables as the text of a dump, in the order of their keys. */
export function derivedDump(db: TestDatabase): Promise<string[]> {
  return rowsOf(db, Object.keys(derivedTables));
}

/** Every row of all other tables, as text. */
export async function otherDump(db: TestDatabase): Promise<string[]> {
  const tables = await db.asOwner<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> ALL ($1) ORDER BY 1`,
    [Object.keys(derivedTables)],
  );
  return rowsOf(
    db,
    tables.map(({ name }) => name),
  );
}

async function rowsOf(db: TestDatabase, tables: string[]): Promise<string[]> {
  const dumps = tables.map((table) =>
    db.asOwner<{ row: string }>(`SELECT '${table} ' || t::text AS row FROM ${table} t ORDER BY t::text COLLATE "C"`),
  );
  return (await Promise.all(dumps)).flat().map(({ row }) => row);
}
