import type { Transaction } from './client.ts';
import type { EvidenceFile } from './generated/client.ts';

export type { EvidenceFile } from './generated/client.ts';

/** Writes down that a file has arrived. */
export async function insertEvidenceFile(transaction: Transaction, file: EvidenceFile): Promise<void> {
  await transaction.evidenceFile.create({ data: file });
}

/** A file that has arrived; null where the acting agency may not see it. */
export function findEvidenceFile(transaction: Transaction, id: string): Promise<EvidenceFile | null> {
  return transaction.evidenceFile.findUnique({ where: { id } });
}

/** Those of these files that belong to the agency itself, not to one that granted it to read. */
export function ownEvidenceFiles(transaction: Transaction, agencyId: string, ids: string[]): Promise<EvidenceFile[]> {
  return transaction.evidenceFile.findMany({ where: { id: { in: ids }, agencyId } });
}

/** The cases on whose record a file was put, as far as the acting agency may see them. */
export async function casesNaming(transaction: Transaction, id: string): Promise<string[]> {
  const rows = await transaction.$queryRaw<{ id: string }[]>`SELECT id FROM cases_naming_file(${id})`;
  return rows.map((row) => row.id);
}
