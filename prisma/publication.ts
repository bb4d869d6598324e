import type { Transaction } from './client.ts';
import { json } from './events.ts';
import type { Prisma } from './generated/client.ts';

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

/** Which publication: an amended decision of the same case has one of its own. */
export interface PublicationKey {
  caseId: string;
  decisionSeq: number;
}

/** Keeps what was prepared; preparing again replaces it and needs a second person's approval again. */
export async function keepPrepared(transaction: Transaction, prepared: PreparedPublication): Promise<void> {
  const { publicUntil, caseId, decisionSeq, fields, ...rest } = prepared;
  const row = {
    ...rest,
    fields: json(fields),
    publicUntil: publicUntil ? new Date(`${publicUntil}T00:00:00Z`) : null,
    status: 'prepared',
    approvedBy: null,
  };
  const key = { caseId_decisionSeq: { caseId, decisionSeq } };
  await transaction.publication.upsert({ where: key, create: { ...row, caseId, decisionSeq }, update: row });
}

async function change(
  transaction: Transaction,
  key: PublicationKey,
  data: Prisma.PublicationUpdateInput,
): Promise<void> {
  await transaction.publication.update({ where: { caseId_decisionSeq: key }, data });
}

/** Notes the second person's approval. */
export async function approve(transaction: Transaction, key: PublicationKey, approvedBy: string): Promise<void> {
  await change(transaction, key, { status: 'approved', approvedBy });
}

/** Puts the approved publication up for everybody to read. */
export async function putUp(transaction: Transaction, key: PublicationKey, channel: string, at: Date): Promise<void> {
  await change(transaction, key, { status: 'published', channel, publishedAt: at });
}

/** Adds a correction beside what was published: what was wrong, why, and when it was said. */
export async function addCorrection(
  transaction: Transaction,
  caseId: string,
  correction: { what: string; reason: string; at: string },
): Promise<void> {
  const row = await transaction.publication.findFirst({
    where: { caseId, status: 'published' },
    orderBy: { decisionSeq: 'desc' },
  });
  if (!row) return;
  await change(
    transaction,
    { caseId, decisionSeq: row.decisionSeq },
    { corrections: json([...(row.corrections as unknown[]), correction]) },
  );
}

/** Takes the publication down; its number stays with the reason. */
export async function takeDown(transaction: Transaction, caseId: string, reason: string, at: Date): Promise<void> {
  await transaction.publication.updateMany({
    where: { caseId, status: 'published' },
    data: { status: 'withdrawn', withdrawnAt: at, withdrawnReason: reason },
  });
}
