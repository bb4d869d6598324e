import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { caseOnRecord, casesInHand } from '../prisma/cases-in-hand.ts';
import type { Pool } from '../prisma/pool.ts';
import { beginRun, endRun, lastRun, type Difference, type DifferenceKind } from '../prisma/reconciliations.ts';
import type { CaseStarter } from '../rebuild/start-case.ts';
import type { CaseWorkflows } from './case-workflows.ts';
import { differenceOf } from './difference-of.ts';
import { createPace } from './pace.ts';
import { findSuspects } from './suspects.ts';

export interface Reconciling {
  pool: Pool;
  workflows: CaseWorkflows;
  starter: CaseStarter;
  /** Begins the workflow of a case of an agency from its events, or tells the one that runs. */
  begin(agency: string, caseId: string): Promise<void>;
  now?: number;
  beat?: () => void;
  /** Told why a repair did not succeed. */
  say?: (line: string) => void;
}

const perSecond = 20;
/** Only what differs still after so long is a difference: between commit and fold lies a moment, in milliseconds. */
const lookAgainAfter = 2_000;

/**
 * Compares every case in hand with the workflows that run, looks again at each one that seems to differ, and repairs what
 * does: the record is the truth, and no repair writes an event. Safe beside commands at work, and to be run again.
 */
export async function reconcile(reconciling: Reconciling): Promise<Difference[]> {
  const { pool, workflows, now = Date.now(), beat = () => {} } = reconciling;
  const say = (caseId: string) => (error: unknown) =>
    reconciling.say?.(`${caseId}: ${error instanceof Error ? error.name : 'failed'}`);
  const id = randomUUID();
  const since = await lastRun(pool, 'reconciler');
  await beginRun(pool, { id, kind: 'reconciler', at: new Date(now) });
  const { looked, cases } = await findSuspects(casesInHand(pool), workflows.running(), { now, since });
  const pace = createPace(perSecond);
  const differences: Difference[] = [];
  for (const { caseId, agency } of cases) {
    await pace();
    beat();
    const what = await lasting(reconciling, caseId);
    if (!what) continue;
    await repair(reconciling, caseId, agency, what).catch(say(caseId));
    const repaired = (await difference(reconciling, caseId)) === null;
    differences.push({ caseId, agency, what, repaired });
  }
  await endRun(pool, { id, at: new Date(), looked, differences });
  return differences;
}

/** In this order: what is on record when the workflow was asked can only be more than it said. */
async function difference({ pool, workflows }: Reconciling, caseId: string): Promise<DifferenceKind | null> {
  const workflow = await workflows.standing(caseId);
  return differenceOf(workflow, await caseOnRecord(pool, caseId));
}

async function lasting(reconciling: Reconciling, caseId: string): Promise<DifferenceKind | null> {
  if (!(await difference(reconciling, caseId))) return null;
  await sleep(lookAgainAfter);
  return difference(reconciling, caseId);
}

async function repair(reconciling: Reconciling, caseId: string, agency: string, what: DifferenceKind): Promise<void> {
  const { pool, workflows, starter, begin } = reconciling;
  switch (what) {
    case 'workflowMissing':
    case 'workflowBehind':
      return begin(agency, caseId);
    case 'workflowLeftOver': {
      // One that has only missed the end of its case ends by itself when it is told.
      const onRecord = await caseOnRecord(pool, caseId);
      await starter.tell(caseId, onRecord?.seq ?? 0);
      await sleep(lookAgainAfter);
      if (await workflows.standing(caseId)) await starter.terminate(caseId, 'the case is not in hand any more');
      return;
    }
    case 'workflowAhead':
    case 'stageDiffers':
      await starter.terminate(caseId, 'not what is on record');
      return begin(agency, caseId);
    // The watchdog's matter, and people's: what does not answer may be at work, and an unknown case may be somebody's filing.
    case 'workflowSilent':
    case 'caseUnknown':
    case 'workflowFailing':
      return;
  }
}
