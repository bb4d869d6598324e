import { checkStep } from './check-step.ts';
import { readAfter } from './play-step.ts';
import { afterFailure, played, unmade, type Scene } from './scene.ts';
import type { Step } from './story-shape.ts';
import type { StoryState } from './story-state.ts';
import type { Check } from './tally.ts';

/** Moves the case to the moment of an event of the clock, sees that it is there, and compares the case. */
export async function playSystemStep(step: Step, state: StoryState, scene: Scene): Promise<Check[]> {
  if (state.stopped || !state.id) return unmade([played(null), ...checkStep(step.expect, {})], afterFailure);
  const reader = { ...step, actor: state.handlers[0] ?? '' };
  const view = await readAfter(reader, state, scene);
  if (typeof view === 'string') return [played(view), ...unmade(checkStep(step.expect, {}), afterFailure)];
  const moment = Date.parse(step.at);
  const happened = view.history?.some((event) => event.type === step.action && Date.parse(event.at) === moment);
  return [played(happened ? null : 'no such event at that moment'), ...checkStep(step.expect, view)];
}
