import type pg from 'pg';
import type { CaseRecord } from './case-record.ts';
import { grouped } from './grouped.ts';
import { invariants, type Findings } from './invariant.ts';
import { rowsOf } from './pages.ts';

/** One leaf for every event of these cases, in the ledger of the case's agency. */
export async function leafPerEvent(client: pg.Client, records: CaseRecord[], findings: Findings): Promise<void> {
  const events = records.flatMap((record) => record.events);
  const refs = events.map(({ case_id, seq }) => `${case_id}:${seq}`);
  const leaves = await rowsOf<{ agency_id: string; ref: string }>(
    client,
    `SELECT jsonb_build_object('agency_id', l.agency_id, 'ref', l.ref) AS row FROM ledger_leaf l
     WHERE l.kind = 'event' AND l.agency_id IN (SELECT agency_id FROM ledger_head) AND l.ref = ANY ($1)`,
    [refs],
  );
  const found = grouped(leaves, ({ ref }) => ref);
  findings.looked(invariants.oneLedgerEntry, events.length);
  for (const [index, { case_id, agency_id, seq }] of events.entries()) {
    const own = found.get(refs[index] ?? '') ?? [];
    if (own.length !== 1) findings.breach(invariants.oneLedgerEntry, case_id, `event ${seq} has ${own.length} entries`);
    else if (own[0]?.agency_id !== agency_id) {
      findings.breach(invariants.oneLedgerEntry, case_id, `event ${seq} is in the ledger of ${own[0]?.agency_id}`);
    }
  }
}
