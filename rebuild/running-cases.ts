import type { Client, WorkflowExecutionInfo } from '@temporalio/client';
import { caseIdOf } from '../workflows/messages.ts';

/** The cases whose workflows run on this task queue, as Temporal lists them: some moments behind. */
export async function* runningCases(
  client: Client,
  taskQueue: string,
): AsyncGenerator<{ caseId: string; listed: WorkflowExecutionInfo }> {
  const query = `ExecutionStatus = 'Running' AND WorkflowType = 'caseWorkflow' AND TaskQueue = '${taskQueue}'`;
  for await (const listed of client.workflow.list({ query, pageSize: 1_000 })) {
    const caseId = caseIdOf(listed.workflowId);
    if (caseId) yield { caseId, listed };
  }
}
