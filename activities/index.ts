import type { Database } from '../prisma/client.ts';
import type { Recorded, RecordRequest } from '../workflows/messages.ts';
import type { CaseEvent } from '../domain/command.ts';
import { missedEvents } from './missed-events.ts';
import { record } from './record.ts';

export interface Activities {
  record(request: RecordRequest): Promise<Recorded>;
  missedEvents(request: { caseId: string; agency: string; lastSeq: number }): Promise<CaseEvent[]>;
}

/** The effects a workflow may have, over the dependencies given here. */
export function createActivities({ database }: { database: Database }): Activities {
  return {
    record: (request) => record(database, request),
    missedEvents: (request) => missedEvents(database, request),
  };
}
