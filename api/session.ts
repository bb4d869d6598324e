import type { Request, RequestHandler } from 'express';
import { findAccountHolder, type AccountHolder } from '../prisma/accounts.ts';
import type { Pool } from '../prisma/pool.ts';
import { problem } from './problem.ts';
import { sessionCookie } from './session-store.ts';

export { requestClock } from './request-clock.ts';

export type SignedIn = AccountHolder;

const holders = new WeakMap<Request, SignedIn>();

/** Reads person and roles anew for every request, so that a changed role counts from the very next command. */
export function identify(pool: Pool): RequestHandler {
  return async (request, _response, next) => {
    const accountId = request.session.accountId;
    const holder = accountId ? await findAccountHolder(pool, accountId) : null;
    if (holder) holders.set(request, holder);
    next();
  };
}

/**
 * Who sent this request, with the roles held now.
 * @throws Problem 401 session.required, or session.expired where a session has ended or its account was disabled
 */
export function signedIn(request: Request): SignedIn {
  const holder = holders.get(request);
  if (holder) return holder;
  throw problem(request.headers.cookie?.includes(`${sessionCookie}=`) ? 'session.expired' : 'session.required');
}
