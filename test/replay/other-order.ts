import { sleep } from '@temporalio/workflow';
import { caseWorkflow as original } from '../../workflows/case.ts';
import type { CaseStart } from '../../workflows/messages.ts';

/** The product's workflow, but it sleeps first: what the histories tell does not happen in this order. */
export async function caseWorkflow(start: CaseStart): Promise<void> {
  await sleep(1000);
  return original(start);
}
