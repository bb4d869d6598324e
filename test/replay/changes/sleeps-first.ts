import { sleep } from '@temporalio/workflow';
import { caseWorkflow as original } from '../../../workflows/index.ts';
import type { CaseStart } from '../../../workflows/messages.ts';

/** A timer more: the case waits a second before it begins. */
export async function caseWorkflow(start: CaseStart): Promise<void> {
  await sleep(1000);
  return original(start);
}
