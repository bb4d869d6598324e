import type { Request, Response } from 'express';
import { findPersonProfile } from '../prisma/accounts.ts';
import type { Database } from '../prisma/client.ts';
import type { Csrf } from './csrf.ts';
import { problem } from './problem.ts';
import type { SessionAnswer } from './schemas/session.ts';

/**
 * Who is signed in, with the token for their changes.
 * @param renew whether the session has just begun, so that an older token is worth nothing
 * @throws Problem 401 session.expired where there is no such person any more
 */
export async function answerOfSession(
  { database, csrf }: { database: Database; csrf: Csrf },
  request: Request,
  response: Response,
  personId: string,
  renew: boolean,
): Promise<SessionAnswer> {
  const person = await findPersonProfile(database, personId);
  if (!person) throw problem('session.expired');
  return { csrfToken: csrf.token(request, response, renew), person };
}
