import type { Request, RequestHandler } from 'express';
import { addressOf } from './address-of.ts';
import { limited } from './limited.ts';

const quarter = 15 * 60 * 1000;

/** Slows down guessing: ten failures for a user name from one address, a hundred from one address, in a quarter of an hour. */
export function signInLimits(): RequestHandler[] {
  return [limit(10, (request) => `${addressOf(request)} ${username(request)}`), limit(100, addressOf)];
}

/** Slows down whoever sits before somebody else's open page: ten failures of a person in a quarter of an hour. */
export function passwordLimit(): RequestHandler {
  return limit(10, (request) => request.session.holder?.personId ?? '');
}

function limit(failures: number, keyGenerator: (request: Request) => string): RequestHandler {
  return limited('session.locked', { windowMs: quarter, limit: failures, skipSuccessfulRequests: true, keyGenerator });
}

function username(request: Request): string {
  const body: unknown = request.body;
  const name = typeof body === 'object' && body !== null && 'username' in body ? body.username : '';
  return typeof name === 'string' ? name.slice(0, 100).toLowerCase() : '';
}
