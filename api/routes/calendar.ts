import { Router } from 'express';
import type { z } from 'zod';
import { dayOf } from '../../domain/calendar.ts';
import type { CalendarRecord } from '../../domain/administration/records.ts';
import { calendarRecord } from '../../prisma/administration/parameters.ts';
import { calendarStanding } from '../../prisma/calendar-standing.ts';
import { describe } from '../openapi.ts';
import { calendarAnswer } from '../schemas/calendar.ts';
import { momentOf } from '../request-clock.ts';
import { signedIn } from '../session.ts';
import type { CaseDeps } from '../take-command.ts';

const path = '/api/v1/calendar';

describe({
  method: 'get',
  path,
  summary: '工作日历：各年度放假安排、来源，尚缺的年度 The working-day calendar, its sources, and the years it lacks',
  tag: '日历',
  answers: { 200: calendarAnswer },
});

/** The calendar by which every deadline is reckoned, and what is provisional because a year is not published yet. */
export function calendarRoutes({ config, database }: Pick<CaseDeps, 'config' | 'database'>): Router {
  const router = Router();
  router.get(path, async (request, response) => {
    signedIn(request);
    const today = dayOf(momentOf(request, config));
    const years = await database.calendarYear.findMany({ orderBy: { year: 'asc' } });
    const { calendar, ...standing } = await calendarStanding(database, today);
    response.json({
      version: calendar.version,
      years: years.map((row) => ({ version: row.version, ...yearView(calendarRecord(row)) })),
      ...standing,
    } satisfies z.input<typeof calendarAnswer>);
  });
  return router;
}

function yearView({ year, source, documentNo, issuedOn, holidays, makeUpWorkdays, names }: CalendarRecord) {
  const days = [
    ...holidays.map((date) => ({ date, kind: 'off' as const, name: names[date] ?? null })),
    ...makeUpWorkdays.map((date) => ({ date, kind: 'working' as const, name: names[date] ?? null })),
  ];
  return { year, source, documentNo, issuedOn, days: days.toSorted((a, b) => a.date.localeCompare(b.date)) };
}
