import type { Consequence } from './consequence.ts';

/** Keeps the signed opinion (法制审核意见书); only `agree` is a pass. */
export const addReview: Consequence = async ({ transaction, agency, before, event }) => {
  const { review } = before;
  if (!review?.verdict || !review.reviewer || !review.hash) throw new TypeError('no opinion to sign');
  await transaction.review.create({
    data: {
      caseId: event.caseId,
      seq: event.seq,
      agencyId: agency,
      round: event.round,
      contentVersion: review.version,
      contentHash: review.hash,
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

/** Takes the pass off record when what was reviewed changed; a pass on which a decision rests stays as it was given. */
export const voidReview: Consequence = async ({ transaction, event }) => {
  if (event.pass !== 'voided' && event.pass !== 'offRecord') return null;
  await transaction.$executeRaw`
    UPDATE review SET state = 'voided', voided_seq = ${event.seq} WHERE case_id = ${event.caseId} AND state = 'passed'
      AND NOT EXISTS (SELECT FROM decision d WHERE d.case_id = review.case_id AND d.review_seq = review.seq)`;
  return null;
};
