import type { Transaction } from '../prisma/client.ts';
import { history } from '../prisma/events.ts';
import type { WordedEvent } from './reviewed-hash.ts';

/** The case's history as the hash sees it: codes and words of every event, in order. */
export async function wordedHistory(transaction: Transaction, caseId: string): Promise<WordedEvent[]> {
  const stored = await history(transaction, caseId);
  return stored.map(({ event, words }) => ({ type: event.type, actor: event.actor, input: event.input, words }));
}
