import { actsAsHandler } from '../duties.ts';
import { refuse } from '../refusal.ts';
import { requirements } from './requirement.ts';

export const rightsRequirements = requirements({
  twoServe({ state, filing, command }) {
    const servedBy = [...new Set(command.input.servedBy)];
    if (!command.input.proposed?.measures.length) return refuse('rights.noticeNamesNothing');
    const ours = servedBy.filter((person) => actsAsHandler(state, person) && !state.recused.includes(person));
    return filing.category === 'penalty' && ours.length < 2
      ? refuse('certificate.fewerThanTwo', { named: ours.length })
      : null;
  },
  hearingClaimedInTime({ state, command, now }) {
    const until = state.notices.at(-1)?.hearingUntil ?? null;
    // What counts is when the party claimed it, though it comes on record a day later.
    const claimedAt = command.input.happened?.['madeAt'] ?? now;
    const late = command.input.answer?.hearing === 'requested' && until !== null && claimedAt > until;
    return late ? refuse('rights.hearingLapsed', { until }) : null;
  },
  noticeServed: ({ state }) => (state.notices.length > 0 ? null : refuse('rights.noNotice')),
});
