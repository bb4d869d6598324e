import { Router } from 'express';
import { inAgency } from '../../prisma/client.ts';
import { filterConditions } from '../../prisma/case-filters.ts';
import { scopeCondition } from '../../prisma/inbox-scopes.ts';
import { listCases } from '../../prisma/listed-cases.ts';
import { withinReach } from '../../prisma/reading-reach.ts';
import { listedCases } from '../listed-case.ts';
import { describe } from '../openapi.ts';
import { readPageCursor, writePageCursor } from '../page-cursor.ts';
import { readingReach } from '../policy.ts';
import { casePageAnswer, inboxQuery, type CasePageAnswer } from '../schemas/case-list.ts';
import { requestClock, signedIn } from '../session.ts';
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

/** The four boxes of the workbench (工作台). */
export function inboxRoutes({ config, database }: Pick<CaseDeps, 'config' | 'database'>): Router {
  const router = Router();
  router.get(path, async (request, response) => {
    const reader = signedIn(request);
    const { scope, cursor, limit, ...filters } = inboxQuery.parse(request.query);
    const after = readPageCursor(cursor);
    const now = requestClock(request, config) ?? Date.now();
    const page = await inAgency(database, reader.agency, async (transaction) => {
      const readable = await withinReach(transaction, { ...reader, reach: readingReach(reader.roles) });
      const boxed = await scopeCondition(transaction, scope, reader);
      const conditions = [readable, boxed, ...filterConditions(filters, now)];
      const { rows, next } = await listCases(transaction, conditions, { after, limit });
      return { items: await listedCases(transaction, rows, reader.personId, now), nextCursor: writePageCursor(next) };
    });
    response.json(page satisfies CasePageAnswer);
  });
  return router;
}
