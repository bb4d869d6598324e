import type { Request } from 'express';
import type { AccountHolder } from '../prisma/accounts.ts';
import { problem } from './problem.ts';
import { sessionCookie } from './session-store.ts';

export type SignedIn = AccountHolder;

/**
 * Who sent this request, with the roles held now: the session brings its holder anew with every request, so that a changed
 * role counts from the very next command.
 * @throws Problem 401 session.required, or session.expired where a session has ended or its account was disabled
 */
export function signedIn(request: Request): SignedIn {
  const { holder } = request.session;
  if (holder) return holder;
  throw problem(request.headers.cookie?.includes(`${sessionCookie}=`) ? 'session.expired' : 'session.required');
}
