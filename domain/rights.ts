import { refuse, type Refusal } from './refusal.ts';
import type { CaseState, Millis, Notice, Proposal } from './state.ts';

/**
 * Whether a proposal is heavier than what the party was told: a measure the notice does not name (a warning instead of
 * another penalty excepted), or a higher amount fined or confiscated. Lighter needs no new notice. 行政处罚法 44, 45.
 */
export function heavierThan(proposal: Proposal, told: Proposal): boolean {
  const unnamed = proposal.measures.filter((measure) => measure !== 'warning' && !told.measures.includes(measure));
  const onlyAddsWarning =
    proposal.measures.includes('warning') &&
    !told.measures.includes('warning') &&
    told.measures.every((measure) => proposal.measures.includes(measure));
  return (
    unnamed.length > 0 ||
    onlyAddsWarning ||
    proposal.amountFen > told.amountFen ||
    proposal.confiscatedFen > told.confiscatedFen
  );
}

/** A decision that only grants what was asked takes nothing from the party: no notice is needed. */
export function noticeRequired(proposal: Proposal): boolean {
  const onlyGrants = proposal.measures.every((measure) => measure === 'grant');
  return !onlyGrants || proposal.amountFen > 0 || proposal.confiscatedFen > 0;
}

/**
 * Whether the party's rights were observed before this decision: notice served, not heavier than notified, answered,
 * waived or lapsed, and a claimed hearing held. 行政处罚法 44, 45, 62–64; the periods end with their Shanghai day.
 */
export function rightsProblem(state: CaseState, proposal: Proposal, now: Millis): Refusal | null {
  if (!noticeRequired(proposal)) return null;
  const notice = state.notices.at(-1);
  if (!notice) return refuse('rights.noNotice');
  if (heavierThan(proposal, notice.proposed)) return refuse('rights.heavierWithoutNotice', { told: notice.proposed });
  const pending = state.notices.some((served) => served.answer?.hearing === 'requested' && !served.heard);
  return pending ? refuse('rights.hearingPending') : stillRunning(notice, now);
}

/** Noting down that no answer came ends no period: only an answer, a waiver or the lapse does. */
function stillRunning(notice: Notice, now: Millis): Refusal | null {
  const waivedAll = notice.answer?.kind === 'waived';
  const silent = !notice.answer || notice.answer.kind === 'none';
  if (silent && now <= (notice.statementUntil ?? Infinity)) {
    return refuse('rights.periodRunning', { until: notice.statementUntil });
  }
  const hearingSettled = !notice.hearingRight || notice.heard || waivedAll || notice.answer?.hearing === 'waived';
  if (!hearingSettled && now <= (notice.hearingUntil ?? Infinity)) {
    return refuse('rights.periodRunning', { until: notice.hearingUntil });
  }
  return null;
}
