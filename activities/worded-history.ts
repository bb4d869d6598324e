import type { Transaction } from '../prisma/client.ts';
import { history, type StoredEvent } from '../prisma/events.ts';
import type { WordedEvent } from './reviewed-hash.ts';

/** An event as the hash sees it: its codes and its words. */
export function worded({ event, words }: StoredEvent): WordedEvent {
  return { type: event.type, actor: event.actor, input: event.input, words };
}

/** The case's history as the hash sees it, in order. */
export async function wordedHistory(transaction: Transaction, caseId: string): Promise<WordedEvent[]> {
  return (await history(transaction, caseId)).map(worded);
}
