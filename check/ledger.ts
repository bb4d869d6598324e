import type pg from 'pg';
import { firstPrevious, leafHash } from '../prisma/ledger.ts';
import { invariants, type Findings } from './invariant.ts';
import { keyOf, payloadsOf } from './ledger-payloads.ts';
import { pages, rowsOf } from './pages.ts';
import type { LeafRow } from './rows.ts';

const { ledgerUnbroken, oneLedgerEntry } = invariants;

interface Head {
  agency_id: string;
  seq: number;
  hash: string;
}

/** Each agency's chain from its first entry to its head, and each entry against what it stands for. */
export async function checkLedger(client: pg.Client, findings: Findings, size = 500): Promise<void> {
  const all = 'SELECT to_jsonb(t) AS row FROM ledger_leaf t ORDER BY agency_id, seq';
  const ends = new Map<string, { seq: number; hash: string }>();
  for await (const page of pages<LeafRow>(client, 'all_leaves', all, size)) {
    const payloads = await payloadsOf(client, page);
    for (const leaf of page) {
      const { agency_id, seq, kind, ref, hash, payload } = leaf;
      const where = `${agency_id} ${seq}`;
      const end = ends.get(agency_id) ?? { seq: 0, hash: firstPrevious };
      findings.looked(ledgerUnbroken);
      for (const problem of linkProblems(leaf, end)) findings.breach(ledgerUnbroken, where, problem);
      const expected = payloads.get(keyOf(leaf));
      if (expected === undefined)
        findings.breach(oneLedgerEntry, where, `stands for ${kind} ${ref}, which is not on record`);
      else if (expected !== payload) findings.breach(ledgerUnbroken, where, `is not the digest of ${kind} ${ref}`);
      ends.set(agency_id, { seq, hash });
    }
  }
  await checkHeads(client, ends, findings);
}

function linkProblems(leaf: LeafRow, end: { seq: number; hash: string }): string[] {
  return [
    ...(leaf.seq === end.seq + 1 ? [] : [`follows entry ${end.seq}`]),
    ...(leaf.previous === end.hash ? [] : ['does not name the hash before it']),
    ...(leaf.hash === leafHash(leaf.previous, leaf.payload) ? [] : ['has a hash that is not its own']),
  ];
}

async function checkHeads(
  client: pg.Client,
  ends: Map<string, { seq: number; hash: string }>,
  findings: Findings,
): Promise<void> {
  const heads = await rowsOf<Head>(client, 'SELECT to_jsonb(t) AS row FROM ledger_head t');
  for (const { agency_id, seq, hash } of heads) {
    const end = ends.get(agency_id) ?? { seq: 0, hash: firstPrevious };
    if (end.seq !== seq || end.hash !== hash) {
      findings.breach(ledgerUnbroken, agency_id, `the head is entry ${seq}, the last entry ${end.seq}`);
    }
  }
  const headed = new Set(heads.map(({ agency_id }) => agency_id));
  for (const agency of ends.keys()) {
    if (!headed.has(agency)) findings.breach(ledgerUnbroken, agency, 'the ledger has no head');
  }
}
