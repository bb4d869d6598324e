import { nextHead } from './heads.ts';
import { taskKind } from './holder.ts';
import type { Rung } from './process.ts';
import type { CaseState, ClockName, PersonId } from './state.ts';

/** Who is who in a case's agency and section when a rung of the ladder fires; lists empty where nobody is named. */
export interface LadderPeople {
  sectionHead: PersonId | null;
  leaderInCharge: PersonId | null;
  legalHead: PersonId | null;
  legalLeaderInCharge: PersonId | null;
  chair: PersonId | null;
  publishers: PersonId[];
  /** The overseers of the overseeing bureau. */
  overseers: PersonId[];
}

/**
 * Whom a rung tells (process.md "Deadlines"): until the due day the holder; then the holder and their head, for a head the
 * next level up; two working days late the handling section's leader in charge; five, the overseeing bureau.
 */
export function toldOf(rung: Rung, clock: ClockName, state: CaseState, people: LadderPeople): PersonId[] {
  switch (rung) {
    case 'halfWay':
    case 'oneDayBefore':
      return holdersOf(clock, state, people);
    case 'due': {
      const holders = holdersOf(clock, state, people);
      return [...new Set([...holders, ...headsOf(holders, clock, state, people)])];
    }
    case 'plus2':
      return clock === 'supervision' ? named(people.chair) : named(people.leaderInCharge ?? people.chair);
    case 'plus5':
      return people.overseers;
  }
}

/** Whose move ends this deadline: publishers for what is to go up or come down, handlers for serving, else the task's holder. */
function holdersOf(clock: ClockName, state: CaseState, people: LadderPeople): PersonId[] {
  if (clock === 'publish' || clock === 'withdraw') return people.publishers;
  if (clock === 'supervision') return askedToReply(people);
  if (clock === 'effectOfLaw') return [...new Set([...state.holder, ...state.handlers])];
  return clock === 'serve' ? state.handlers : state.holder;
}

/** Whom an overseer asks to reply: the handling section's head, and the leader in charge, else the head of the agency. */
export function askedToReply({
  sectionHead,
  leaderInCharge,
  chair,
}: Pick<LadderPeople, 'sectionHead' | 'leaderInCharge' | 'chair'>): PersonId[] {
  return [...new Set([...named(sectionHead), ...named(leaderInCharge ?? chair)])];
}

/** One level above, and above the chair the overseeing bureau; a case's supervision order goes up the section's line. */
function headsOf(holders: PersonId[], clock: ClockName, state: CaseState, people: LadderPeople): PersonId[] {
  const next = nextHead(holders, clock === 'supervision' ? 'sectionHead' : taskKind(state), people);
  return next ? [next] : people.overseers;
}

function named(person: PersonId | null): PersonId[] {
  return person ? [person] : [];
}
