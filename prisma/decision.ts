import type { CaseEvent } from '../domain/command.ts';
import type { CaseState } from '../domain/state.ts';

/**
 * The row of a decision and, unless the procedure is summary, the hash that must have passed review: write_event() names
 * the review, and the database refuses a decision without a passed, unvoided one of exactly this content.
 */
export function decisionRow(agency: string, before: CaseState, { decision, filing }: CaseState, event: CaseEvent) {
  if (!decision || !filing) throw new TypeError('no decision to write');
  const row = {
    case_id: event.caseId,
    seq: event.seq,
    agency_id: agency,
    procedure: filing.procedure,
    party_kind: filing.partyKind,
    document_no: decision.documentNo,
    measures: decision.measures,
    amount_fen: decision.amountFen,
    confiscated_fen: decision.confiscatedFen,
    content_hash: decision.hash,
    issued_by: event.actor,
    at: new Date(event.at).toISOString(),
  };
  return { decision: row, passedHash: filing.procedure === 'ordinary' ? (before.pass?.hash ?? '') : null };
}
