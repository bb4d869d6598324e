import { hearingOwed } from './major.ts';
import type { Measure } from './process.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { CaseState, Filing, Millis, Notice, Proposal } from './state.ts';

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

/**
 * A decision that only grants what was asked takes nothing from the party: no notice is needed. Of sealing and seizing the party is
 * told, and heard, on the spot when it is carried out (行政强制法 18), never before: a notice would defeat the measure.
 */
export function noticeRequired(proposal: Proposal, filing: Pick<Filing, 'category'> | null): boolean {
  const { measures, amountFen, confiscatedFen } = proposal;
  const only = (some: readonly Measure[]) => measures.every((measure) => some.includes(measure));
  const untold = only(['grant']) || (filing?.category === 'coercion' && only(['seal', 'seize']));
  return !untold || amountFen > 0 || confiscatedFen > 0;
}

/**
 * Whether the party's rights were observed before this decision: notice served, not heavier than notified, told of the
 * hearing it may claim, answered, waived or lapsed, and a claimed hearing held. 行政处罚法 44, 45, 62–64; the periods end
 * with their Shanghai day.
 */
export function rightsProblem(state: CaseState, proposal: Proposal, now: Millis): Refusal | null {
  const { notices, filing } = state;
  if (!noticeRequired(proposal, filing)) return null;
  const notice = notices.at(-1);
  if (!notice) return refuse('rights.noNotice');
  if (heavierThan(proposal, notice.proposed)) return refuse('rights.heavierWithoutNotice', { told: notice.proposed });
  if (hearingPending(notices)) return refuse('rights.hearingPending');
  // On the spot the party is asked and speaks or does not (行政处罚法 52): there is no period to wait for.
  if (filing?.procedure === 'summary' && notice.answer) return null;
  if (!filing || !hearingOwed(proposal, filing)) return statementRunning(notice, now) ?? claimRunning([notice], now);
  // The right may be told in a document of its own (听证告知书), served before the last notice.
  const offered = notices.findLastIndex((told) => told.hearingRight && !heavierThan(proposal, told.proposed));
  // Whoever was not told and was heard all the same has had what the article gives.
  if (offered < 0 && !notices.some(({ heard }) => heard)) return refuse('rights.hearingRightNotTold');
  return statementRunning(notice, now) ?? (offered < 0 ? null : claimRunning(notices.slice(offered), now));
}

/** A claimed hearing that was not held, unless the party gave the claim up afterwards, be it in answer to a later notice (行政处罚法 64). */
function hearingPending(notices: Notice[]): boolean {
  const claimed = notices.findLastIndex(({ answer, heard }) => answer?.hearing === 'requested' && !heard);
  // Whoever has nothing more to say to a notice without a hearing does not give up the one that was claimed before.
  const gaveUp = ({ answer, hearingRight }: Notice) =>
    answer?.hearing === 'waived' && (hearingRight || answer.kind !== 'waived');
  return claimed >= 0 && !notices.slice(claimed).some(gaveUp);
}

/** Noting down that no answer came ends no period: only an answer, a waiver or the lapse does. */
function statementRunning({ answer, statementUntil: until }: Notice, now: Millis): Refusal | null {
  const silent = !answer || answer.kind === 'none';
  return silent && now <= (until ?? Infinity) ? refuse('rights.periodRunning', { until }) : null;
}

/** The period for claiming a hearing that the first of these notices opened; a later answer may end it, too. */
function claimRunning(notices: Notice[], now: Millis): Refusal | null {
  const [offering] = notices;
  const settled = notices.some(
    ({ heard, answer }) => heard || answer?.kind === 'waived' || answer?.hearing === 'waived',
  );
  if (!offering?.hearingRight || settled || now > (offering.hearingUntil ?? Infinity)) return null;
  return refuse('rights.periodRunning', { until: offering.hearingUntil });
}
