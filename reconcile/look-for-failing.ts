import { randomUUID } from 'node:crypto';
import { agencyIds } from '../prisma/cases-to-watch.ts';
import { casesToLookAt, writeWorkflowProblems } from '../prisma/cases-in-hand.ts';
import type { Pool } from '../prisma/pool.ts';
import { beginRun, endRun, type Difference } from '../prisma/reconciliations.ts';
import type { CaseWorkflows } from './case-workflows.ts';
import { createPace } from './pace.ts';

interface Looking {
  pool: Pool;
  workflows: CaseWorkflows;
  /** Epoch milliseconds. */
  now?: number;
  /** Told now and then that the look goes on. */
  beat?: () => void;
}

/** A task that is given out for the third time has failed twice; one that was lost with its worker comes to two. */
const failingFrom = 3;
/** What should have been recorded, or a command that waits, so long ago is looked at, in milliseconds. */
const [silentFor, waitingFor] = [5 * 60_000, 60_000];
const perSecond = 20;

/**
 * Looks at the cases in which something should have happened and did not, and keeps which of their workflows fail: a
 * workflow fails only in what it is asked to do. One that is well again is taken off.
 */
export async function lookForFailing({
  pool,
  workflows,
  now = Date.now(),
  beat = () => {},
}: Looking): Promise<Difference[]> {
  const id = randomUUID();
  await beginRun(pool, { id, kind: 'watchdog', at: new Date(now) });
  const pace = createPace(perSecond);
  const differences: Difference[] = [];
  let count = 0;
  const before = { silentBefore: new Date(now - silentFor), waitingBefore: new Date(now - waitingFor) };
  for (const agency of await agencyIds(pool)) {
    const looked = await casesToLookAt(pool, { agency, ...before });
    if (looked.length === 0) continue;
    const failing: Record<string, number> = {};
    for (const caseId of looked) {
      await pace();
      const attempt = await workflows.attempt(caseId);
      if (attempt >= failingFrom) failing[caseId] = attempt;
      beat();
    }
    await writeWorkflowProblems(pool, { agency, looked, failing, at: new Date(now) });
    count += looked.length;
    for (const caseId of Object.keys(failing))
      differences.push({ caseId, agency, what: 'workflowFailing', repaired: false });
  }
  await endRun(pool, { id, at: new Date(), looked: count, differences });
  return differences;
}
