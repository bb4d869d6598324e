import type { CaseEvent } from '../domain/command.ts';
import { eventsAfter } from '../prisma/events.ts';
import { inAgency, type Database } from '../prisma/client.ts';

/** The events of a case after `lastSeq`, in order: what a workflow missed when a worker died between commit and answer. */
export async function missedEvents(
  database: Database,
  { caseId, agency, lastSeq }: { caseId: string; agency: string; lastSeq: number },
): Promise<CaseEvent[]> {
  return inAgency(database, agency, (transaction) => eventsAfter(transaction, caseId, lastSeq));
}
