import { Router, urlencoded } from 'express';
import { z } from 'zod';
import type { Config } from '../../config.ts';
import { findAccount, hasLeft } from '../../prisma/accounts.ts';
import type { Database } from '../../prisma/client.ts';
import { hashPassword, isPassword, randomPassword } from '../../prisma/password.ts';
import type { Csrf } from '../csrf.ts';
import { describe } from '../openapi.ts';
import { problem, problemOf } from '../problem.ts';
import { sessionAnswer, signInBody } from '../schemas/session.ts';
import { signedIn } from '../session.ts';
import { answerOfSession } from '../session-answer.ts';
import { beginSession, endSession, sessionCookie } from '../session-store.ts';
import { signInLimits } from '../sign-in-limit.ts';
import { todayOf } from '../today.ts';

const path = '/api/v1/session';

// prettier-ignore
describe({ method: 'post', path, summary: '登录 Sign in', tag: '登录', body: signInBody, signedIn: false, form: true, answers: { 201: sessionAnswer }, alsoProblems: [401, 403, 429] });
describe({ method: 'get', path, summary: '我是谁 Who is signed in', tag: '登录', answers: { 200: sessionAnswer } });
describe({ method: 'delete', path, summary: '退出 Sign out', tag: '登录', answers: { 204: z.null() } });

interface SessionDeps {
  config: Config;
  database: Database;
  csrf: Csrf;
}

/** Sign in, who am I, sign out. */
export function sessionRoutes(deps: SessionDeps): Router {
  const { config, database } = deps;
  const router = Router();
  const limits = config.profile === 'rehearsal' ? [] : signInLimits();
  // Compared against for an unknown user name, so that the time of an answer does not tell which names exist.
  const nobody = hashPassword(randomPassword());

  router.post(path, urlencoded({ extended: false, limit: 10_000 }), ...limits, async (request, response) => {
    if (request.get('Sec-Fetch-Site') === 'cross-site') throw problem('csrf.missing');
    const { username, password } = signInBody.parse(request.body);
    const account = await findAccount(database, username);
    const matches = await isPassword(account?.passwordHash ?? (await nobody), password);
    if (!account || !matches) throw problem('session.wrong');
    if (await hasLeft(database, account.personId, todayOf(config))) throw problemOf({ code: 'person.left' });
    await beginSession(request, account.id);
    response.status(201).json(await answerOfSession(deps, request, response, account.personId, true));
  });

  router.get(path, async (request, response) => {
    response.json(await answerOfSession(deps, request, response, signedIn(request).personId, false));
  });

  router.delete(path, async (request, response) => {
    signedIn(request);
    await endSession(request);
    response.clearCookie(sessionCookie, { path: '/' }).status(204).end();
  });

  return router;
}
