import { Router } from 'express';
import { inAgency } from '../../prisma/client.ts';
import { filterConditions } from '../../prisma/case-filters.ts';
import { listCases } from '../../prisma/listed-cases.ts';
import { withinReach } from '../../prisma/reading-reach.ts';
import { listedCases } from '../listed-case.ts';
import { describe } from '../openapi.ts';
import { readPageCursor, writePageCursor } from '../page-cursor.ts';
import { readingReach } from '../policy.ts';
import { caseListQuery, casePageAnswer, type CasePageAnswer } from '../schemas/case-list.ts';
import { requestClock, signedIn } from '../session.ts';
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
    const reader = signedIn(request);
    const { cursor, limit, overdue, ...filters } = caseListQuery.parse(request.query);
    const after = readPageCursor(cursor);
    const now = requestClock(request, config) ?? Date.now();
    const late = overdue === undefined ? undefined : overdue === 'true';
    const page = await inAgency(database, reader.agency, async (transaction) => {
      const readable = await withinReach(transaction, { ...reader, reach: readingReach(reader.roles) });
      const conditions = [readable, ...filterConditions({ ...filters, overdue: late }, now)];
      const { rows, next } = await listCases(transaction, conditions, { after, limit });
      return { items: await listedCases(transaction, rows, reader.personId, now), nextCursor: writePageCursor(next) };
    });
    response.json(page satisfies CasePageAnswer);
  });
  return router;
}
