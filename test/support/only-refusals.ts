import type { TestDatabase } from './database.ts';
import { rowCounts } from './records.ts';

export interface WrittenIn {
  counts: Record<string, number>;
  record: unknown;
}

/** All that stands in one case, and how many rows there are anywhere; sessions and series of numbers never used apart. */
export async function writtenIn(db: TestDatabase, caseId: string): Promise<WrittenIn> {
  const { session: _, ...counts } = await rowCounts(db);
  const record = await db.asOwner(
    `SELECT to_jsonb(f) AS file, (SELECT jsonb_agg(to_jsonb(e) ORDER BY e.seq) FROM event e WHERE e.case_id = f.id) AS events,
            (SELECT jsonb_agg(to_jsonb(d) ORDER BY d.id) FROM due_moment d WHERE d.case_id = f.id) AS due
     FROM case_file f WHERE f.id = $1`,
    [caseId],
  );
  return { counts, record };
}

/** What stands after so many refusals and nothing else: an intake row and a leaf of the ledger for each. */
export function onlyRefusals({ counts, record }: WrittenIn, refusals = 1): WrittenIn {
  const more = (table: string) => ({ [table]: counts[table]! + refusals });
  return { record, counts: { ...counts, ...more('command_intake'), ...more('ledger_leaf') } };
}
