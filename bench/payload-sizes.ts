import type { Client } from '@temporalio/client';

/** Bytes of the input of each update that a workflow has accepted, in order: what the limit is measured with. */
export async function payloadSizes(client: Client, workflowId: string): Promise<number[]> {
  const history = await client.workflow.getHandle(workflowId).fetchHistory();
  return (history.events ?? [])
    .map(
      (event) => event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.args?.payloads ?? null,
    )
    .filter((payloads) => payloads !== null)
    .map((payloads) => payloads.reduce((sum, payload) => sum + (payload.data?.length ?? 0), 0));
}
