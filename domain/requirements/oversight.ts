import { suspensionGrounds } from '../grounds.ts';
import { refuse } from '../refusal.ts';
import { orderChecks } from '../supervision.ts';
import { requirements } from './requirement.ts';

export const oversightRequirements = requirements({
  lawfulSuspension({ command }) {
    const { ground, given } = command.input;
    if (!Object.hasOwn(suspensionGrounds, ground ?? '')) {
      return refuse('suspension.noLawfulGround', { allowed: Object.keys(suspensionGrounds) });
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
  noOrderOpen: ({ state }) => orderChecks.noOrderOpen(state.supervision),
  replyGiven: ({ state, command }) => orderChecks.replyGiven(state.supervision, command.input.given),
  supervisionOpen: ({ state }) => orderChecks.supervisionOpen(state.supervision),
  supervisionReplied: ({ state }) => orderChecks.supervisionReplied(state.supervision),
});
