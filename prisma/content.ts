import type { Consequence } from './consequence.ts';
import { json } from './events.ts';

/** Keeps the new content version with its words and hash, for ever. */
export const addContentVersion: Consequence = async ({ transaction, agency, event, words }) => {
  const { draft, version } = event.input;
  if (!draft || version === undefined || !event.contentHash) throw new TypeError('not a draft');
  await transaction.contentVersion.create({
    data: {
      caseId: event.caseId,
      version,
      agencyId: agency,
      hash: event.contentHash,
      measures: draft.measures,
      amountFen: BigInt(draft.amountFen),
      confiscatedFen: BigInt(draft.confiscatedFen),
      words: json(words),
      createdBy: event.actor,
      createdAt: new Date(event.at),
    },
  });
  return null;
};
