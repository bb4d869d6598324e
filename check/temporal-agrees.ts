import type pg from 'pg';
import { isInHand } from '../domain/ended.ts';
import type { CaseState } from '../domain/state.ts';
import { invariants, type Findings } from './invariant.ts';
import { pages, rowsOf } from './pages.ts';

/** Temporal as far as it is checked; `case:<id>` is a workflow's id, listed with the search attribute of its stage. */
export interface Workflows {
  running(): AsyncIterable<{ id: string; stage: string | null }>;
  /** Ids of the workflows of orders on agencies. */
  runningOrders(): AsyncIterable<string>;
  /** One workflow as it says itself right now; null when it is not running. */
  now(id: string): Promise<{ stage: string | null } | null>;
}

/** One row of the read model: enough to say what Temporal should hold. */
type CaseNow = { id: string } & Pick<CaseState, 'stage' | 'supervision' | 'clocks'>;

const caseNow = `SELECT jsonb_build_object('id', id, 'stage', stage, 'supervision', state->'supervision', 'clocks', state->'clocks') AS row
  FROM case_file`;

/** One running workflow for each case in hand, in the same stage, none for any other. */
export async function temporalAgrees(
  client: pg.Client,
  fresh: pg.Client,
  workflows: Workflows,
  findings: Findings,
): Promise<void> {
  const running = new Map<string, (string | null)[]>();
  for await (const { id, stage } of workflows.running()) running.set(id, [...(running.get(id) ?? []), stage]);
  for await (const page of pages<CaseNow>(client, 'cases_in_stage', `${caseNow} ORDER BY id`, 1000)) {
    for (const one of page) {
      const id = `case:${one.id}`;
      const listed = running.get(id) ?? [];
      running.delete(id);
      findings.looked(invariants.temporalAgrees);
      // Temporal runs one under an id; a list may name one that has ended beside the one that followed it.
      if (listed.length > 1 || problemOf(one, listed[0], listed.length > 0)) await lookAgain(one.id);
    }
  }
  for (const id of running.keys()) await lookAgain(id.replace(/^case:/, ''));

  /** Lists lag behind, and a system at work moves on: only what still differs now is a breach. */
  async function lookAgain(caseId: string): Promise<void> {
    const workflow = await workflows.now(`case:${caseId}`);
    const [one] = await rowsOf<CaseNow>(fresh, `${caseNow} WHERE id = $1`, [caseId]);
    const problem = one
      ? problemOf(one, workflow?.stage, workflow !== null)
      : workflow?.stage && 'a workflow is running and there is no case';
    if (problem) findings.breach(invariants.temporalAgrees, caseId, problem);
  }
}

function problemOf(one: CaseNow, workflowStage: string | null | undefined, isRunning: boolean): string | null {
  const { stage } = one;
  if (!isInHand(one)) return isRunning ? `a workflow is running, the case is ${stage}` : null;
  if (!isRunning) return `no workflow is running, the case is in ${stage}`;
  return workflowStage === stage ? null : `the workflow is in ${workflowStage}, the case in ${stage}`;
}
