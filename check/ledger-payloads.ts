import type pg from 'pg';
import type { CaseEvent } from '../domain/command.ts';
import { canonical, sha256Of } from '../prisma/canonical.ts';
import type { AgencyOrderEvent } from '../domain/agency-order.ts';
import { orderLeafPayload } from '../prisma/agency-order.ts';
import { leafPayload } from '../prisma/event-writing.ts';
import { grouped } from './grouped.ts';
import { rowsOf } from './pages.ts';
import type { IntakeRow, LeafRow } from './rows.ts';

/** Under which an entry's payload is found: an administrator's command may change several agencies. */
export function keyOf({ kind, ref, agency_id }: Pick<LeafRow, 'kind' | 'ref' | 'agency_id'>): string {
  return kind === 'administration' ? `${kind} ${agency_id} ${ref}` : `${kind} ${ref}`;
}

/**
 * What each entry's payload must be, by its key, made anew from what it stands for: an event with the digest of
 * its words, a refusal, an administrator's changes.
 */
export async function payloadsOf(client: pg.Client, leaves: LeafRow[]): Promise<Map<string, string>> {
  const refs = (kind: string) => leaves.filter((leaf) => leaf.kind === kind).map(({ ref }) => ref);
  return new Map([
    ...(await ofEvents(client, refs('event'))),
    ...(await ofRefusals(client, refs('refusal'))),
    ...(await ofOrders(client, refs('supervision'))),
    ...(await ofAdministration(client, leaves.filter(({ kind }) => kind === 'administration'))), // prettier-ignore
  ]);
}

function placesOf(refs: string[]): RegExpExecArray[] {
  return refs.map((ref) => /^(.*):(\d+)$/s.exec(ref)).filter((place) => place !== null);
}

async function ofEvents(client: pg.Client, refs: string[]): Promise<[string, string][]> {
  const places = placesOf(refs);
  const rows = await rowsOf<{ case_id: string; seq: number; data: CaseEvent; words: unknown }>(
    client,
    'SELECT to_jsonb(e) AS row FROM event e JOIN unnest($1::text[], $2::int[]) asked (case_id, seq) USING (case_id, seq)',
    [places.map((place) => place[1]), places.map((place) => Number(place[2]))],
  );
  return rows.map(({ case_id, seq, data, words }) => {
    const wordsHash = sha256Of(words);
    return [`event ${case_id}:${seq}`, leafPayload({ ...data, wordsHash })];
  });
}

async function ofOrders(client: pg.Client, refs: string[]): Promise<[string, string][]> {
  const places = placesOf(refs);
  const rows = await rowsOf<{ order_id: string; seq: number; data: AgencyOrderEvent; words: unknown }>(
    client,
    `SELECT to_jsonb(e) AS row FROM supervision_order_event e
     JOIN unnest($1::text[], $2::int[]) asked (order_id, seq) USING (order_id, seq)`,
    [places.map((place) => place[1]), places.map((place) => Number(place[2]))],
  );
  return rows.map(({ order_id, seq, data, words }) => {
    const wordsHash = sha256Of(words);
    return [`supervision ${order_id}:${seq}`, orderLeafPayload({ ...data, wordsHash })];
  });
}

async function ofRefusals(client: pg.Client, refs: string[]): Promise<[string, string][]> {
  const rows = await rowsOf<IntakeRow & { at: string }>(
    client,
    `SELECT to_jsonb(t) - 'words' AS row FROM command_intake t WHERE id = ANY ($1) AND status = 'refused'`,
    [refs],
  );
  return rows.map(({ id, case_id: caseId, action, person_id: personId, answer: refusal, at }) => {
    const hash = sha256Of({ caseId, action, personId, refusal });
    return [`refusal ${id}`, canonical({ kind: 'refusal', ref: id, at: Date.parse(at), hash })];
  });
}

interface AdminRow {
  agency_id: string;
  command_id: string;
  person_id: string;
  action: string;
  kind: string;
  target: string;
  what: string;
  before: unknown;
  after: unknown;
  at: string;
}

async function ofAdministration(client: pg.Client, leaves: LeafRow[]): Promise<[string, string][]> {
  const rows = await rowsOf<AdminRow>(
    client,
    `SELECT to_jsonb(c) AS row FROM admin_change c JOIN unnest($1::text[], $2::text[]) asked (agency_id, command_id)
     USING (agency_id, command_id) ORDER BY c.agency_id, c.command_id, c.n`,
    [leaves.map(({ agency_id }) => agency_id), leaves.map(({ ref }) => ref)],
  );
  return [...grouped(rows, ({ agency_id, command_id }) => `${agency_id}\n${command_id}`).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { agency_id, command_id: ref, person_id: person, action, at } = first;
    const changes = group.map(({ kind, target, what, before, after }) => ({ kind, target, what, before, after }));
    const hash = sha256Of({ person, action, changes });
    return [
      [
        keyOf({ kind: 'administration', ref, agency_id }),
        canonical({ kind: 'administration', ref, at: Date.parse(at), hash }),
      ],
    ];
  });
}
