import type { z } from 'zod';
import { endOfDay, shanghai, type Calendar } from '../domain/calendar.ts';
import { explain } from '../domain/deadline-explanation.ts';
import { reckon, type Deadline } from '../domain/deadline.ts';
import { instantOf } from '../domain/instant.ts';
import { pausesIn, type dueAnswer, type dueQuery } from './schemas/calendar.ts';

/** When a period asked for ends, and why; the question has passed its schema. */
export function dueOf(
  calendar: Calendar,
  { from, budget, unit, pauses }: z.output<typeof dueQuery>,
): z.input<typeof dueAnswer> {
  const asked = pausesIn(pauses).map((pause) => ({ from: pause.from.at, to: Math.max(pause.from.at, pause.to.at) }));
  const startedAt = instantOf(from)!.at;
  const deadline: Deadline = {
    ...{ budget, unit, startedAt, extensions: [], calendarVersion: calendar.version },
    // A pause that is written as a day may begin before the moment of that day on which the period began.
    pauses: asked.map((pause) => ({ from: Math.max(startedAt, pause.from), to: Math.max(startedAt, pause.to) })),
  };
  const reckoning = reckon(calendar, deadline)!;
  return {
    from: shanghai(startedAt),
    budget,
    unit,
    pauses: asked.map(({ from: begin, to }, index) => ({
      ...{ from: shanghai(begin), to: shanghai(to), days: reckoning.pauses[index]?.days ?? 0 },
    })),
    day: reckoning.day,
    dueAt: shanghai(endOfDay(reckoning.day)),
    provisional: reckoning.provisional,
    calendarVersion: calendar.version,
    explanation: explain(calendar, deadline),
  };
}
