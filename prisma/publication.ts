import type { Transaction } from './client.ts';
import { json } from './events.ts';

export interface PreparedPublication {
  caseId: string;
  agencyId: string;
  decisionSeq: number;
  kind: string;
  title: string;
  documentNo: string;
  partyName: string;
  fields: Record<string, unknown>;
  facts: string;
  preparedBy: string;
  /** YYYY-MM-DD, the last day of the public period. */
  publicUntil: string | null;
}

/** Name and credit code of an agency, as a publication names it. */
export async function agencyOf(
  transaction: Transaction,
  agencyId: string,
): Promise<{ name: string; creditCode: string }> {
  return transaction.agency.findUniqueOrThrow({ where: { id: agencyId }, select: { name: true, creditCode: true } });
}

/** Keeps what was prepared; preparing again replaces what was not yet approved by others. */
export async function keepPrepared(transaction: Transaction, prepared: PreparedPublication): Promise<void> {
  const { publicUntil, caseId, fields, ...rest } = prepared;
  const row = {
    ...rest,
    fields: json(fields),
    publicUntil: publicUntil ? new Date(`${publicUntil}T00:00:00Z`) : null,
    status: 'prepared',
    approvedBy: null,
  };
  await transaction.publication.upsert({ where: { caseId }, create: { ...row, caseId }, update: row });
}

/** Notes the second person's approval. */
export async function approve(transaction: Transaction, caseId: string, approvedBy: string): Promise<void> {
  await transaction.publication.update({ where: { caseId }, data: { status: 'approved', approvedBy } });
}

/** Puts the approved publication up for everybody to read. */
export async function putUp(transaction: Transaction, caseId: string, channel: string, at: Date): Promise<void> {
  await transaction.publication.update({ where: { caseId }, data: { status: 'published', channel, publishedAt: at } });
}
