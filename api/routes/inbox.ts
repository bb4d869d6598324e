import { Router } from 'express';
import { scopeCondition } from '../../prisma/inbox-scopes.ts';
import { listedPage } from '../listed-page.ts';
import { describe } from '../openapi.ts';
import { casePageAnswer, inboxQuery, type CasePageAnswer } from '../schemas/case-list.ts';
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

/** The four boxes of the workbench (工作台). */
export function inboxRoutes({ config, database }: Pick<CaseDeps, 'config' | 'database'>): Router {
  const router = Router();
  router.get(path, async (request, response) => {
    const reader = signedIn(request);
    const { scope, cursor, limit, ...filters } = inboxQuery.parse(request.query);
    const asked = { reader, filters, cursor, limit, now: momentOf(request, config) };
    const page = await listedPage(database, asked, (transaction) => scopeCondition(transaction, scope, reader));
    response.json(page satisfies CasePageAnswer);
  });
  return router;
}
