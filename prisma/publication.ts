import type { Shown } from '../domain/publication.ts';
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

export interface Correction {
  what: string;
  reason: string;
  at: string;
}

/** What of a case is up now, with the corrections made; null where nothing is. */
export async function publishedNow(
  transaction: Transaction,
  caseId: string,
): Promise<(Shown & { decisionSeq: number; corrections: Correction[] }) | null> {
  const row = await transaction.publication.findFirst({
    where: { caseId, status: 'published' },
    orderBy: { decisionSeq: 'desc' },
  });
  if (!row) return null;
  const { title, partyName, facts, fields, corrections, decisionSeq } = row;
  return {
    title,
    partyName,
    facts,
    fields: fields as Shown['fields'],
    corrections: corrections as unknown as Correction[],
    decisionSeq,
  };
}

/** Puts what is shown from now on, with all its corrections, in the place of what was. */
export async function correct(
  transaction: Transaction,
  key: PublicationKey,
  { fields, corrections, ...shown }: Shown & { corrections: Correction[] },
): Promise<void> {
  await change(transaction, key, { ...shown, fields: json(fields), corrections: json(corrections) });
}

/** Takes the publication down; its number stays with the reason. */
export async function takeDown(transaction: Transaction, caseId: string, reason: string, at: Date): Promise<void> {
  await transaction.publication.updateMany({
    where: { caseId, status: 'published' },
    data: { status: 'withdrawn', withdrawnAt: at, withdrawnReason: reason },
  });
}
