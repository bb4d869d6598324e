import type { Consequence } from './consequence.ts';

/** Keeps the signed opinion (法制审核意见书); only `agree` is a pass. */
export const addReview: Consequence = async ({ transaction, agency, before, event }) => {
  const { review } = before;
  if (!review?.verdict || !before.reviewedHash) throw new TypeError('no opinion to sign');
  await transaction.review.create({
    data: {
      caseId: event.caseId,
      seq: event.seq,
      agencyId: agency,
      round: event.round,
      contentVersion: before.content?.version ?? 0,
      contentHash: before.reviewedHash,
      reviewer: review.reviewer,
      signedBy: event.actor,
      verdict: review.verdict,
      opinionNo: event.input.opinionNo ?? '',
      state: review.verdict === 'agree' ? 'passed' : 'notPassed',
      at: new Date(event.at),
    },
  });
  return null;
};

/** Takes the pass off record when the content changed after it. */
export const voidReview: Consequence = async ({ transaction, event }) => {
  if (event.pass !== 'voided') return null;
  await transaction.review.updateMany({
    where: { caseId: event.caseId, state: 'passed' },
    data: { state: 'voided', voidedSeq: event.seq },
  });
  return null;
};
