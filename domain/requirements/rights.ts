import { refuse } from '../refusal.ts';
import { requirements } from './requirement.ts';

export const rightsRequirements = requirements({
  twoServe({ state, filing, command }) {
    const servedBy = [...new Set(command.input.servedBy)];
    if (!command.input.proposed?.measures.length) return refuse('rights.noticeNamesNothing');
    const ours = servedBy.filter((person) => state.handlers.includes(person) && !state.recused.includes(person));
    return filing.category === 'penalty' && ours.length < 2
      ? refuse('certificate.fewerThanTwo', { named: ours.length })
      : null;
  },
  hearingOffered: ({ state, command }) =>
    command.input.answer?.hearing !== 'requested' || state.notices.some(({ hearingRight }) => hearingRight)
      ? null
      : refuse('rights.hearingNotOffered'),
  hearingClaimedInTime({ state, command, now }) {
    const until = state.notices.at(-1)?.hearingUntil ?? null;
    const late = command.input.answer?.hearing === 'requested' && until !== null && now > until;
    return late ? refuse('rights.hearingLapsed', { until }) : null;
  },
  noticeServed: ({ state }) => (state.notices.length > 0 ? null : refuse('rights.noNotice')),
  // Permits are heard on the agency's own motion, too (行政许可法 46).
  hearingClaimed: ({ state, filing }) =>
    filing.category !== 'penalty' || state.notices.some(({ answer }) => answer?.hearing === 'requested')
      ? null
      : refuse('rights.hearingNotClaimed'),
  hearingReported: ({ command }) =>
    command.input.given.includes('report') ? null : refuse('reasons.missing', { field: 'report' }),
});
