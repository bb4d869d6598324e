import type { CaseEvent } from '../domain/command.ts';
import type { Prisma } from './generated/client.ts';
import type { Transaction } from './client.ts';
import type { Pool } from './pool.ts';

export interface StoredEvent {
  event: CaseEvent;
  words: Record<string, unknown>;
}

/** JSON as Prisma wants it. The event holds numbers, texts, arrays and plain objects only. */
export function json(value: unknown): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue;
}

/** The case's events with the words of each, in order. */
export async function history(transaction: Transaction, caseId: string): Promise<StoredEvent[]> {
  const rows = await transaction.event.findMany({ where: { caseId }, orderBy: { seq: 'asc' } });
  return rows.map((row) => ({
    event: row.data as unknown as CaseEvent,
    words: row.words as Record<string, unknown>,
  }));
}

/** The events after `lastSeq`, without their words: all that a workflow folds. */
export async function eventsAfter(transaction: Transaction, caseId: string, lastSeq: number): Promise<CaseEvent[]> {
  const rows = await transaction.event.findMany({
    where: { caseId, seq: { gt: lastSeq } },
    orderBy: { seq: 'asc' },
    select: { data: true },
  });
  return rows.map((row) => row.data as unknown as CaseEvent);
}

/** The events up to that number and with it, without their words, for whoever acts in the name of this agency: one round trip. */
export async function eventsUpTo(pool: Pool, agency: string, caseId: string, seq: number): Promise<CaseEvent[]> {
  const { rows } = await pool.query<{ events: CaseEvent[] }>({
    name: 'events_up_to',
    text: 'SELECT events_up_to($1, $2, $3) AS events',
    values: [agency, caseId, seq],
  });
  return rows[0]!.events;
}
