import type pg from 'pg';
import { derivedTables, type DerivedTable } from '../prisma/derived-rows.ts';

/** Puts these rows where the case's rows of each table are. @returns the tables in which something was otherwise */
export async function writeDerived(
  client: pg.Client,
  caseId: string,
  rows: Record<DerivedTable, object[]>,
): Promise<DerivedTable[]> {
  const differed: DerivedTable[] = [];
  for (const table of Object.keys(derivedTables) as DerivedTable[]) {
    const removed = await removeOthers(client, table, caseId, rows[table]);
    const written = await writeDiffering(client, table, rows[table]);
    if (removed + written > 0) differed.push(table);
  }
  return differed;
}

async function removeOthers(client: pg.Client, table: DerivedTable, caseId: string, rows: object[]): Promise<number> {
  const { key, caseId: ofCase } = derivedTables[table];
  const { rowCount } = await client.query(
    `DELETE FROM ${table} WHERE ${ofCase} = $1 AND (${key}) NOT IN (SELECT ${key} FROM jsonb_populate_recordset(NULL::${table}, $2))`,
    [caseId, JSON.stringify(rows)],
  );
  return rowCount ?? 0;
}

/** Compared as the texts that a dump holds; a row that is right already is not written. */
async function writeDiffering(client: pg.Client, table: DerivedTable, rows: object[]): Promise<number> {
  if (rows.length === 0) return 0;
  const columns = Object.keys(rows[0]!);
  const listed = (of: string) => columns.map((column) => `${of}${column}`).join(', ');
  const { rowCount } = await client.query(
    `INSERT INTO ${table} (${listed('')}) SELECT ${listed('')} FROM jsonb_populate_recordset(NULL::${table}, $1)
     ON CONFLICT (${derivedTables[table].key}) DO UPDATE SET (${listed('')}) = ROW (${listed('excluded.')})
     WHERE ROW (${listed(`${table}.`)})::text IS DISTINCT FROM ROW (${listed('excluded.')})::text`,
    [JSON.stringify(rows)],
  );
  return rowCount ?? 0;
}
