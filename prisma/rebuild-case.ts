import { fold } from '../domain/apply.ts';
import { emptyState } from '../domain/state.ts';
import { filedWords } from './case-file.ts';
import { saveSearchWords } from './case-search.ts';
import type { Transaction } from './client.ts';
import { eventsAfter } from './events.ts';
import { readModelOf } from './read-model.ts';

/** Writes a case's read model and search words anew from its events, as they would stand had they been written by them. */
export async function rebuildCase(transaction: Transaction, caseId: string): Promise<void> {
  const filed = await filedWords(transaction, caseId);
  const state = fold(emptyState, await eventsAfter(transaction, caseId, 0));
  const agency = state.filing?.agency ?? '';
  const row = JSON.stringify(readModelOf(state));
  await transaction.$executeRaw`
    SELECT write_read_model(${agency}, ${caseId}, ${row}::jsonb, ${JSON.stringify(filed)}::jsonb)`;
  await saveSearchWords(transaction, { caseId, agency }, filed);
}
