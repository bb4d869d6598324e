import { addWorkdays, shanghai, type Calendar, type Day } from '../domain/calendar.ts';
import { deepReplace } from '../rehearsal/deep-replace.ts';
import { SYSTEM } from '../rehearsal/story-references.ts';
import type { StoryCase } from '../rehearsal/story-shape.ts';
import { caseTimeline, type Item } from '../rehearsal/timeline.ts';
import type { Part } from './cast.ts';
import { movement } from './moved-days.ts';

/** One case as it is played: its requests in their order, and each one's moment. */
export interface Script {
  one: StoryCase;
  items: Item[];
}

/** A story under other names, moved to the present and cut off where its part ends. @throws when the part names no step */
export function scriptOf(part: Part, stories: StoryCase[], calendar: Calendar, today: Day): Script {
  const found = stories.find(({ id }) => id === part.story);
  const last = found?.story.find(({ step }) => step === part.until);
  if (!found || !last) throw new Error(`no step ${part.until} of ${part.story}`);
  // What the clock did happens by itself.
  const items = caseTimeline(found).items.filter((item) => item.kind !== 'step' || item.step.actor !== SYSTEM);
  const end = items.findIndex((item) => item.kind === 'step' && item.step === last);
  const lastStep = last;
  const told = movement(calendar, last.at.slice(0, 10), ago(part.ago));
  const rename = (text: string) =>
    Object.entries(part.names).reduce((words, [name, other]) => words.replaceAll(name, other), text);
  const moved = <Value>(value: Value) => deepReplace(value, (text) => told.text(rename(text)));
  return { one: moved(found), items: inOrder([...moved(items.slice(0, end + 1)), ...further(part, found.id)]) };

  function ago(workdays: number): Day {
    return addWorkdays(calendar, today, -workdays).day;
  }

  function further({ further: acts }: Part, caseId: string): Item[] {
    return acts.map(({ ago: days, ...act }, index) => {
      const at = `${ago(days)}T10:${String(20 + index)}:00+08:00`;
      return { caseId, at, kind: 'step', step: { ...lastStep, ...act, at } };
    });
  }
}

/** Where two moments were moved onto one day in the wrong order, the later one follows a minute after. */
function inOrder(items: Item[]): Item[] {
  let before = 0;
  return items.map((item) => {
    const moment = Date.parse(item.at);
    before = moment < before ? before + 60_000 : moment;
    return before === moment ? item : { ...item, at: shanghai(before) };
  });
}
