import type { Command, Facts } from '../domain/command.ts';
import { standingProblem } from '../domain/decide.ts';
import { taskKind, taskOf } from '../domain/holder.ts';
import type { Requirement, Role } from '../domain/process.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import { requirementChecks } from '../domain/requirements/index.ts';
import type { Context } from '../domain/requirements/requirement.ts';
import { standsFor } from '../domain/stand-ins.ts';
import type { CaseState, Millis, PersonId } from '../domain/state.ts';
import { rolesInCases } from './policy.ts';
import { problem, problemOf } from './problem.ts';
import type { Naming } from './schemas/review-desk.ts';

/** Which requirements of the process look at who is named; a recusal by who it is about. */
const judgedBy = {
  acceptForReview: ['qualifiedReviewer'],
  consultAdviser: ['adviserNamed'],
  reassign: ['personFits', 'notToThemselves'],
  delegate: ['personFits', 'notToThemselves'],
  addReviewer: ['personFits', 'notToThemselves'],
  recuse: [],
  copyTo: ['copiedToNamed'],
  // Filed with whoever reads it.
  fileSummary: ['copiedToNamed'],
} as const satisfies Record<Naming, readonly Requirement[]>;

const heads: readonly Role[] = ['sectionHead', 'legalHead', 'leader'];

/** In which roles somebody is named: whoever takes over a task needs the task's role; none where there is no task. */
export function rolesNamed(naming: Naming, { state, from }: Pick<Asked, 'state' | 'from'>): readonly Role[] {
  if (naming === 'acceptForReview') return ['legalReviewer'];
  if (naming === 'consultAdviser') return ['adviser'];
  if (naming === 'copyTo') return [...rolesInCases, 'overseer'];
  if (naming === 'fileSummary' || (naming === 'recuse' && from !== undefined)) return heads;
  if (naming === 'recuse') return [...rolesInCases, 'adviser'];
  const ofHandlers = from !== undefined && state.handlers.includes(standsFor(state, from));
  const task = taskOf[ofHandlers ? 'handlers' : taskKind(state)];
  return task ? [task.role] : [];
}

/** Whose people may be named beside the agency's own: reviewers of a pool that it may draw on; overseers are told. */
export function agenciesFor(naming: Naming, named: readonly Role[], { duties, relaxations }: Facts): string[] {
  const { agency, overseenBy } = duties;
  if (naming === 'copyTo') return [agency, ...(overseenBy ? [overseenBy] : [])];
  const pool = named.includes('legalReviewer') ? (relaxations.pooledReviewers?.agencies ?? []) : [];
  return [agency, ...pool];
}

interface Asked {
  state: CaseState;
  facts: Facts;
  actor: PersonId;
  now: Millis;
  /** Whose task is handed over; of a recusal, who is recused: then those are named who may decide on it. */
  from?: PersonId;
}

/**
 * That the reader may name somebody now.
 * @throws Problem 403 or 409 with the reason why not
 */
export function mayName(naming: Naming, asked: Asked): void {
  // Everybody may recuse themselves; whom else a head may name is looked at for each.
  const input = naming === 'recuse' ? { person: asked.actor } : { from: asked.from };
  const refusal = standingProblem(naming, contextOf(naming, asked, input));
  if (refusal) throw problemOf(refusal);
}

/** Why this person may not be named, as decide() would say it; null where they may. */
export function namingProblem(naming: Naming, person: PersonId, asked: Asked): Refusal | null {
  if (naming === 'recuse') return recusalProblem(person, asked);
  const context = contextOf(naming, asked, inputNaming(naming, person, asked.from));
  for (const requirement of judgedBy[naming]) {
    const refusal = requirementChecks[requirement](context);
    if (refusal) return refusal;
  }
  return null;
}

/** Whether those who may not be named are listed with the reason: not where that is nearly everybody. */
export const saysWhyNot = (naming: Naming): boolean => !['recuse', 'copyTo', 'fileSummary'].includes(naming);

function recusalProblem(person: PersonId, asked: Asked): Refusal | null {
  const { state, facts, from } = asked;
  if (from === undefined && (state.recused.includes(person) || !concerned(asked).has(person)))
    return refuse('person.unknown', { persons: [person] });
  if (from === undefined) return standingProblem('recuse', contextOf('recuse', asked, { person }));
  if (person === from) return refuse('recusal.decidedByThemselves', { person });
  return standingProblem(
    'recuse',
    contextOf('recuse', { state, facts, actor: person, now: asked.now }, { person: from }),
  );
}

/** Who has, had or will have a part in the case, as far as it is known now; and the reader. */
function concerned({ state, facts, actor }: Asked): Set<PersonId | null> {
  const { firstReviewer, sectionHead, leaderInCharge, legalHead, legalLeaderInCharge, legalReviewers, chair, members } = facts.duties; // prettier-ignore
  const will = [firstReviewer, sectionHead, leaderInCharge, legalHead, legalLeaderInCharge, chair, ...legalReviewers, ...members]; // prettier-ignore
  const did = [...state.handlers, ...state.holder, ...state.everHeld, ...state.tookPart.map((part) => part.person)];
  return new Set([...will, ...did, actor]);
}

function inputNaming(naming: Naming, person: PersonId, from: PersonId | undefined): Omit<Command['input'], 'given'> {
  if (naming === 'acceptForReview') return { reviewer: person };
  if (naming === 'copyTo' || naming === 'fileSummary') return { copiedTo: [person] };
  return naming === 'consultAdviser' ? { adviser: person } : { to: person, from };
}

/** What stands in the way of an opinion of the reader's, beside what it would say. */
export function opinionHindrances(asked: Asked): Refusal[] {
  const context = contextOf('giveOpinion', asked, {});
  const checks = [requirementChecks.reviewerStillQualified, requirementChecks.adviserHeardWhenDifficult];
  return checks.flatMap((check) => check(context) ?? []);
}

function contextOf(action: Command['action'], asked: Asked, input: Omit<Command['input'], 'given'>): Context {
  const { state, facts, actor, now } = asked;
  const { filing } = state;
  if (!filing) throw problem('case.unknown');
  const command = { id: '', action, actor, input: { given: [], ...input }, wordsHash: '', facts, knownSeq: state.seq };
  return { state, filing, command, now };
}
