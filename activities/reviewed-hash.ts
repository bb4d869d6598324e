import { draftContent, reviewedContent, type Draft, type ReviewedMatter } from '../domain/content.ts';
import type { CommandInput } from '../domain/command.ts';
import type { CaseState } from '../domain/state.ts';
import { sha256Of } from '../prisma/canonical.ts';
import { textIn } from '../prisma/words.ts';

/** Words as people wrote them, beside the codes of the same event. */
export interface WordedEvent {
  type: string;
  actor: string;
  input: CommandInput;
  words: Record<string, unknown>;
}

interface DraftWords {
  text: string;
  facts: string;
  statutoryBasis: { statute: string; article: string; note?: string | null }[];
  discretion: unknown;
}

/** The draft of a saveDraft event as the hash sees it. */
export function draftOf(event: WordedEvent): Draft {
  const { draft } = event.input;
  if (!draft) throw new TypeError('not a draft');
  const words = (event.words as { draft: DraftWords }).draft;
  const { measures, amountFen, confiscatedFen } = draft;
  const tier = JSON.stringify(words.discretion ?? null);
  return {
    measures,
    amountFen,
    confiscatedFen,
    text: words.text,
    facts: words.facts,
    tier,
    basis: words.statutoryBasis,
  };
}

/** SHA-256 of one content version. */
export function draftHash(draft: Draft): string {
  return sha256Of(draftContent(draft));
}

/**
 * SHA-256 of everything a reviewer sees (送审内容): party, current draft, evidence, notices, statements, hearing record.
 * Null before the first draft. `events` is the case's whole history in order.
 */
export function reviewedHash(party: unknown, events: WordedEvent[]): string | null {
  const drafted = events.findLast((event) => event.type === 'saveDraft');
  if (!drafted) return null;
  const matter: ReviewedMatter = {
    partyDigest: sha256Of(party),
    draft: draftOf(drafted),
    evidence: events.filter((event) => event.input.record?.isEvidence).map(evidenceOf),
    notices: noticesReviewed(events).map(noticeOf),
    answers: events.filter((event) => event.type === 'recordAnswer').map(answerOf),
    hearings: events.filter((event) => event.type === 'recordHearing').map(hearingOf),
  };
  return sha256Of(reviewedContent(matter));
}

/**
 * The notices that count as reviewed: all, but for those served after the reviewer's opinion while nothing else changed. A
 * later notice alone does not undo what was reviewed; new evidence, a statement, a hearing or a draft does, and whoever
 * reviews next sees every notice.
 */
function noticesReviewed(events: WordedEvent[]): WordedEvent[] {
  const opinion = events.findLastIndex((event) => event.type === 'giveOpinion');
  const since = events.slice(opinion + 1);
  const untouched = opinion >= 0 && !since.some((event) => undoesReview(event) || beginsReview(event));
  return (untouched ? events.slice(0, opinion) : events).filter((event) => event.type === 'recordNotice');
}

/** Another opinion is to be given after it, on all that is there by then. */
function beginsReview({ type }: Pick<WordedEvent, 'type'>): boolean {
  return ['acceptForReview', 'object', 'concludeCoordination', 'returnOpinion'].includes(type);
}

/** Whether a review begins of more than the last opinion was on: of notices that came after it and alone. */
export function reviewsMore(event: Pick<WordedEvent, 'type'>, { review, notices }: CaseState): boolean {
  const given = review?.givenAt ?? null;
  return beginsReview(event) && given !== null && notices.some(({ servedAt }) => servedAt >= given);
}

function undoesReview({ type, input }: WordedEvent): boolean {
  const statement = type === 'recordAnswer' && input.answer?.kind === 'statement';
  return type === 'saveDraft' || type === 'recordHearing' || statement || input.record?.isEvidence === true;
}

function evidenceOf(event: WordedEvent): ReviewedMatter['evidence'][number] {
  return { id: event.input.record?.id ?? '', sha256: sha256Of(event.words) };
}

function noticeOf(event: WordedEvent): ReviewedMatter['notices'][number] {
  const { input, words } = event;
  return {
    documentNo: input.documentNo ?? null,
    kind: textIn(words, 'kind'),
    proposed: input.proposed ?? { measures: [], amountFen: 0, confiscatedFen: 0 },
    hearingRight: input.hearingRight === true,
  };
}

function answerOf(event: WordedEvent): ReviewedMatter['answers'][number] {
  const { words } = event;
  return {
    noticeNo: null,
    kind: event.input.answer?.kind ?? 'none',
    text: textIn(words, 'text'),
    review: typeof words.review === 'string' ? words.review : null,
  };
}

function hearingOf({ actor, words }: WordedEvent): ReviewedMatter['hearings'][number] {
  return {
    chair: actor,
    recorder: textIn(words, 'recorder'),
    public: words['public'] === true,
    attended: Array.isArray(words['attended']) ? words['attended'].map(String) : [],
    report: textIn(words, 'report'),
  };
}
