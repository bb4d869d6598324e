import type pg from 'pg';
import type { CaseEvent } from '../../domain/command.ts';
import { firstPrevious, leafHash } from '../../prisma/ledger.ts';
import { sha256Of } from '../../prisma/canonical.ts';
import { derivedRows } from '../../prisma/derived-rows.ts';
import { leafPayload } from '../../prisma/event-writing.ts';

type Row = Record<string, any>;

/** Tables of a case, each with the column that names it; the outbox is left out, which nothing is read from. */
const parts = {
  case_filing: 'id', command_intake: 'case_id', event: 'case_id', content_version: 'case_id', review: 'case_id', decision: 'case_id',
  publication: 'case_id', case_file: 'id', case_search: 'case_id', due_moment: 'case_id', stage_visit: 'case_id', supervision_order: 'case_id', notification: 'case_id', ledger_leaf: 'case_id',
} as const; // prettier-ignore

/**
 * Copies of a case in the same database, lawful in all that the checker looks at: with ids and numbers of decisions of
 * their own, commands and hashes that fit them, and ledger leaves at the end of the chain. Only of a case without refusals.
 * @param client as superuser: triggers are off while it writes
 * @param altered what an event of the copies is instead; rows derived from events are then to be rebuilt
 */
export async function copyCase(
  client: pg.Client,
  caseId: string,
  count: number,
  from: number,
  altered: (event: CaseEvent) => CaseEvent = (event) => event,
): Promise<void> {
  const rows: Record<string, Row[]> = {};
  for (const [table, key] of Object.entries(parts)) {
    const found = await client.query<{ row: Row }>(`SELECT to_jsonb(t) AS row FROM ${table} t WHERE ${key} = $1`, [
      caseId,
    ]);
    rows[table] = found.rows.map(({ row }) => row);
  }
  for (const row of rows['event']!) row['data'] = altered(row['data']);
  const agency = String(rows['case_filing']![0]!['agency_id']);
  let end = await headOf(client, agency);
  const waiting: Record<string, Row[]> = {};
  await client.query('SET session_replication_role = replica');
  for (let n = from; n < from + count; n += 1) {
    const copy = copyOf(rows, caseId, n);
    const leaves = copy['event']!.toSorted((a, b) => a['seq'] - b['seq']).map((event) => {
      const ref = `${event['case_id']}:${event['seq']}`;
      const payload = leafPayload(event['data']);
      const leaf = { agency_id: agency, seq: end.seq + 1, kind: 'event', case_id: event['case_id'], ref, payload, hash: leafHash(end.hash, payload), previous: end.hash, at: event['at'] }; // prettier-ignore
      end = { seq: leaf.seq, hash: leaf.hash };
      return leaf;
    });
    copy['ledger_leaf'] = leaves;
    copy['case_search'] = searchRows(copy);
    copy['notification'] = copy['notification']!.map((row) => ({
      ...row,
      position: row['position'] + (n + 1) * 1_000_000,
    }));
    for (const [table, own] of Object.entries(copy)) (waiting[table] ??= []).push(...own);
    if ((n - from) % 50 === 49 || n === from + count - 1) await insertAll(client, waiting);
  }
  await client.query('UPDATE ledger_head SET seq = $2, hash = $3 WHERE agency_id = $1', [agency, end.seq, end.hash]);
}

/** Writes what waits to be written. */
async function insertAll(client: pg.Client, waiting: Record<string, Row[]>): Promise<void> {
  for (const [table, rows] of Object.entries(waiting)) {
    await client.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`, [
      JSON.stringify(rows),
    ]);
    waiting[table] = [];
  }
}

/** Searched words are kept in a form of their own. */
function searchRows({ case_filing: filings, event: events }: Record<string, Row[]>): Row[] {
  const stored = events!.toSorted((a, b) => a['seq'] - b['seq']).map(({ data, words }) => ({ event: data, words }));
  return derivedRows(filings![0]!['filing'], stored).case_search;
}

/** The rows under another case id, with the number of each decision made its own, and with the ids and hashes that follow. */
function copyOf(rows: Record<string, Row[]>, caseId: string, n: number): Record<string, Row[]> {
  const changed = new Map<string, string>([[caseId, `${caseId.slice(0, -8)}${n.toString(16).padStart(8, '0')}`]]);
  for (const { document_no } of rows['decision']!) {
    changed.set(
      document_no,
      String(document_no).replace(/(\d+)号$/, (_whole, serial: string) => `${serial}${String(n).padStart(6, '0')}号`),
    );
  }
  const renamed = (row: Row) => withTexts(row, changed);
  for (const intake of rows['command_intake']!) {
    const { person_id, case_id, action, key, words } = renamed(intake);
    changed.set(intake['id'], sha256Of([person_id, case_id, action, key]));
    changed.set(intake['body_hash'], sha256Of(words));
  }
  return Object.fromEntries(
    Object.entries(rows).map(([table, own]) => [table, own.map((row) => withTexts(row, changed))]),
  );
}

function withTexts(row: Row, changed: Map<string, string>): Row {
  const texts = [...changed.keys()].map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return JSON.parse(JSON.stringify(row).replace(new RegExp(texts.join('|'), 'g'), (text) => changed.get(text)!)) as Row;
}

async function headOf(client: pg.Client, agency: string): Promise<{ seq: number; hash: string }> {
  const { rows } = await client.query<{ seq: string; hash: string }>(
    'SELECT seq, hash FROM ledger_head WHERE agency_id = $1',
    [agency],
  );
  return rows[0] ? { seq: Number(rows[0].seq), hash: rows[0].hash } : { seq: 0, hash: firstPrevious };
}
