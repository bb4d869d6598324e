import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { Action } from '../../domain/process.ts';

type Told = Pick<CaseAnswer, 'history' | 'round'>;

/** Something on record that a review looks at. */
export interface Recorded {
  seq: number;
  at: string;
  by: string;
  /** Since the opinion of the round before. */
  isNew: boolean;
  words: Record<string, unknown>;
}

/** The event of the last opinion before this round: what came later, nobody has reviewed yet. Infinity in the first round. */
export function reviewedUpTo({ history, round }: Told): number {
  return history.findLast((one) => one.type === 'giveOpinion' && one.round < round)?.seq ?? Infinity;
}

/** What is put before a reviewer beside draft and evidence, in the order in which it came. */
export function materialOf(told: Told) {
  const before = reviewedUpTo(told);
  const recorded = (...types: Action[]): Recorded[] =>
    told.history
      .filter(({ type }) => (types as string[]).includes(type))
      .map(({ seq, at, actorName, words }) => ({ seq, at, by: actorName ?? '', isNew: seq > before, words }));
  return {
    notices: recorded('recordNotice'),
    answers: recorded('recordAnswer'),
    hearings: recorded('recordHearing'),
    /** What was asked to be supplemented, and what was answered. */
    supplements: recorded('requestSupplement', 'supplement'),
  };
}
