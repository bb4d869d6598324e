import type { CaseEvent } from '../domain/command.ts';
import type { Prisma } from './generated/client.ts';
import type { Transaction } from './client.ts';

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
  return eventsWhere(transaction, { caseId, seq: { gt: lastSeq } });
}

/** The events up to that number and with it, without their words. */
export async function eventsUpTo(transaction: Transaction, caseId: string, seq: number): Promise<CaseEvent[]> {
  return eventsWhere(transaction, { caseId, seq: { lte: seq } });
}

async function eventsWhere(transaction: Transaction, where: Prisma.EventWhereInput): Promise<CaseEvent[]> {
  const rows = await transaction.event.findMany({ where, orderBy: { seq: 'asc' }, select: { data: true } });
  return rows.map((row) => row.data as unknown as CaseEvent);
}
