import { Router, type Request, type Response } from 'express';
import { applyChanges } from '../../prisma/administration/apply.ts';
import { changedAccount } from '../../prisma/administration/accounts.ts';
import { hashPassword, isPassword } from '../../prisma/password.ts';
import { takeAdminCommand, type AdminDeps } from '../admin/admin-command.ts';
import type { Csrf } from '../csrf.ts';
import { idempotencyKey } from '../idempotency-key.ts';
import { describe } from '../openapi.ts';
import { problem } from '../problem.ts';
import { momentOf } from '../request-clock.ts';
import { ownPasswordBody } from '../schemas/own-password.ts';
import { sessionAnswer } from '../schemas/session.ts';
import { signedIn } from '../session.ts';
import { answerOfSession } from '../session-answer.ts';
import { beginSession } from '../session-store.ts';
import { passwordLimit } from '../sign-in-limit.ts';

const path = '/api/v1/session/password';

// prettier-ignore
describe({ method: 'post', path, summary: '修改本人的密码；在别处的登录随即失效 Change one’s own password; sign-ins elsewhere end at once', tag: '登录', body: ownPasswordBody, answers: { 200: sessionAnswer }, alsoProblems: [403, 429] });

/** One's own other password, for which the present one is asked; neither stands in any record. */
export function ownPasswordRoutes(deps: AdminDeps & { csrf: Csrf }): Router {
  const { config, database } = deps;
  const router = Router();
  const limits = config.profile === 'rehearsal' ? [] : [passwordLimit()];

  router.post(path, ...limits, async (request: Request, response: Response) => {
    const actor = signedIn(request);
    const { current, next } = ownPasswordBody.parse(request.body ?? {});
    const at = new Date(momentOf(request, config));
    const taken = { actor, action: 'changePassword', key: idempotencyKey(request), body: {}, at };
    await takeAdminCommand(deps, taken, async (transaction, command) => {
      const account = await transaction.account.findUniqueOrThrow({ where: { id: actor.accountId } });
      if (!(await isPassword(account.passwordHash, current))) throw problem('password.wrong');
      const { disabled } = account;
      const passwordHash = await hashPassword(next, config.profile);
      const about = { username: actor.personId, agency: actor.agency };
      await applyChanges(transaction, [changedAccount(about, { disabled }, { disabled, passwordHash })], command);
      return {};
    });
    // No password is among what is kept of a command: a key that was used for another one is known by the one that counts now.
    const now = await database.account.findUnique({ where: { id: actor.accountId } });
    if (!now || !(await isPassword(now.passwordHash, next))) throw problem('idempotency.mismatch');
    // Every session of the account has ended with the password before; this one begins anew.
    await beginSession(request, actor.accountId);
    response.json(await answerOfSession(deps, request, response, actor.personId, true));
  });

  return router;
}
