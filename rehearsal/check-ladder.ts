import { same } from './check-step.ts';
import type { CaseView } from './send-act.ts';
import type { StoryCase } from './story-shape.ts';
import type { Check } from './tally.ts';

type Event = NonNullable<CaseView['history']>[number];

/** One stay in a stage as the case's history has it. */
interface Stay {
  stage: string;
  entered: Event;
  /** The first event in another stage. */
  left: Event | undefined;
  events: Event[];
}

const shanghaiOffset = 8 * 3_600_000;

/** Each rung of the ladder on its day, told to exactly those people, in the stay that the story means, and no other rung. */
export function checkLadder({ expectedLadder }: StoryCase, view: CaseView | null): Check[] {
  if (!expectedLadder) return [];
  const { stage, entered, left, due, rungs } = expectedLadder;
  const stay = staysOf(view).find((one) => one.stage === stage && dayOf(one.entered) === entered);
  const fired = (stay?.events ?? []).filter(({ rung }) => rung?.deadline === 'stage');
  const came = fired.map((event) => ({
    rung: event.rung!.name,
    on: firedOn(event),
    to: (event.told ?? []).toSorted(),
  }));
  return [
    same('dates', `${stage} left`, left, stay?.left ? dayOf(stay.left) : null),
    same('dates', `${stage} due`, due, came.find(({ rung }) => rung === 'due')?.on ?? null),
    same('dates', 'expectedLadder', rungs.map((rung) => ({ ...rung, to: rung.to.toSorted() })), came),
  ]; // prettier-ignore
}

/** The steps that left a stage after its due day, with what was due when and when it was left; an empty list says none. */
export function checkLateSteps({ lateSteps, story }: StoryCase, view: CaseView | null): Check[] {
  if (!lateSteps) return [];
  const late = staysOf(view).flatMap(({ stage, left, events }) => {
    const overdue = events.find(({ rung }) => rung?.name === 'due');
    if (!overdue || !left) return [];
    const step = story.find(({ action, at }) => action === left.type && Date.parse(at) === Date.parse(left.at));
    const named = overdue.rung!.deadline === 'stage' ? stage : overdue.rung!.deadline;
    return [{ step: step?.step ?? null, stage: named, due: firedOn(overdue), left: dayOf(left) }];
  });
  return [same('dates', 'lateSteps', lateSteps, late)];
}

function staysOf(view: CaseView | null): Stay[] {
  const stays: Stay[] = [];
  for (const event of view?.history ?? []) {
    const here = stays.at(-1);
    if (here?.stage === event.stage) {
      here.events.push(event);
      continue;
    }
    if (here) here.left = event;
    stays.push({ stage: event.stage, entered: event, left: undefined, events: [event] });
  }
  return stays;
}

/** Half-way and the day before fire as their day begins, the others when theirs has ended. */
function firedOn(event: Event): string {
  const early = event.rung?.name === 'halfWay' || event.rung?.name === 'oneDayBefore';
  return dayOf(event, early ? 0 : 1_000);
}

function dayOf({ at }: Event, before = 0): string {
  return new Date(Date.parse(at) - before + shanghaiOffset).toISOString().slice(0, 10);
}
