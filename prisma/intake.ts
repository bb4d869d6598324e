import type { Transaction } from './client.ts';

/** The words that came with a command. Throws when the command was never taken in. */
export async function commandWords(transaction: Transaction, commandId: string): Promise<Record<string, unknown>> {
  const row = await transaction.commandIntake.findUniqueOrThrow({ where: { id: commandId }, select: { words: true } });
  return row.words as Record<string, unknown>;
}
