import { Router, type Request } from 'express';
import { z } from 'zod';
import { dayOf } from '../../domain/calendar.ts';
import { inAgency } from '../../prisma/client.ts';
import { takeAdminCommand, type AdminDeps } from '../admin/admin-command.ts';
import { actingAs } from '../admin/authority.ts';
import { changeLeave, type LeaveChange } from '../admin/leave.ts';
import { leaveAndSubstitutes } from '../admin/leave-and-substitutes.ts';
import { idempotencyKey } from '../idempotency-key.ts';
import { describe } from '../openapi.ts';
import { problem } from '../problem.ts';
import { leaveAnswer } from '../schemas/administration-answers.ts';
import { leaveCancelled, leaveEntry } from '../schemas/administration.ts';
import { leaveReadingAnswer, leaveReadingQuery } from '../schemas/leave.ts';
import { personId } from '../schemas/values.ts';
import { momentOf } from '../request-clock.ts';
import { signedIn } from '../session.ts';

const about = {
  method: 'post',
  tag: '管理',
  params: z.object({ id: personId }),
  answers: { 200: leaveAnswer },
} as const;
// prettier-ignore
describe({ ...about, path: '/api/v1/people/{id}/leave', summary: '登记休假和替岗人（本人或者系统管理员） Enter leave and who stands in', body: leaveEntry });
// prettier-ignore
describe({ ...about, path: '/api/v1/people/{id}/leave/cancel', summary: '撤回一次休假 Take a leave back', body: leaveCancelled });

// prettier-ignore
describe({ method: 'get', path: '/api/v1/leave', summary: '本人的休假；某段时间谁能替岗，为什么不能 One’s own leave, and who may stand in on given days', tag: '管理', query: leaveReadingQuery, answers: { 200: leaveReadingAnswer } });

// prettier-ignore
describe({ method: 'get', path: '/api/v1/people/{id}/leave', summary: '一名人员的休假；某段时间谁能替岗，为什么不能（本人或者其系统管理员） A person’s leave, and who may stand in on given days', tag: '管理', params: about.params, query: leaveReadingQuery, answers: { 200: leaveReadingAnswer }, alsoProblems: [403] });

/** Leave and substitutes (休假、替岗), entered by the person or for them. */
export function leaveRoutes(deps: AdminDeps): Router {
  const router = Router();

  router.get('/api/v1/leave', async (request, response) => {
    response.json(await read(request, signedIn(request).personId));
  });

  router.get('/api/v1/people/:id/leave', async (request, response) => {
    response.json(await read(request, knownId(request)));
  });

  router.post('/api/v1/people/:id/leave', async (request, response) => {
    const { replaces, ...enter } = leaveEntry.parse(request.body ?? {});
    response.json(await changed(request, 'leave', { person: knownId(request), enter, replaces }));
  });

  router.post('/api/v1/people/:id/leave/cancel', async (request, response) => {
    const { from } = leaveCancelled.parse(request.body ?? {});
    response.json(await changed(request, 'cancelLeave', { person: knownId(request), cancel: from }));
  });

  return router;

  function read(request: Request, id: string) {
    const { from, to } = leaveReadingQuery.parse(request.query);
    const actor = signedIn(request);
    const today = dayOf(momentOf(request, deps.config));
    const period = from && to ? { from, to } : null;
    return inAgency(deps.database, actor.agency, (transaction) =>
      leaveAndSubstitutes({ transaction, ...actingAs(actor, deps.config) }, id, period, today),
    );
  }

  function changed(request: Request, action: string, change: LeaveChange) {
    const actor = signedIn(request);
    const at = new Date(momentOf(request, deps.config));
    const taken = { actor, action, key: idempotencyKey(request), body: { ...change }, at };
    return takeAdminCommand(deps, taken, (transaction, command) =>
      changeLeave({ transaction, ...actingAs(actor, deps.config) }, change, command),
    );
  }

  function knownId(request: Request): string {
    const id = personId.safeParse(request.params['id']);
    if (!id.success) throw problem('person.unknown');
    return id.data;
  }
}
