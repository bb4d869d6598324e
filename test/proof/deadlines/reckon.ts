import { createInterface } from 'node:readline';
import { dueOf } from '../../../api/calendar-due.ts';
import { dueQuery } from '../../../api/schemas/calendar.ts';
import { calendarOf, shanghai, type CalendarYear } from '../../../domain/calendar.ts';
import { dueDay } from '../../../domain/deadline.ts';
import { explain } from '../../../domain/deadline-explanation.ts';
import type { Asked } from './random-deadline.ts';

/**
 * The first line is the calendar, each further one a deadline; answers each with its day, and with all that the domain and
 * the public route say of it, so that two time zones can be compared to the letter. Run in a process of its own, under TZ.
 */
const years: CalendarYear[] = [];
for await (const line of createInterface({ input: process.stdin })) {
  if (years.length === 0) {
    years.push(...(JSON.parse(line) as CalendarYear[]));
    continue;
  }
  const { budget, unit, startedAt, pauses, extensions } = JSON.parse(line) as Asked;
  const calendar = calendarOf({ version: 1, years });
  const stretches = pauses.map(([from, to]) => ({ from, to }));
  const deadline = {
    ...{ budget, unit, startedAt, pauses: stretches, calendarVersion: 1 },
    extensions: extensions.map((days) => ({ budget: days })),
  };
  const question = {
    from: shanghai(startedAt),
    budget: String(budget + extensions.reduce((sum, days) => sum + days, 0)),
    unit,
    pauses: pauses.map((pause) => pause.map(shanghai).join('/')).join(','),
  };
  const due = dueDay(calendar, deadline);
  const said = { explained: explain(calendar, deadline), route: dueOf(calendar, dueQuery.parse(question)) };
  process.stdout.write(`${JSON.stringify({ due, ...said })}\n`);
}
