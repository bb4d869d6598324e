import type pg from 'pg';

export interface CaseRow {
  id: string;
  agency?: string;
  procedure?: 'ordinary' | 'summary';
  partyKind?: 'person' | 'organisation';
  reviewedHash?: string | null;
}

/** A case with its first event and content version, written on this connection. */
export async function insertCase(client: pg.Client, row: CaseRow): Promise<void> {
  const { id, agency = 'a1', procedure = 'ordinary', partyKind = 'organisation', reviewedHash = 'hash-1' } = row;
  await insert(client, 'case_filing', {
    id,
    agency_id: agency,
    procedure,
    party_kind: partyKind,
    filing: {},
    filed_at: at,
  });
  await insert(client, 'case_file', {
    id,
    agency_id: agency,
    section_id: 's',
    category: 'penalty',
    procedure,
    party_name: '',
    title: '',
    stage: 'issuing',
    round: 1,
    content_version: 1,
    reviewed_hash: reviewedHash,
    holder: [],
    major: false,
    overdue_level: 0,
    last_seq: 3,
    last_at: at,
    state: {},
  });
  for (const seq of [1, 2, 3]) await insertEvent(client, id, seq, agency);
  await insertContent(client, id, 1, agency);
}

export async function insertEvent(client: pg.Client, caseId: string, seq: number, agency = 'a1'): Promise<void> {
  await insert(client, 'event', {
    case_id: caseId,
    seq,
    agency_id: agency,
    type: 'addRecord',
    actor: 'li',
    at,
    command_id: `${caseId}-${seq}`,
    facts_version: 1,
    data: {},
    words: {},
  });
}

export async function insertContent(client: pg.Client, caseId: string, version: number, agency = 'a1'): Promise<void> {
  await insert(client, 'content_version', {
    case_id: caseId,
    version,
    agency_id: agency,
    hash: 'draft',
    measures: ['fine'],
    amount_fen: 1_800_000,
    confiscated_fen: 0,
    words: {},
    created_by: 'li',
    created_at: at,
  });
}

/** The review of a case, passed unless told; it stands at event 2. */
export async function insertReview(client: pg.Client, caseId: string, changes: object = {}): Promise<void> {
  await insert(client, 'review', {
    case_id: caseId,
    seq: 2,
    agency_id: 'a1',
    round: 1,
    content_version: 1,
    content_hash: 'hash-1',
    reviewer: 'zhou',
    signed_by: 'wu',
    verdict: 'agree',
    opinion_no: '示应急法审〔2026〕1号',
    state: 'passed',
    at,
    ...changes,
  });
}

/** The lawful decision of an ordinary case that {@link insertReview} passed, at event 3, with what is told otherwise. */
export async function insertDecision(client: pg.Client, caseId: string, changes: object = {}): Promise<void> {
  await insert(client, 'decision', {
    case_id: caseId,
    seq: 3,
    agency_id: 'a1',
    procedure: 'ordinary',
    party_kind: 'organisation',
    document_no: `示应急罚〔2026〕${caseId}号`,
    measures: ['fine'],
    amount_fen: 1_800_000,
    confiscated_fen: 0,
    content_hash: 'hash-1',
    review_seq: 2,
    review_state: 'passed',
    issued_by: 'li',
    at,
    ...changes,
  });
}

/** What a summary decision has instead of a review. */
export const summary = { procedure: 'summary', review_seq: null, content_hash: null, review_state: null };

export async function insertLeaf(client: pg.Client, seq: number, agency = 'a1'): Promise<void> {
  await insert(client, 'ledger_leaf', {
    agency_id: agency,
    seq,
    kind: 'event',
    ref: `ref-${seq}`,
    payload: '{}',
    hash: 'h',
    previous: 'p',
    at,
  });
}

export async function insert(client: pg.Client, table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_column, n) => `$${n + 1}`);
  await client.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`, Object.values(row));
}

const at = '2026-03-02T09:00:00+08:00';
