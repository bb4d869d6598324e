import { patched } from '@temporalio/workflow';
import { caseWorkflow as asBefore } from '../../../workflows/index.ts';
import type { CaseStart } from '../../../workflows/messages.ts';
import { lookBack } from './look-back.ts';

/** The change, made so that cases with a history can bear it: what has begun goes on as it began, and what begins looks back. */
export async function caseWorkflow(start: CaseStart): Promise<void> {
  // Asked first of all: while a history is replayed that does not have it, the answer is no, for the whole run.
  const looksBack = patched('looks-back');
  const running = asBefore(start);
  if (looksBack) await lookBack(start);
  return running;
}
