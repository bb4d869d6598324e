import { Client, Connection, WorkflowNotFoundError } from '@temporalio/client';
import type { TypedSearchAttributes } from '@temporalio/common';
import { attributeKeys } from '../workflows/case-attributes.ts';
import { snapshot } from '../workflows/messages.ts';
import type { Workflows } from './temporal-agrees.ts';

/** The Temporal server at this address, or null when it does not answer within five seconds. */
export async function openWorkflows(
  address: string,
  namespace: string,
): Promise<(Workflows & { close(): Promise<void> }) | null> {
  const connection = await Connection.connect({ address, connectTimeout: 5_000 }).catch(() => null);
  if (!connection) return null;
  const client = new Client({ connection, namespace });
  return { running, runningOrders, now, close: () => connection.close() };

  async function* running() {
    const query = `ExecutionStatus = 'Running' AND WorkflowType = 'caseWorkflow'`;
    for await (const { workflowId, typedSearchAttributes } of client.workflow.list({ query, pageSize: 1000 })) {
      yield { id: workflowId, stage: stageOf(typedSearchAttributes) };
    }
  }

  async function* runningOrders() {
    const query = `ExecutionStatus = 'Running' AND WorkflowType = 'supervisionOrderWorkflow'`;
    for await (const { workflowId } of client.workflow.list({ query, pageSize: 1000 })) yield workflowId;
  }

  async function now(id: string) {
    const handle = client.workflow.getHandle(id);
    try {
      const { status, typedSearchAttributes } = await soon(() => handle.describe());
      if (status.name !== 'RUNNING') return null;
      // The attributes follow some minutes behind; where no worker answers they are all there is.
      const stage = await soon(() => handle.query(snapshot)).then(
        (state) => state.stage,
        () => null,
      );
      return { stage: stage ?? stageOf(typedSearchAttributes) };
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return null;
      throw error;
    }
  }

  function soon<Result>(work: () => Promise<Result>): Promise<Result> {
    return client.withDeadline(Date.now() + 5_000, work);
  }
}

function stageOf(attributes: TypedSearchAttributes): string | null {
  return attributes.get(attributeKeys.stage) ?? null;
}
