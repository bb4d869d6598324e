import type { CaseEvent } from '../domain/command.ts';
import type { Transaction } from './client.ts';
import { json } from './events.ts';

/** Leaves word, in the same transaction, of what others are to be told: codes only, no names. */
export async function enqueue(transaction: Transaction, agencyId: string, event: CaseEvent): Promise<void> {
  const { caseId, seq, type, stage, holder } = event;
  await transaction.outbox.create({
    data: { agencyId, caseId, seq, topic: 'caseEvent', payload: json({ type, stage, holder }) },
  });
}
