import { certificateProblem } from './certificate.ts';
import { presence, separation } from './duties.ts';
import { taskOf } from './holder.ts';
import type { Facts } from './command.ts';
import type { Holder } from './process.ts';
import { refuse, type Refusal } from './refusal.ts';
import { reviewerProblem } from './reviewers.ts';
import type { CaseState, Filing, Millis, PersonId } from './state.ts';

/**
 * Why a task of this kind cannot be given to this person, or null: separation of duties, leave or left, role, certificate or
 * qualification; and none of `others` takes it, whose places must stay theirs.
 */
export function taskProblem(
  kind: Holder,
  to: PersonId,
  others: PersonId[],
  { state, filing, facts, now }: { state: CaseState; filing: Filing; facts: Facts; now: Millis },
): Refusal | null {
  const task = taskOf[kind];
  const person = facts.persons[to];
  if (!task) return refuse('stage.wrongStage', { stage: state.stage });
  if (task.as === 'legalReviewer') return reviewerProblem(state, { facts }, to, now);
  const elsewhere = task.as === 'legalHead' ? (facts.relaxations.signOffElsewhere?.agencies ?? []) : [];
  const agencies = [filing.agency, ...elsewhere];
  const fits = person && agencies.includes(person.agency) && person.roles.includes(task.role);
  return (
    separation(state, to, task.as, facts.relaxations) ??
    (person ? presence(person, now) : null) ??
    (person && fits ? null : refuse('role.missing', { person: to, needed: [task.role] })) ??
    (person && task.as === 'handler' ? certificateProblem(person, filing.certificateCategory, facts, now) : null) ??
    (others.includes(to) ? refuse('certificate.fewerThanTwo', { named: 1 }) : null)
  );
}
