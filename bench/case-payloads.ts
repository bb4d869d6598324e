import type { Client } from '@temporalio/client';

/** What one update brought into a workflow's history: JSON values, whose bytes are those of the payloads. */
export interface CasePayload {
  command: object;
  /** What its local activity answered. */
  recorded: object;
  /** Bytes of what the update answered. */
  answered: number;
}

interface Payloads {
  payloads?: { data?: Uint8Array | null }[] | null;
}

/** The payloads of each update of a workflow, in order: what the limit is measured with. */
export async function casePayloads(client: Client, workflowId: string): Promise<CasePayload[]> {
  const history = await client.workflow.getHandle(workflowId).fetchHistory();
  const events = history.events ?? [];
  const told = (pick: (event: (typeof events)[number]) => Payloads | null | undefined) =>
    events.flatMap((event) => pick(event)?.payloads?.[0]?.data ?? []).map((data) => Buffer.from(data).toString());
  const commands = told((event) => event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.args);
  const recorded = told((event) => event.markerRecordedEventAttributes?.details?.['result']);
  const answers = told((event) => event.workflowExecutionUpdateCompletedEventAttributes?.outcome?.success);
  if (commands.length !== recorded.length || commands.length !== answers.length)
    throw new Error(`${workflowId}: ${commands.length} updates, ${recorded.length} markers, ${answers.length} answers`);
  return commands.map((command, index) => ({
    command: JSON.parse(command) as object,
    recorded: JSON.parse(recorded[index]!) as object,
    answered: Buffer.byteLength(answers[index]!),
  }));
}
