import type { Recorded, RecordRequest } from '../workflows/messages.ts';
import type { CaseEvent } from '../domain/command.ts';
import { pageToWatch, type WatchedPage } from './cases-to-watch.ts';
import { missedEvents } from './missed-events.ts';
import type { Database } from '../prisma/client.ts';
import type { Pool } from '../prisma/pool.ts';
import { casesToRecalculate, type CasesPage } from './cases-to-recalculate.ts';
import { createKnownStates } from './known-states.ts';
import { createParameters } from './parameters.ts';
import { record } from './record.ts';
import { readOrder, recordOrder } from './record-order.ts';
import type { AgencyOrder } from '../domain/agency-order.ts';
import type { OrderRecorded, OrderRequest } from '../workflows/order-messages.ts';

export interface Activities {
  pageToWatch(request: Parameters<typeof pageToWatch>[1]): Promise<WatchedPage>;
  record(request: RecordRequest): Promise<Recorded>;
  missedEvents(request: { caseId: string; agency: string; lastSeq: number }): Promise<CaseEvent[]>;
  readOrder(request: OrderRequest): Promise<AgencyOrder>;
  recordOrder(request: OrderRequest): Promise<OrderRecorded>;
  casesToRecalculate(request: { version: number; after: string }): Promise<CasesPage>;
}

/** The effects a workflow may have, over the dependencies given here. */
export function createActivities({ database, pool }: { database: Database; pool: Pool }): Activities {
  const recording = {
    database,
    pool,
    parameters: createParameters(database),
    states: createKnownStates(pool),
  };
  return {
    pageToWatch: (request) => pageToWatch(pool, request),
    record: (request) => record(recording, request),
    missedEvents: (request) => missedEvents(recording.database, request),
    readOrder: (request) => readOrder(recording, request),
    recordOrder: (request) => recordOrder(recording, request),
    casesToRecalculate: (request) => casesToRecalculate(recording, request),
  };
}
