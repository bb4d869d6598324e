import { defineUpdate, setHandler } from '@temporalio/workflow';
import { caseWorkflow as original } from '../../../workflows/index.ts';
import { act, type CaseStart } from '../../../workflows/messages.ts';

const perform = defineUpdate('perform');

/** Another name: commands arrive as the update `perform`, and nobody listens to `act`. */
export async function caseWorkflow(start: CaseStart): Promise<void> {
  const running = original(start);
  setHandler(perform, () => undefined);
  setHandler(act, undefined as never);
  return running;
}
