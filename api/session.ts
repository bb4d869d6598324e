import type { Request, RequestHandler } from 'express';
import type { AccountHolder } from '../prisma/accounts.ts';
import { problem } from './problem.ts';
import { sessionCookie } from './session-store.ts';

export { requestClock } from './request-clock.ts';

export type SignedIn = AccountHolder;

const holders = new WeakMap<Request, SignedIn>();

/** The session brings person and roles as they are now, so that a changed role counts from the very next command. */
export const identify: RequestHandler = (request, _response, next) => {
  const { holder } = request.session;
  if (holder) holders.set(request, holder);
  next();
};

/**
 * Who sent this request, with the roles held now.
 * @throws Problem 401 session.required, or session.expired where a session has ended or its account was disabled
 */
export function signedIn(request: Request): SignedIn {
  const holder = holders.get(request);
  if (holder) return holder;
  throw problem(request.headers.cookie?.includes(`${sessionCookie}=`) ? 'session.expired' : 'session.required');
}
