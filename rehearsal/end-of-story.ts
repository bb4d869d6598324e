import { checkLadder, checkLateSteps } from './check-ladder.ts';
import { same } from './check-step.ts';
import { afterFailure, unmade } from './scene.ts';
import type { StoryState } from './story-state.ts';
import type { Check } from './tally.ts';

/** What the case must be at the end of its story, and must have been on the way. */
export function endOfStory({ one, view, stopped }: StoryState): Check[] {
  const checks: Check[] = [];
  if (one.finalStage !== undefined) checks.push(same('stages', 'finalStage', one.finalStage, view?.stage ?? null));
  if (one.major !== undefined) checks.push(major(one.major, view?.major));
  checks.push(...checkLateSteps(one, view), ...checkLadder(one, view));
  return stopped ? unmade(checks, afterFailure) : checks;
}

function major(expected: boolean, came: boolean | undefined): Check {
  if (typeof came === 'boolean') return same('stages', 'major', expected, came);
  return { aspect: 'stages', name: 'major', wrong: null, skipped: 'major: not in the answer of the system yet' };
}
