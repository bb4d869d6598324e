import { refuse } from '../refusal.ts';
import { awaitsReply } from '../supervision.ts';
import { requirements } from './requirement.ts';

const suspensionGrounds = ['hearing', 'expertAppraisal', 'forceMajeure', 'litigation', 'otherLawful'];

export const oversightRequirements = requirements({
  lawfulSuspension({ command }) {
    const { ground, given } = command.input;
    if (!suspensionGrounds.includes(ground ?? '')) {
      return refuse('suspension.noLawfulGround', { allowed: suspensionGrounds });
    }
    return given.includes('reason') ? null : refuse('reasons.missing', { field: 'reason' });
  },
  overallExtendable({ state, command, now }) {
    const overall = state.clocks.find((clock) => clock.name === 'overall');
    if (!overall) return refuse('overall.none');
    if (!command.input.given.includes('basis')) return refuse('reasons.missing', { field: 'basis' });
    if (state.overallExtended) return refuse('overall.extendedAlready');
    const { dueAt, overdue } = overall;
    return overdue || (dueAt !== null && now > dueAt) ? refuse('overall.extendedLate', { dueAt }) : null;
  },
  noOrderOpen: ({ state }) => (state.supervision ? refuse('supervision.openAlready') : null),
  replyGiven: ({ command }) =>
    command.input.given.includes('reply') ? null : refuse('reasons.missing', { field: 'reply' }),
  supervisionOpen({ state }) {
    if (!state.supervision) return refuse('supervision.none');
    return awaitsReply(state.supervision) ? null : refuse('supervision.repliedAlready');
  },
  supervisionReplied({ state }) {
    if (!state.supervision) return refuse('supervision.none');
    return awaitsReply(state.supervision) ? refuse('supervision.noReply') : null;
  },
});
