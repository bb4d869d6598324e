import type { ReviewItemAnswer } from './command.ts';
import { reviewItems, type ReviewItem } from './process.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Verdict } from './state.ts';

/** What the desk and decide() both look at of an answer. */
export type Answered = Pick<ReviewItemAnswer, 'key' | 'result' | 'basisGiven'>;

export const verdicts = ['agree', 'correct', 'supplement', 'disagree', 'transfer'] as const satisfies Verdict[];

/**
 * The review items that are not answered yet, in their order: those without a result, and those that conform or do not
 * without their basis. The eleventh, other, may be left out. 行政处罚法 58; 国办发〔2018〕118号.
 */
export function unansweredItems(answers: readonly Answered[]): ReviewItem[] {
  return (Object.keys(reviewItems) as ReviewItem[]).filter((key) => {
    const answer = answers.find((candidate) => candidate.key === key);
    if (!answer) return key !== 'other';
    return answer.result !== 'notApplicable' && !answer.basisGiven;
  });
}

/** Why this verdict does not fit these answers, or null: with one item that does not conform nobody agrees. */
export function verdictProblem(verdict: Verdict | undefined, answers: readonly Answered[]): Refusal | null {
  const failing = answers.filter((answer) => answer.result === 'doesNotConform');
  return verdict === 'agree' && failing.length > 0
    ? refuse('review.verdictMismatch', { items: failing.map((answer) => answer.key) })
    : null;
}
