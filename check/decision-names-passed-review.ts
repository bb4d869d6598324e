import { reviewedHash } from '../activities/reviewed-hash.ts';
import type { CaseRecord } from './case-record.ts';
import type { DecisionRow } from './rows.ts';

/** 未经法制审核或者审核未通过的，不得作出决定 (行政处罚法 58): the hash is made anew from the words up to the decision. */
export function decisionNamesPassedReview(record: CaseRecord): string[] {
  const issued = record.events.filter(({ type }) => type === 'issueDecision').map(({ seq }) => seq);
  const written = record.decisions.map(({ seq }) => seq);
  return [
    ...issued.filter((seq) => !written.includes(seq)).map((seq) => `event ${seq} issued a decision that is not kept`),
    ...written.filter((seq) => !issued.includes(seq)).map((seq) => `decision ${seq} was issued by no event`),
    ...record.decisions.flatMap((decision) => unreviewed(record, decision)),
  ];
}

function unreviewed({ filing, steps, events, reviews }: CaseRecord, decision: DecisionRow): string[] {
  const name = `decision ${decision.seq}`;
  const procedure = steps[0]?.event.input.filing?.procedure;
  if (decision.procedure !== procedure) return [`${name} is ${decision.procedure}, the case ${procedure}`];
  if (procedure === 'summary') return [];
  const review = reviews.find(({ seq }) => seq === decision.review_seq);
  if (!review) return [`${name} names no review`];
  if (review.state !== 'passed' || review.verdict !== 'agree' || review.seq >= decision.seq) {
    return [`${name} names review ${review.seq}, which is ${review.state} (${review.verdict})`];
  }
  if (review.content_hash !== decision.content_hash) return [`${name} has another hash than review ${review.seq}`];
  const signed = events.find(({ seq }) => seq === review.seq);
  if (signed?.type !== 'approveOpinion') return [`review ${review.seq} was signed by no event`];
  const worded = events
    .filter(({ seq }) => seq < decision.seq)
    .map(({ data, words }) => ({ type: data.type, actor: data.actor, input: data.input, words }));
  const onRecord = reviewedHash(filing?.filing.party, worded);
  return onRecord === decision.content_hash ? [] : [`the words before ${name} are not the ones that were reviewed`];
}
