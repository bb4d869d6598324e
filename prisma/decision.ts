import type { Consequence } from './consequence.ts';

/** Writes the decision; the database refuses it without a passed, unvoided review of exactly this content. */
export const addDecision: Consequence = async ({ transaction, agency, before, state, event }) => {
  const { decision, filing } = state;
  if (!decision || !filing) throw new TypeError('no decision to write');
  const ordinary = filing.procedure === 'ordinary';
  const review = ordinary
    ? await transaction.review.findFirst({
        where: { caseId: event.caseId, state: 'passed', contentHash: before.pass?.hash ?? '' },
        orderBy: { seq: 'desc' },
      })
    : null;
  await transaction.decision.create({
    data: {
      caseId: event.caseId,
      seq: event.seq,
      agencyId: agency,
      procedure: filing.procedure,
      partyKind: filing.partyKind,
      documentNo: decision.documentNo,
      measures: decision.measures,
      amountFen: BigInt(decision.amountFen),
      confiscatedFen: BigInt(decision.confiscatedFen),
      contentHash: decision.hash,
      reviewSeq: review?.seq ?? null,
      reviewState: review?.state ?? null,
      issuedBy: event.actor,
      at: new Date(event.at),
    },
  });
  return null;
};
