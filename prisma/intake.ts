import type { CaseEvent } from '../domain/command.ts';
import type { Transaction } from './client.ts';
import { json } from './events.ts';

/** The words that came with a command. Throws when the command was never taken in. */
export async function commandWords(transaction: Transaction, commandId: string): Promise<Record<string, unknown>> {
  const row = await transaction.commandIntake.findUniqueOrThrow({ where: { id: commandId }, select: { words: true } });
  return row.words as Record<string, unknown>;
}

/** Writes the command's answer in the transaction that does it, so that asking again gives the same answer. */
export async function answerCommand(transaction: Transaction, event: CaseEvent): Promise<void> {
  if (event.actor === 'system') return;
  const answer = { caseId: event.caseId, seq: event.seq, stage: event.stage };
  await transaction.commandIntake.update({
    where: { id: event.commandId },
    data: { status: 'done', answer: json(answer) },
  });
}
