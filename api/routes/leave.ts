import { Router, type Request } from 'express';
import { z } from 'zod';
import { takeAdminCommand, type AdminDeps } from '../admin/admin-command.ts';
import { actingAs } from '../admin/authority.ts';
import { changeLeave, type LeaveChange } from '../admin/leave.ts';
import { idempotencyKey } from '../idempotency-key.ts';
import { describe } from '../openapi.ts';
import { problem } from '../problem.ts';
import { leaveAnswer } from '../schemas/administration-answers.ts';
import { leaveCancelled, leaveEntry } from '../schemas/administration.ts';
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

/** Leave and substitutes (休假、替岗), entered by the person or for them. */
export function leaveRoutes(deps: AdminDeps): Router {
  const router = Router();

  router.post('/api/v1/people/:id/leave', async (request, response) => {
    const { replaces, ...enter } = leaveEntry.parse(request.body ?? {});
    response.json(await changed(request, 'leave', { person: knownId(request), enter, replaces }));
  });

  router.post('/api/v1/people/:id/leave/cancel', async (request, response) => {
    const { from } = leaveCancelled.parse(request.body ?? {});
    response.json(await changed(request, 'cancelLeave', { person: knownId(request), cancel: from }));
  });

  return router;

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
