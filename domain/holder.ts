import type { Duties } from './command.ts';
import { stages, type DutyGroup, type Holder, type Role, type Stage } from './process.ts';
import type { CaseState, PersonId } from './state.ts';

/** The role a task asks for, and the group in which its holder acts. */
export const taskOf: Record<Holder, { role: Role; as: DutyGroup } | null> = {
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

/** Who holds a task of this stage: person ids, empty where nobody does. */
export function holdersOf(stage: Stage, state: CaseState, duties: Duties): PersonId[] {
  const one = (person: PersonId | null | undefined): PersonId[] => (person ? [person] : []);
  switch (stages[stage].holder) {
    case 'handlers':
      return state.handlers;
    case 'firstReviewer':
      return one(duties.firstReviewer);
    case 'sectionHead':
      return one(duties.sectionHead);
    case 'legalHead':
      return one(duties.legalHead);
    case 'reviewer':
      return one(state.review?.reviewer);
    case 'leaderInCharge':
      return one(stage === 'coordination' ? coordinatorOf(duties) : duties.leaderInCharge);
    case 'chair':
      return one(duties.chair);
    case 'adviser':
    case 'nobody':
      return [];
  }
}

/** Whose task it is now; while a case is suspended, the task it goes back to. */
export function taskKind(state: CaseState): Holder {
  const stage = state.stage === 'suspended' ? state.frames.at(-1)?.stage : state.stage;
  return !stage || stage === 'none' ? 'handlers' : stages[stage].holder;
}

/** The holders of the task as {@link taskKind} has it. */
export function taskHolders(state: CaseState): PersonId[] {
  return state.stage === 'suspended' ? (state.frames.at(-1)?.holder ?? []) : state.holder;
}

/** The handling section's leader in charge, or the agency's head where the same leader is in charge of both sections. */
export function coordinatorOf(duties: Duties): PersonId | null {
  return duties.leaderInCharge === duties.legalLeaderInCharge ? duties.chair : duties.leaderInCharge;
}
