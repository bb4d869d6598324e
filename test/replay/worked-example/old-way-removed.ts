import { deprecatePatch } from '@temporalio/workflow';
import { caseWorkflow as asBefore } from '../../../workflows/index.ts';
import type { CaseStart } from '../../../workflows/messages.ts';
import { lookBack } from './look-back.ts';

/** A release later, when no run of the old way is open: the branch is gone, the histories with its marker still replay. */
export async function caseWorkflow(start: CaseStart): Promise<void> {
  deprecatePatch('looks-back');
  const running = asBefore(start);
  await lookBack(start);
  return running;
}
