import type { Command, Facts } from '../domain/command.ts';
import { standingProblem } from '../domain/decide.ts';
import type { Refusal } from '../domain/refusal.ts';
import { requirementChecks } from '../domain/requirements/index.ts';
import type { Context } from '../domain/requirements/requirement.ts';
import type { CaseState, Millis, PersonId } from '../domain/state.ts';
import { problem, problemOf } from './problem.ts';

export type Naming = 'acceptForReview' | 'consultAdviser';

/** In which role somebody is named, and which requirement of the process looks at them. */
const named = {
  acceptForReview: { role: 'legalReviewer', requirement: 'qualifiedReviewer' },
  consultAdviser: { role: 'adviser', requirement: 'adviserNamed' },
} as const;

export const roleNamed = (naming: Naming) => named[naming].role;

/** Whose people may be named beside the agency's own: reviewers of a pool that it may draw on. */
export function agenciesFor(naming: Naming, { duties, relaxations }: Facts): string[] {
  const pool = naming === 'acceptForReview' ? (relaxations.pooledReviewers?.agencies ?? []) : [];
  return [duties.agency, ...pool];
}

interface Asked {
  state: CaseState;
  facts: Facts;
  actor: PersonId;
  now: Millis;
}

/**
 * That the reader may name somebody now.
 * @throws Problem 403 or 409 with the reason why not
 */
export function mayName(naming: Naming, asked: Asked): void {
  const refusal = standingProblem(naming, contextOf(naming, asked, {}));
  if (refusal) throw problemOf(refusal);
}

/** Why this person may not be named, as decide() would say it; null where they may. */
export function namingProblem(naming: Naming, person: PersonId, asked: Asked): Refusal | null {
  const input = naming === 'acceptForReview' ? { reviewer: person } : { adviser: person };
  return requirementChecks[named[naming].requirement](contextOf(naming, asked, input));
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
