import { Router } from 'express';
import { listedPage } from '../listed-page.ts';
import { describe } from '../openapi.ts';
import { caseListQuery, casePageAnswer, type CasePageAnswer } from '../schemas/case-list.ts';
import { momentOf } from '../request-clock.ts';
import { signedIn } from '../session.ts';
import type { CaseDeps } from '../take-command.ts';

const path = '/api/v1/cases';

describe({
  method: 'get',
  path,
  summary: '查询案件：当事人、文号、法条、全文、阶段、科室、逾期 Search cases; late first',
  tag: '案件',
  query: caseListQuery,
  answers: { 200: casePageAnswer },
});

/** Every case that one may read, by party, number, statute, words, stage, category, section, lateness. */
export function caseListRoutes({ config, database }: Pick<CaseDeps, 'config' | 'database'>): Router {
  const router = Router();
  router.get(path, async (request, response) => {
    const { cursor, limit, overdue, ...filters } = caseListQuery.parse(request.query);
    const late = overdue === undefined ? undefined : overdue === 'true';
    const now = momentOf(request, config);
    const asked = { reader: signedIn(request), filters: { ...filters, overdue: late }, cursor, limit, now };
    response.json((await listedPage(database, asked)) satisfies CasePageAnswer);
  });
  return router;
}
