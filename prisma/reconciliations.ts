import type { Pool } from './pool.ts';
import type { Transaction } from './client.ts';

export const differences = {
  workflowFailing: { zh: '流程任务反复失败', en: 'its workflow task fails again and again' },
  workflowMissing: { zh: '没有运行中的流程', en: 'no workflow was running' },
  workflowBehind: { zh: '流程落后于数据库', en: 'its workflow had not seen every event' },
  workflowAhead: { zh: '流程超前于数据库', en: 'its workflow had seen events that are not on record' },
  stageDiffers: { zh: '流程与数据库的阶段不同', en: 'its workflow was in another stage' },
  workflowLeftOver: {
    zh: '案件已办结，流程仍在运行',
    en: 'a workflow was still running though nothing is left to wait for',
  },
  caseUnknown: { zh: '有流程而没有案件', en: 'a workflow runs and there is no such case' },
  workflowSilent: { zh: '流程没有应答', en: 'its workflow does not answer' },
} as const;
export type DifferenceKind = keyof typeof differences;

/** What was found otherwise in a case than it should be. */
export interface Difference {
  caseId: string;
  agency: string;
  what: DifferenceKind;
  repaired: boolean;
}

export type RunKind = 'watchdog' | 'reconciler';

/** How long runs are kept, in days. */
const keptDays = 30;

/** Notes that a run has begun, and forgets those of long ago. */
export async function beginRun(pool: Pool, run: { id: string; kind: RunKind; at: Date }): Promise<void> {
  await pool.query('INSERT INTO reconciliation (id, kind, started_at) VALUES ($1, $2, $3)', [run.id, run.kind, run.at]);
  await pool.query(`DELETE FROM reconciliation WHERE started_at < $1::timestamptz - make_interval(days => $2)`, [run.at, keptDays]); // prettier-ignore
}

/** Notes what a run found, each case in the name of its agency. */
export async function endRun(
  pool: Pool,
  run: { id: string; at: Date; looked: number; differences: Difference[] },
): Promise<void> {
  for (const { caseId, agency, what, repaired } of run.differences) {
    await pool.query('SELECT note_difference($1, $2, $3, $4, $5)', [run.id, caseId, agency, what, repaired]);
  }
  const repaired = run.differences.filter((one) => one.repaired).length;
  await pool.query('UPDATE reconciliation SET ended_at = $2, looked = $3, found = $4, repaired = $5 WHERE id = $1', [
    run.id,
    run.at,
    run.looked,
    run.differences.length,
    repaired,
  ]);
}

/** When the last run of a kind began that came to its end; null when there is none. */
export async function lastRun(pool: Pool, kind: RunKind): Promise<Date | null> {
  const { rows } = await pool.query<{ at: Date | null }>(
    'SELECT max(started_at) AS at FROM reconciliation WHERE kind = $1 AND ended_at IS NOT NULL',
    [kind],
  );
  return rows[0]?.at ?? null;
}

/** The last runs, the latest first, with what they found in cases that the reader's agency sees. */
export async function readRuns(
  transaction: Transaction,
  { kind, before, limit }: { kind: RunKind | undefined; before: Date | undefined; limit: number },
) {
  const runs = await transaction.reconciliation.findMany({
    where: { ...(kind && { kind }), ...(before && { startedAt: { lt: before } }) },
    orderBy: [{ startedAt: 'desc' }, { id: 'asc' }],
    take: limit + 1,
  });
  const found = await transaction.reconciliationDifference.findMany({
    where: { runId: { in: runs.map(({ id }) => id) } },
    orderBy: { caseId: 'asc' },
  });
  const shown = runs
    .slice(0, limit)
    .map((run) => ({ ...run, differences: found.filter(({ runId }) => runId === run.id) }));
  return { runs: shown, next: runs.length > limit ? (shown.at(-1)?.startedAt ?? null) : null };
}
