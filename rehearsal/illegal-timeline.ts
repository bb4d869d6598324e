import { millisOf } from './slot.ts';
import type { Act, IllegalEntry, StoryCase } from './story-shape.ts';
import { caseTimeline, orderedSteps, type Item } from './timeline.ts';

/** What is played before an attempt: items of the story, and acts that only this entry has. */
export type Before = Item | { caseId: string; at: string; kind: 'act'; act: Act };

/** Steps up to `afterStep`, evidence and rights up to the attempt's moment, then `thenDo`. */
export function beforeAttempt(one: StoryCase, { given, attempt }: IllegalEntry): Before[] {
  const steps = orderedSteps(one);
  const last = steps.findIndex((step) => step.step === given.afterStep);
  const until = millisOf(attempt.at);
  const { items } = caseTimeline({ ...one, story: steps.slice(0, last + 1) });
  const played = items.filter((item) => item.kind === 'step' || millisOf(item.at) <= until);
  const added = given.thenDo.map((act) => ({ caseId: one.id, at: act.at, kind: 'act' as const, act }));
  return [...played, ...added].toSorted((a, b) => millisOf(a.at) - millisOf(b.at));
}
