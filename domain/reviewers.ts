import type { Command, PersonFacts } from './command.ts';
import { presence, separation } from './duties.ts';
import { dayOf } from './calendar.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { CaseState, Millis, PersonId } from './state.ts';

/**
 * Legal qualification (行政处罚法 58: those who review for the first time need the national exam) and training: an
 * entry of this year or the last.
 */
export function qualificationProblem(person: PersonFacts, now: Millis): Refusal | null {
  const year = Number(dayOf(now).slice(0, 4));
  const trained = person.trainedYears.some((trainedIn) => trainedIn === year || trainedIn === year - 1);
  return person.legalExam && trained
    ? null
    : refuse('review.unqualified', { person: person.id, legalExam: person.legalExam, trained });
}

/**
 * Whether this person may review this case: outside the separation, in office and not on leave, a reviewer of the agency
 * (or of the pool that the agency may draw on), qualified. In this order.
 */
export function reviewerProblem(
  state: CaseState,
  { facts }: Pick<Command, 'facts'>,
  id: PersonId,
  now: Millis,
): Refusal | null {
  const person = facts.persons[id];
  const pool = facts.relaxations.pooledReviewers?.agencies ?? [];
  const ours = person && (person.agency === facts.duties.agency || pool.includes(person.agency));
  const hasRole = ours && person.roles.includes('legalReviewer');
  return (
    separation(state, id, 'legalReviewer', facts.relaxations) ??
    (person ? presence(person, now) : null) ??
    (person && hasRole
      ? qualificationProblem(person, now)
      : refuse('role.missing', { person: id, needed: ['legalReviewer'] }))
  );
}

/** Another qualified reviewer than the one before, in the agency's order; null when there is none. */
export function nextReviewer({
  state,
  command,
  now,
}: {
  state: CaseState;
  command: Command;
  now: Millis;
}): PersonId | null {
  const others = command.facts.duties.legalReviewers.filter((id) => id !== state.review?.reviewer);
  return others.find((id) => !reviewerProblem(state, command, id, now)) ?? null;
}
