import type { CaseEvent } from '../domain/command.ts';
import type { CaseState } from '../domain/state.ts';

/** The row of a signed opinion (法制审核意见书); only `agree` is a pass. `before`: the state in which it was signed. */
export function reviewRow(agency: string, { review }: CaseState, event: CaseEvent) {
  if (!review?.verdict || !review.reviewer || !review.hash) throw new TypeError('no opinion to sign');
  return {
    case_id: event.caseId,
    seq: event.seq,
    agency_id: agency,
    round: event.round,
    content_version: review.version,
    content_hash: review.hash,
    reviewer: review.reviewer,
    signed_by: event.actor,
    verdict: review.verdict,
    opinion_no: event.input.opinionNo ?? '',
    state: review.verdict === 'agree' ? 'passed' : 'notPassed',
    at: new Date(event.at).toISOString(),
  };
}
