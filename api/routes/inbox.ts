import { Router } from 'express';
import { dueWindow } from '../../domain/due-window.ts';
import { inAgency } from '../../prisma/client.ts';
import { workCalendar } from '../../prisma/deadlines.ts';
import { inboxNumbers, inboxPlaces } from '../../prisma/inbox-numbers.ts';
import { scopeCondition } from '../../prisma/inbox-scopes.ts';
import { listedPage } from '../listed-page.ts';
import { describe } from '../openapi.ts';
import {
  casePageAnswer,
  inboxQuery,
  inboxSummaryAnswer,
  type CasePageAnswer,
  type InboxSummaryAnswer,
} from '../schemas/case-list.ts';
import { momentOf } from '../request-clock.ts';
import { signedIn } from '../session.ts';
import type { CaseDeps } from '../take-command.ts';

const path = '/api/v1/inbox';

describe({
  method: 'get',
  path,
  summary: '工作台：我的、本科室的、可认领的、已办出的 My tasks, my section’s, claimable, passed on; late first',
  tag: '案件',
  query: inboxQuery,
  answers: { 200: casePageAnswer },
});
describe({
  method: 'get',
  path: `${path}/summary`,
  summary: '工作台的数字：已逾期、今天要办、三日内到期、已办出等他人 The numbers above the workbench',
  tag: '案件',
  answers: { 200: inboxSummaryAnswer },
});

/** The four boxes of the workbench (工作台), and the numbers above them. */
export function inboxRoutes({ config, database }: Pick<CaseDeps, 'config' | 'database'>): Router {
  const router = Router();

  router.get(path, async (request, response) => {
    const reader = signedIn(request);
    const { scope, cursor, limit, due, ...filters } = inboxQuery.parse(request.query);
    const now = momentOf(request, config);
    const calendar = due && (await inAgency(database, reader.agency, workCalendar));
    const window = due && calendar && dueWindow(due, calendar, now);
    const asked = { reader, filters: { ...filters, due: window }, cursor, limit, now };
    const page = await listedPage(database, asked, (transaction) => scopeCondition(transaction, scope, reader));
    response.json(page satisfies CasePageAnswer);
  });

  router.get(`${path}/summary`, async (request, response) => {
    const reader = signedIn(request);
    const now = momentOf(request, config);
    const summary = await inAgency(database, reader.agency, async (transaction) => ({
      ...(await inboxNumbers(transaction, reader, { now, calendar: await workCalendar(transaction) })),
      ...(await inboxPlaces(transaction, reader.agency)),
    }));
    response.json(summary satisfies InboxSummaryAnswer);
  });

  return router;
}
