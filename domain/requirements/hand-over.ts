import { dayOf } from '../calendar.ts';
import { taskHolders, taskKind } from '../holder.ts';
import { refuse } from '../refusal.ts';
import { standsFor } from '../stand-ins.ts';
import { taskProblem } from '../task-problem.ts';
import { requirements } from './requirement.ts';

export const handOverRequirements = requirements({
  personFits({ state, filing, command, now }) {
    const { to, from } = command.input;
    if (!to || state.stage === 'none') return refuse('reasons.missing', { field: 'to' });
    const replaced = from && standsFor(state, from);
    const ofHandlers = replaced !== undefined && state.handlers.includes(replaced);
    const holders = taskHolders(state).flatMap((holder) => [holder, standsFor(state, holder)]);
    if (command.action !== 'addReviewer' && !ofHandlers && holders.length > 0 && !(from && holders.includes(from))) {
      return refuse('duty.notAssigned', { person: from ?? null });
    }
    // Two certified handlers always remain: one of them, or who stands in for one, does not take the other's place.
    const standIns = (state.standIns ?? []).filter((one) => one.for !== replaced).map(({ by }) => by);
    const others = ofHandlers ? [...state.handlers, ...standIns] : [];
    return taskProblem(ofHandlers ? 'handlers' : taskKind(state), to, others, {
      state,
      filing,
      facts: command.facts,
      now,
    });
  },
  untilNamed({ state, command, now }) {
    const { until } = command.input;
    if (state.delegations.length > 0) return refuse('delegation.running', { until: state.delegations[0]?.until });
    return until && until >= dayOf(now) ? null : refuse('reasons.missing', { field: 'until' });
  },
  recusedNamed: ({ command }) => (command.input.person ? null : refuse('reasons.missing', { field: 'person' })),
});
