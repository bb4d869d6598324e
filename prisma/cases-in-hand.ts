import type { Stage } from '../domain/process.ts';
import { agencyIds } from './cases-to-watch.ts';
import type { Pool } from './pool.ts';

/** A case that should have a running workflow, as it is on record. */
export interface CaseInHand {
  id: string;
  agency: string;
  stage: Stage;
  /** Number of its last event. */
  seq: number;
  lastAt: Date;
}

/** Every case in hand of every agency, a page at a time. */
export async function* casesInHand(pool: Pool, size = 1_000): AsyncGenerator<CaseInHand[]> {
  for (const agency of await agencyIds(pool)) {
    for (let after = ''; ;) {
      const { rows } = await pool.query<Omit<CaseInHand, 'agency'>>({
        name: 'cases_in_hand',
        text: 'SELECT id, stage, seq, last_at AS "lastAt" FROM cases_in_hand($1, $2, $3)',
        values: [agency, after, size],
      });
      if (rows.length > 0) yield rows.map((row) => ({ ...row, agency }));
      if (rows.length < size) break;
      after = rows.at(-1)!.id;
    }
  }
}

/** One case as it is on record now; null when there is none. */
export async function caseOnRecord(
  pool: Pool,
  caseId: string,
): Promise<{ agency: string; stage: Stage; seq: number; inHand: boolean } | null> {
  const { rows } = await pool.query<{ found: Awaited<ReturnType<typeof caseOnRecord>> }>(
    'SELECT case_on_record($1) AS found',
    [caseId],
  );
  return rows[0]?.found ?? null;
}

/**
 * The cases of an agency whose workflow may be failing: what should have been recorded before `silentBefore` was not, a command
 * has waited for its answer since `waitingBefore`, or it was seen to fail.
 */
export async function casesToLookAt(
  pool: Pool,
  { agency, silentBefore, waitingBefore }: { agency: string; silentBefore: Date; waitingBefore: Date },
): Promise<string[]> {
  const { rows } = await pool.query<{ ids: string[] }>('SELECT cases_to_look_at($1, $2, $3) AS ids', [
    agency,
    silentBefore,
    waitingBefore,
  ]);
  return rows[0]!.ids;
}

/** Keeps, of the cases of an agency that were looked at, those whose workflow fails: each with the attempt it has come to. */
export async function writeWorkflowProblems(
  pool: Pool,
  seen: { agency: string; looked: string[]; failing: Record<string, number>; at: Date },
): Promise<void> {
  const { agency, looked, failing, at } = seen;
  const values = [agency, looked, JSON.stringify(failing), at];
  await pool.query('SELECT write_workflow_problems($1, $2, $3::jsonb, $4)', values);
}
