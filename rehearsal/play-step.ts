import { checkStep } from './check-step.ts';
import { handlersAfter } from './handlers-now.ts';
import { publicChecks, publicChecksUnmade } from './play-publication.ts';
import type { Client } from './client.ts';
import { actOf, requestOfAct } from './request-of.ts';
import { afterFailure, played, unmade, type Scene } from './scene.ts';
import { readCase, sendAct, type CaseView, type Outcome } from './send-act.ts';
import type { Act, Step } from './story-shape.ts';
import { casePath, learn, type StoryState } from './story-state.ts';
import type { Check } from './tally.ts';

/** Plays a step and compares what the case is then with what the story expects. */
export async function playStep(step: Step, state: StoryState, scene: Scene): Promise<Check[]> {
  const rest = () => unmade([...checkStep(step.expect, {}), ...publicChecksUnmade(step, state)], afterFailure);
  if (state.stopped) {
    scene.gaps.leaveOut(step, state.one.agency);
    return [...unmade([played(null)], afterFailure), ...rest()];
  }
  await scene.gaps.close(step, state.one.agency);
  const outcome = await sendStep(step, state, scene.client);
  if (!outcome.accepted) {
    scene.gaps.leaveOut(step, state.one.agency);
    state.stopped = !(await standsAsExpected(step, state, scene));
    return [played(`${outcome.code} (${outcome.message})`), ...rest()];
  }
  const view = await readAfter(step, state, scene);
  if (typeof view === 'string') return [played(view), ...rest()];
  return [played(null), ...checkStep(step.expect, view), ...(await publicChecks(step, state, scene.client))];
}

/** Sends a step, or an act of no story, and remembers what it changed. */
export async function sendStep(step: Act, state: StoryState, client: Client): Promise<Outcome> {
  const request = requestOfAct(step, state);
  const outcome = await sendAct(client, actOf(request, step.at, state));
  if (!outcome.accepted) return outcome;
  learn(state, outcome.view);
  if (step.action === 'register') state.handlers = handlersOf(request.body);
  state.handlers = handlersAfter(state.handlers, step.action, step.input);
  if (step.action === 'issueDecision') state.documentNo = String(step.input['documentNo']);
  return outcome;
}

/** Reads the case at the step's moment; a sentence when it cannot be read. */
export async function readAfter(step: Step, state: StoryState, { client }: Scene): Promise<CaseView | string> {
  try {
    const view = await readCase(client, step.actor, casePath(state), step.at);
    learn(state, view);
    return view;
  } catch (error) {
    return (error as Error).message;
  }
}

/** A refused step that leaves the case as expected (a comment, an urging) does not end the story. */
async function standsAsExpected(step: Step, state: StoryState, scene: Scene): Promise<boolean> {
  if (!state.id) return false;
  const view = await readAfter(step, state, scene);
  if (typeof view === 'string') return false;
  return checkStep(step.expect, view).every((check) => check.aspect !== 'stages' || check.wrong === null);
}

function handlersOf(body: Record<string, unknown>): string[] {
  const { handlers } = body;
  return Array.isArray(handlers) ? handlers.map(String) : [];
}
