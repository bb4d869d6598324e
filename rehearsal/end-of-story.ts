import { same } from './check-step.ts';
import { afterFailure, unmade } from './scene.ts';
import type { StoryState } from './story-state.ts';
import type { Check } from './tally.ts';

/** What the case must be at the end of its story, and by name what nobody compares yet. */
export function endOfStory({ one, view, stopped }: StoryState): Check[] {
  const checks: Check[] = [];
  if (one.finalStage !== undefined) checks.push(same('stages', 'finalStage', one.finalStage, view?.stage ?? null));
  if (one.major !== undefined) checks.push(major(one.major, view?.major));
  const ended = stopped ? unmade(checks, afterFailure) : checks;
  return [
    ...ended,
    ...notYet(one, 'lateSteps', 'dates'),
    ...notYet(one, 'expectedLadder', 'later'),
    ...notYet(one, 'expectedStuck', 'later'),
  ];
}

function major(expected: boolean, came: boolean | undefined): Check {
  if (typeof came === 'boolean') return same('stages', 'major', expected, came);
  return { aspect: 'stages', name: 'major', wrong: null, skipped: 'major: not in the answer of the system yet' };
}

function notYet(one: Record<string, unknown>, name: string, aspect: Check['aspect']): Check[] {
  if (one[name] === undefined || one[name] === null) return [];
  return [{ aspect, name, wrong: null, skipped: `${name}: not checked yet` }];
}
