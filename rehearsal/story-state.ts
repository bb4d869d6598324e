import type { CaseView } from './send-act.ts';
import { orderedSteps } from './timeline.ts';
import type { Step, StoryCase } from './story-shape.ts';

/** Where the playing of one case stands. */
export interface StoryState {
  one: StoryCase;
  /** The id the system gave it; null until it is registered. */
  id: string | null;
  lastSeq: number;
  handlers: string[];
  documentNo: string | null;
  view: CaseView | null;
  /** After a step that failed and without which the rest makes no sense. */
  stopped: boolean;
  /** The last step that publishes: only then is what is public compared in full. */
  lastPublish: Step | undefined;
}

export function beginStory(one: StoryCase): StoryState {
  const lastPublish = orderedSteps(one).findLast((step) => step.action === 'publish');
  return { one, id: null, lastSeq: 0, handlers: [], documentNo: null, view: null, stopped: false, lastPublish };
}

/** Takes over what an answer says of the case. */
export function learn(state: StoryState, view: CaseView): void {
  state.id ??= view.id ?? null;
  state.lastSeq = view.lastSeq ?? state.lastSeq;
  if (Array.isArray(view.handlers)) state.handlers = view.handlers;
  state.view = view;
}

/** Where the case is read. */
export function casePath(state: StoryState): string {
  return `/api/v1/cases/${state.id}`;
}
