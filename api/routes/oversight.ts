import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { counts, durations } from '../oversight/counts.ts';
import { countedColumns, dueColumns, standingColumns, stuckColumns, urgedColumns } from '../oversight/csv-columns.ts';
import { rowsAtOnce, sendCsv, type Columns, type Page } from '../oversight/csv.ts';
import { dueSoonPage, overduePage } from '../oversight/due-page.ts';
import { countedPage, statistics } from '../oversight/statistics.ts';
import { places } from '../oversight/places.ts';
import { standingPage, timeInStage, urgedPage } from '../oversight/standing-page.ts';
import { stuckPage } from '../oversight/stuck-page.ts';
import { describe } from '../openapi.ts';
import * as schemas from '../schemas/oversight.ts';
import { countedPageAnswer, countedQuery, statisticsAnswer, statisticsQuery } from '../schemas/statistics.ts';
import { momentOf } from '../request-clock.ts';
import { signedIn } from '../session.ts';
import type { CaseDeps } from '../take-command.ts';

const tag = '监督';
const base = '/api/v1/oversight';

const lists: [name: string, summary: string, query: z.ZodObject, answer: z.ZodType][] = [
  ['overdue', '逾期案件 Overdue cases, the latest first', schemas.overdueQuery, schemas.duePageAnswer],
  ['due-soon', '即将到期的案件 Cases due soon', schemas.dueSoonQuery, schemas.duePageAnswer],
  [
    'standing',
    '在办案件及其所在阶段 Open cases, the longest in their stage first',
    schemas.standingQuery,
    schemas.standingPageAnswer,
  ],
  [
    'urged',
    '催办后未办理的案件 Cases whose holders were urged and did not answer',
    schemas.urgedQuery,
    schemas.urgedPageAnswer,
  ],
  ['stuck', '停滞案件及其原因 Stuck cases, with every cause', schemas.stuckQuery, schemas.stuckPageAnswer],
  ['counted', '一个统计数字所计的案件 The cases that one figure counts', countedQuery, countedPageAnswer],
];
const paging = { cursor: true, limit: true } as const;

for (const [name, summary, query, answer] of lists) {
  const [path, alsoProblems] = [`${base}/${name}`, [403]];
  describe({ method: 'get', path, summary, tag, query, answers: { 200: answer }, csv: true, alsoProblems });
  const whole = { path: `${path}.csv`, summary: `${summary}（CSV）`, query: query.omit(paging) };
  describe({ method: 'get', ...whole, tag, answers: { 200: z.string() }, csv: true, alsoProblems });
}
describe({
  method: 'get',
  path: `${base}/counts`,
  summary: '在办案件数：阶段×机关，科室×阶段×天数 Open cases by stage and agency, or by section, stage and age',
  tag,
  query: schemas.countsQuery,
  answers: { 200: schemas.countsAnswer },
  alsoProblems: [403],
});
describe({
  method: 'get',
  path: `${base}/durations`,
  summary: '各阶段工作日中位数和九成位数 Median and 90th percentile of the working days in each stage',
  tag,
  query: schemas.durationsQuery,
  answers: { 200: schemas.durationsAnswer },
  alsoProblems: [403],
});

describe({
  method: 'get',
  path: `${base}/statistics`,
  summary: '统计：立案、审核意见、不符合的审核项、期限 Cases filed, opinions, items not conformed with, deadlines kept',
  tag,
  query: statisticsQuery,
  answers: { 200: statisticsAnswer },
  alsoProblems: [403],
});
describe({
  method: 'get',
  path: `${base}/time-in-stage`,
  summary: '在办案件在各阶段的天数：科室×阶段 How long open cases have been where they are, by section and stage',
  tag,
  query: schemas.timeInStageQuery,
  answers: { 200: schemas.timeInStageAnswer },
  alsoProblems: [403],
});
describe({
  method: 'get',
  path: `${base}/places`,
  summary: '可供筛选的地区、机关、科室 Regions, agencies and sections to narrow lists to',
  tag,
  answers: { 200: schemas.placesAnswer },
  alsoProblems: [403],
});

/** What overseers ask: what is late, due soon and stuck, how much there is, and how long it takes. */
export function oversightRoutes({ config, database }: Pick<CaseDeps, 'config' | 'database'>): Router {
  const router = Router();
  const askedBy = (request: Request) => ({
    reader: signedIn(request),
    now: momentOf(request, config),
    virtualTime: config.profile === 'rehearsal',
  });
  type Asked = ReturnType<typeof askedBy>;

  addList('overdue', schemas.overdueQuery, dueColumns, (asked, query) => overduePage(database, { ...asked, query }));
  addList('due-soon', schemas.dueSoonQuery, dueColumns, (asked, query) => dueSoonPage(database, { ...asked, query }));
  addList('stuck', schemas.stuckQuery, stuckColumns, (asked, query) => stuckPage(database, { ...asked, query }));
  addList('counted', countedQuery, countedColumns, (asked, query) => countedPage(database, { ...asked, query }));
  router.get(`${base}/statistics`, async (request, response) => {
    response.json(await statistics(database, { ...askedBy(request), query: statisticsQuery.parse(request.query) }));
  });
  addList('standing', schemas.standingQuery, standingColumns, (asked, query) =>
    standingPage(database, { ...asked, query }),
  );
  addList('urged', schemas.urgedQuery, urgedColumns, (asked, query) => urgedPage(database, { ...asked, query }));
  router.get(`${base}/time-in-stage`, async (request, response) => {
    const query = schemas.timeInStageQuery.parse(request.query);
    response.json(await timeInStage(database, { ...askedBy(request), query }));
  });
  router.get(`${base}/places`, async (request, response) => {
    response.json(await places(database, askedBy(request)));
  });
  router.get(`${base}/counts`, async (request, response) => {
    response.json(await counts(database, { ...askedBy(request), query: schemas.countsQuery.parse(request.query) }));
  });
  router.get(`${base}/durations`, async (request, response) => {
    const query = schemas.durationsQuery.parse(request.query);
    response.json(await durations(database, { ...askedBy(request), query }));
  });
  return router;

  /** A list as pages, and as a whole table where its address ends so or CSV is what the reader accepts. */
  function addList<Query extends z.ZodObject, Item>(
    name: string,
    query: Query,
    columns: Columns<Item>,
    read: (asked: Asked, query: z.output<Query>) => Promise<Page<Item>>,
  ): void {
    router.get(`${base}/${name}.csv`, (request, response) => {
      const filters = query.omit(paging).parse(request.query);
      return sendWhole(request, response, filters as z.output<Query>);
    });
    router.get(`${base}/${name}`, async (request, response) => {
      const asked = query.parse(request.query);
      if (request.accepts(['json', 'csv']) === 'csv') return sendWhole(request, response, asked);
      response.json(await read(askedBy(request), asked));
    });

    function sendWhole(request: Request, response: Response, filters: z.output<Query>): Promise<void> {
      const asked = askedBy(request);
      return sendCsv(response, name, columns, (cursor) => read(asked, { ...filters, cursor, limit: rowsAtOnce }));
    }
  }
}
