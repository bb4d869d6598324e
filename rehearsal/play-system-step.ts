import { checkStep } from './check-step.ts';
import { readAfter } from './play-step.ts';
import { afterFailure, played, unmade, type Scene } from './scene.ts';
import { sendAct } from './send-act.ts';
import type { Organisation, Step } from './story-shape.ts';
import { casePath, learn, type StoryState } from './story-state.ts';
import type { Check } from './tally.ts';

/** Off until the reminders and escalations of a stage exist: then the clock itself must leave the event. */
const LADDER_EXISTS = false;
const notYet = 'steps of the clock (ladder): not checked yet';

/** Moves the case to the moment of an event of the clock, sees that it is there, and compares the case. */
export async function playSystemStep(step: Step, state: StoryState, scene: Scene): Promise<Check[]> {
  if (state.stopped || !state.id) return unmade([played(null), ...checkStep(step.expect, {})], afterFailure);
  const reader = { ...step, actor: state.handlers[0] ?? '' };
  const there = LADDER_EXISTS ? null : await openInstead(step, state, scene);
  const view = await readAfter(reader, state, scene);
  if (typeof view === 'string') return [played(view), ...unmade(checkStep(step.expect, {}), afterFailure)];
  const moment = Date.parse(step.at);
  const happened = view.history?.some((event) => event.type === step.action && Date.parse(event.at) === moment);
  const event = LADDER_EXISTS ? [played(happened ? null : 'no such event at that moment')] : (there ?? []);
  return [...event, ...checkStep(step.expect, view)];
}

/** Without a ladder an overseer of the overseeing bureau opens the order, so that the story can go on. */
async function openInstead(step: Step, state: StoryState, { client, organisation }: Scene): Promise<Check[]> {
  const unchecked = unmade([played(null)], notYet);
  const person = overseerOf(organisation, state.one.agency);
  if (step.action !== 'openSupervision' || !person) return unchecked;
  const path = casePath(state);
  const act = { person, path: `${path}/actions/openSupervision`, body: step.input, at: step.at };
  const outcome = await sendAct(client, { ...act, known: { path, lastSeq: state.lastSeq } });
  if (outcome.accepted) learn(state, outcome.view);
  return unchecked;
}

function overseerOf(organisation: Organisation, agency: string): string | undefined {
  const bureau = organisation.agencies.find((candidate) => candidate.id === agency)?.overseenBy;
  return organisation.people.find((person) => person.agency === bureau && person.roles.includes('overseer'))?.id;
}
