import type { Command, Facts } from '../domain/command.ts';
import { standingProblem } from '../domain/decide.ts';
import { taskKind, taskOf } from '../domain/holder.ts';
import type { Requirement, Role } from '../domain/process.ts';
import type { Refusal } from '../domain/refusal.ts';
import { requirementChecks } from '../domain/requirements/index.ts';
import type { Context } from '../domain/requirements/requirement.ts';
import { standsFor } from '../domain/stand-ins.ts';
import type { CaseState, Millis, PersonId } from '../domain/state.ts';
import { problem, problemOf } from './problem.ts';
import type { Naming } from './schemas/review-desk.ts';

/** Which requirement of the process looks at who is named. */
const judgedBy = {
  acceptForReview: 'qualifiedReviewer',
  consultAdviser: 'adviserNamed',
  reassign: 'personFits',
  delegate: 'personFits',
} as const satisfies Record<Naming, Requirement>;

/** In which role somebody is named: whoever takes over a task needs the task's role; null where there is no task. */
export function roleNamed(naming: Naming, { state, from }: Pick<Asked, 'state' | 'from'>): Role | null {
  if (naming === 'acceptForReview') return 'legalReviewer';
  if (naming === 'consultAdviser') return 'adviser';
  const ofHandlers = from !== undefined && state.handlers.includes(standsFor(state, from));
  return taskOf[ofHandlers ? 'handlers' : taskKind(state)]?.role ?? null;
}

/** Whose people may be named beside the agency's own: reviewers of a pool that it may draw on. */
export function agenciesFor(role: Role, { duties, relaxations }: Facts): string[] {
  const pool = role === 'legalReviewer' ? (relaxations.pooledReviewers?.agencies ?? []) : [];
  return [duties.agency, ...pool];
}

interface Asked {
  state: CaseState;
  facts: Facts;
  actor: PersonId;
  now: Millis;
  /** Whose task is handed over. */
  from?: PersonId;
}

/**
 * That the reader may name somebody now.
 * @throws Problem 403 or 409 with the reason why not
 */
export function mayName(naming: Naming, asked: Asked): void {
  const refusal = standingProblem(naming, contextOf(naming, asked, { from: asked.from }));
  if (refusal) throw problemOf(refusal);
}

/** Why this person may not be named, as decide() would say it; null where they may. */
export function namingProblem(naming: Naming, person: PersonId, asked: Asked): Refusal | null {
  return requirementChecks[judgedBy[naming]](contextOf(naming, asked, inputNaming(naming, person, asked.from)));
}

function inputNaming(naming: Naming, person: PersonId, from: PersonId | undefined): Omit<Command['input'], 'given'> {
  if (naming === 'acceptForReview') return { reviewer: person };
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
