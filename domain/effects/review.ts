import { nextReviewer } from '../reviewers.ts';
import { pathAfterPass } from '../path.ts';
import type { EffectOf } from './effect.ts';

export const acceptForReview: EffectOf = ({ state, command }) => ({
  round: state.round + 1,
  holder: command.input.reviewer ? [command.input.reviewer] : [],
  reviewer: command.input.reviewer ?? null,
});

/** 补正 and 咨询 pause only the stage they leave. */
export const requestSupplement: EffectOf = () => ({ frame: 'push' });
export const consultAdviser: EffectOf = ({ command }) => ({
  frame: 'push',
  holder: command.input.adviser ? [command.input.adviser] : [],
});

/** Back to the stage that was left, with its holder, and its clock running on. */
export const goBack: EffectOf = ({ state }) => {
  const frame = state.frames.at(-1);
  if (!frame) return { to: 'investigating', frame: 'pop' };
  return {
    to: frame.stage,
    frame: 'pop',
    holder: frame.holder.filter((person) => !state.recused.includes(person)),
    resumes: frame.clock ? ['stage'] : [],
  };
};

export const extendReview: EffectOf = () => ({ extends: [{ name: 'stage', limit: 'legalReviewExtension' }] });

/**
 * The first return in a round gives a fresh period; after that the working days left on the day of the opinion, at least
 * two.
 */
export const returnOpinion: EffectOf = ({ state, now }) => {
  const { review } = state;
  const again = review && review.returned > 0 && review.givenAt !== null && review.dueThen !== null;
  const left = again ? { from: review.givenAt!, dueAt: review.dueThen!, atLeast: 2 } : undefined;
  return { arms: [{ name: 'stage', limit: 'legalReview', startedAt: now, left }] };
};

/** Only `agree` is a pass, for exactly the content reviewed; a transfer goes to the head, all else to the section. Any other verdict takes an earlier pass off record. */
export const approveOpinion: EffectOf = ({ state, filing, command }) => {
  const verdict = state.review?.verdict;
  if (verdict === 'agree') return { to: pathAfterPass(state, filing), pass: 'given' };
  const earlier = state.pass ? ({ pass: 'offRecord' } as const) : {};
  if (verdict !== 'transfer') return { to: 'responding', ...earlier };
  const { chair } = command.facts.duties;
  return { to: 'leaderApproval', holder: chair ? [chair] : [], ...earlier };
};

/** The other qualified reviewer takes the objection; never chosen by the section. */
export const object: EffectOf = (context) => {
  const reviewer = nextReviewer(context);
  return { round: context.state.round + 1, reviewer, holder: reviewer ? [reviewer] : [] };
};
