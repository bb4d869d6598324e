import type { CaseEvent } from '../domain/command.ts';

/** The row of a new content version, kept for ever; its words are those that came with the command. */
export function contentVersionRow(agency: string, event: CaseEvent) {
  const { draft, version } = event.input;
  if (!draft || version === undefined || !event.contentHash) throw new TypeError('not a draft');
  return {
    case_id: event.caseId,
    version,
    agency_id: agency,
    hash: event.contentHash,
    measures: draft.measures,
    amount_fen: draft.amountFen,
    confiscated_fen: draft.confiscatedFen,
    created_by: event.actor,
    created_at: new Date(event.at).toISOString(),
  };
}
