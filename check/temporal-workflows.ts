import { Client, Connection, WorkflowNotFoundError } from '@temporalio/client';
import { defineSearchAttributeKey, SearchAttributeType, type TypedSearchAttributes } from '@temporalio/common';
import type { Workflows } from './temporal-agrees.ts';

const stageKey = defineSearchAttributeKey('SanxiangStage', SearchAttributeType.KEYWORD);

/** The Temporal server at this address, or null when it does not answer within five seconds. */
export async function openWorkflows(
  address: string,
  namespace: string,
): Promise<(Workflows & { close(): Promise<void> }) | null> {
  const connection = await Connection.connect({ address, connectTimeout: 5_000 }).catch(() => null);
  if (!connection) return null;
  const client = new Client({ connection, namespace });
  return { running, now, close: () => connection.close() };

  async function* running() {
    const query = `ExecutionStatus = 'Running' AND WorkflowType = 'caseWorkflow'`;
    for await (const { workflowId, typedSearchAttributes } of client.workflow.list({ query, pageSize: 1000 })) {
      yield { id: workflowId, stage: stageOf(typedSearchAttributes) };
    }
  }

  async function now(id: string) {
    try {
      const { status, typedSearchAttributes } = await client.withDeadline(Date.now() + 5_000, () =>
        client.workflow.getHandle(id).describe(),
      );
      return status.name === 'RUNNING' ? { stage: stageOf(typedSearchAttributes) } : null;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return null;
      throw error;
    }
  }
}

function stageOf(attributes: TypedSearchAttributes): string | null {
  return attributes.get(stageKey) ?? null;
}
