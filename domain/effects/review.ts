import { pathAfterPass } from '../path.ts';
import type { EffectOf } from './effect.ts';

export const acceptForReview: EffectOf = ({ state, command }) => ({
  round: state.round + 1,
  holder: command.input.reviewer ? [command.input.reviewer] : [],
});

/** Only `agree` is a pass, for exactly the content reviewed; a transfer goes to the leader, all else to the section. */
export const approveOpinion: EffectOf = ({ state, filing }) => {
  const verdict = state.review?.verdict;
  if (verdict === 'agree') return { to: pathAfterPass(state, filing), pass: 'given' };
  return { to: verdict === 'transfer' ? 'leaderApproval' : 'responding' };
};
