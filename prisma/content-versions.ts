import type { Measure } from '../domain/process.ts';
import type { PersonId } from '../domain/state.ts';
import type { Transaction } from './client.ts';

export interface DraftWords {
  text: string;
  facts: string;
  statutoryBasis: { statute: string; article: string; note?: string | null }[];
  discretion?: {
    standard?: string | null;
    tier?: string | null;
    condition?: string | null;
    rangeYuan?: (number | null)[] | null;
    reasons?: string | null;
  } | null;
  changes?: string | null;
}

/** One version of what is proposed, word for word. */
export interface KeptVersion {
  version: number;
  hash: string;
  measures: Measure[];
  amountFen: number;
  confiscatedFen: number;
  draft: DraftWords;
  newFacts: string | null;
  createdBy: PersonId;
  createdAt: Date;
}

/** Every content version of a case, in order. */
export async function keptVersions(transaction: Transaction, caseId: string): Promise<KeptVersion[]> {
  const rows = await transaction.contentVersion.findMany({ where: { caseId }, orderBy: { version: 'asc' } });
  return rows.map(({ version, hash, measures, amountFen, confiscatedFen, words, createdBy, createdAt }) => {
    const { draft, newFacts } = words as unknown as { draft: DraftWords; newFacts?: string };
    return {
      version,
      hash,
      measures: measures as Measure[],
      amountFen: Number(amountFen),
      confiscatedFen: Number(confiscatedFen),
      draft,
      newFacts: newFacts ?? null,
      createdBy,
      createdAt,
    };
  });
}
