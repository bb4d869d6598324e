import { certificateProblem } from '../certificate.ts';
import { presence, separation } from '../duties.ts';
import { dayOf } from '../calendar.ts';
import { taskHolders, taskKind } from '../holder.ts';
import type { DutyGroup, Holder, Role } from '../process.ts';
import { refuse } from '../refusal.ts';
import { reviewerProblem } from '../reviewers.ts';
import { requirements } from './requirement.ts';

/** The role a task asks for, and the group in which its holder acts. */
const taskOf: Record<Holder, { role: Role; as: DutyGroup } | null> = {
  handlers: { role: 'handler', as: 'handler' },
  firstReviewer: { role: 'firstReviewer', as: 'firstReviewer' },
  sectionHead: { role: 'sectionHead', as: 'sectionHead' },
  legalHead: { role: 'legalHead', as: 'legalHead' },
  reviewer: { role: 'legalReviewer', as: 'legalReviewer' },
  adviser: { role: 'adviser', as: 'adviser' },
  leaderInCharge: { role: 'leader', as: 'decider' },
  chair: { role: 'leader', as: 'decider' },
  nobody: null,
};

export const handOverRequirements = requirements({
  personFits({ state, filing, command, now }) {
    const { to, from } = command.input;
    if (!to || state.stage === 'none') return refuse('reasons.missing', { field: 'to' });
    const ofHandlers = from !== undefined && state.handlers.includes(from);
    const holders = taskHolders(state);
    if (command.action !== 'addReviewer' && !ofHandlers && holders.length > 0 && !(from && holders.includes(from))) {
      return refuse('duty.notAssigned', { person: from ?? null });
    }
    const task = taskOf[ofHandlers ? 'handlers' : taskKind(state)];
    const person = command.facts.persons[to];
    if (!task) return refuse('stage.wrongStage', { stage: state.stage });
    if (task.as === 'legalReviewer') return reviewerProblem(state, command, to, now);
    const elsewhere = task.as === 'legalHead' ? (command.facts.relaxations.signOffElsewhere?.agencies ?? []) : [];
    const agencies = [filing.agency, ...elsewhere];
    const fits = person && agencies.includes(person.agency) && person.roles.includes(task.role);
    return (
      separation(state, to, task.as, command.facts.relaxations) ??
      (person ? presence(person, now) : null) ??
      (person && fits ? null : refuse('role.missing', { person: to, needed: [task.role] })) ??
      (person && task.as === 'handler'
        ? certificateProblem(person, filing.certificateCategory, command.facts, now)
        : null) ??
      // Two certified handlers always remain: one of them does not stand in for the other.
      (ofHandlers && state.handlers.includes(to) ? refuse('certificate.fewerThanTwo', { named: 1 }) : null)
    );
  },
  untilNamed({ state, command, now }) {
    const { until } = command.input;
    if (state.delegations.length > 0) return refuse('delegation.running', { until: state.delegations[0]?.until });
    return until && until >= dayOf(now) ? null : refuse('reasons.missing', { field: 'until' });
  },
  recusedNamed: ({ command }) => (command.input.person ? null : refuse('reasons.missing', { field: 'person' })),
});
