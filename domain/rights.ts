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
  return !proposal.measures.every((measure) => measure === 'grant');
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
  const hearingAsked = state.notices.some((served) => served.answer?.hearing === 'requested');
  if (hearingAsked && !state.hearingHeld) return refuse('rights.hearingPending');
  return stillRunning(notice, state.hearingHeld, now);
}

function stillRunning(notice: Notice, hearingHeld: boolean, now: Millis): Refusal | null {
  const waivedAll = notice.answer?.kind === 'waived';
  if (!notice.answer && now <= (notice.statementUntil ?? Infinity)) {
    return refuse('rights.periodRunning', { until: notice.statementUntil });
  }
  const hearingSettled = !notice.hearingRight || hearingHeld || waivedAll || notice.answer?.hearing === 'waived';
  if (!hearingSettled && now <= (notice.hearingUntil ?? Infinity)) {
    return refuse('rights.periodRunning', { until: notice.hearingUntil });
  }
  return null;
}
