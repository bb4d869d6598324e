import { isDeepStrictEqual } from 'node:util';
import type { Client } from '@temporalio/client';
import { fold } from '../../domain/apply.ts';
import type { CaseEvent } from '../../domain/command.ts';
import { emptyState } from '../../domain/state.ts';
import { firstPrevious, leafHash } from '../../prisma/ledger.ts';
import { readStoryFolder } from '../../rehearsal/story-folder.ts';
import type { TestDatabase } from './database.ts';
import type { Told } from './stories.ts';

interface LeafRow {
  agency_id: string;
  seq: string;
  kind: string;
  ref: string;
  payload: string;
  hash: string;
  previous: string;
}

/** What is wrong with the ledger: a gap, a fork, a hash that does not fit, a change or refusal without its leaf. */
export async function ledgerFaults(db: TestDatabase): Promise<string[]> {
  const leaves = await db.asOwner<LeafRow>('SELECT * FROM ledger_leaf ORDER BY agency_id, seq');
  const heads = await db.asOwner<{ agency_id: string; seq: string; hash: string }>('SELECT * FROM ledger_head');
  const faults = heads.flatMap((head) => {
    const chain = leaves.filter((leaf) => leaf.agency_id === head.agency_id);
    const broken = chain.filter((leaf, index) => {
      const previous = chain[index - 1]?.hash ?? firstPrevious;
      return (
        Number(leaf.seq) !== index + 1 || leaf.previous !== previous || leaf.hash !== leafHash(previous, leaf.payload)
      );
    });
    const last = chain.at(-1);
    const headFits = Number(head.seq) === chain.length && head.hash === last?.hash;
    return [
      ...broken.map((leaf) => `leaf ${leaf.agency_id} ${leaf.seq}`),
      ...(headFits ? [] : [`head of ${head.agency_id}`]),
    ];
  });
  const owed = await db.asOwner<{ ref: string }>(
    `SELECT 'event ' || case_id || ':' || seq AS ref FROM event UNION ALL SELECT 'refusal ' || id FROM command_intake WHERE status = 'refused'
     UNION ALL SELECT 'supervision ' || order_id || ':' || seq FROM supervision_order_event`,
  );
  const there = leaves
    .filter(({ kind }) => kind !== 'administration')
    .map((leaf) => `${leaf.kind} ${leaf.ref}`)
    .sort();
  const missing = owed.map(({ ref }) => ref).sort();
  if (!isDeepStrictEqual(there, missing)) faults.push(`leaves ${there.length}, changes and refusals ${missing.length}`);
  return faults;
}

/** The cases whose read model is not what folding their events gives. */
export async function foldFaults(db: TestDatabase): Promise<string[]> {
  const cases = await db.asOwner<{ id: string; state: unknown }>('SELECT id, state FROM case_file');
  const events = await db.asOwner<{ data: CaseEvent }>('SELECT data FROM event ORDER BY case_id, seq');
  return cases.flatMap(({ id, state }) => {
    const own = events.map(({ data }) => data).filter((event) => event.caseId === id);
    const folded: unknown = JSON.parse(JSON.stringify(fold(emptyState, own)));
    return isDeepStrictEqual(folded, state) ? [] : [id];
  });
}

/** Every table with the number of its rows. */
export async function rowCounts(db: TestDatabase): Promise<Record<string, number>> {
  const tables = await db.asOwner<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  );
  const union = tables
    .map(({ name }) => `SELECT '${name}' AS name, count(*)::int AS rows FROM "${name}"`)
    .join(' UNION ALL ');
  const rows = await db.asOwner<{ name: string; rows: number }>(union);
  return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
}

export async function eventsOf(db: TestDatabase, caseId: string): Promise<CaseEvent[]> {
  const rows = await db.asOwner<{ data: CaseEvent }>('SELECT data FROM event WHERE case_id = $1 ORDER BY seq', [
    caseId,
  ]);
  return rows.map(({ data }) => data);
}

/** A history as one text, with every payload decoded. */
export function decoded(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (Array.isArray(value)) return value.map(decoded).join('\n');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, entry]) => `${key}: ${decoded(entry)}`)
    .join('\n');
}

export async function historyText(client: Client, workflowId: string): Promise<string> {
  return decoded(await client.workflow.getHandle(workflowId).fetchHistory());
}

/** Fields that hold codes and numbers of documents, and so may be known to Temporal. */
const codes = ['documentNo', 'opinionNo', 'materials', 'requiredMaterials', 'field'];

/** Every word of a story that must not be in a history: names, facts, opinions, addresses, numbers of persons. */
export function wordsOf(story: Told[]): string[] {
  const people = readStoryFolder('demo').organisation.people.map((person) => String(person['name']));
  return [...new Set([...story.flatMap(({ body }) => textsIn(body)), ...people])];
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return /[\u4e00-\u9fff]{2}|\d{9}/.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => (codes.includes(key) ? [] : textsIn(entry)));
}
