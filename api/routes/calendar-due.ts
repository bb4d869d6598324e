import { Router } from 'express';
import type { Config } from '../../config.ts';
import type { Database } from '../../prisma/client.ts';
import { workCalendar } from '../../prisma/deadlines.ts';
import { anonymousLimit } from '../anonymous-limit.ts';
import { dueOf } from '../calendar-due.ts';
import { describe } from '../openapi.ts';
import { dueAnswer, dueQuery } from '../schemas/calendar.ts';

const path = '/api/v1/calendar/due';

describe({
  method: 'get',
  path,
  summary: '期限计算：何日届满，为什么 When a period ends, and why',
  tag: '日历',
  query: dueQuery,
  signedIn: false,
  answers: { 200: dueAnswer },
  alsoProblems: [429],
});

/** What anybody may ask of the calendar without signing in. */
export function calendarDueRoutes({ config, database }: { config: Config; database: Database }): Router {
  const router = Router();
  router.get(path, anonymousLimit(config), async (request, response) => {
    response.json(dueOf(await workCalendar(database), dueQuery.parse(request.query)));
  });
  return router;
}
