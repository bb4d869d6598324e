import type { Transaction } from './client.ts';

export interface FilingWords {
  title: string;
  party: { name: string; [field: string]: unknown };
  [field: string]: unknown;
}

/** What was filed, word for word. */
export async function filedWords(transaction: Transaction, caseId: string): Promise<FilingWords> {
  const row = await transaction.caseFiling.findUniqueOrThrow({ where: { id: caseId } });
  return row.filing as unknown as FilingWords;
}
