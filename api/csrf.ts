import { doubleCsrf } from 'csrf-csrf';
import { createHmac } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Config } from '../config.ts';
import { problem } from './problem.ts';

const csrfCookie = 'sanxiang.csrf';

export interface Csrf {
  /** Refuses every change under a session whose header does not repeat the token of the cookie. */
  middleware: RequestHandler;
  /** The token of this session, set as a cookie too. */
  token(request: Request, response: Response, renew: boolean): string;
}

/** Double-submit tokens bound to the session. */
export function createCsrf(config: Config, secret: string): Csrf {
  const key = createHmac('sha256', secret).update('csrf').digest('hex');
  const { generateCsrfToken, validateRequest } = doubleCsrf({
    getSecret: () => key,
    getSessionIdentifier: (request) => request.sessionID,
    cookieName: csrfCookie,
    cookieOptions: { httpOnly: true, sameSite: 'lax', secure: config.session.secureCookies, path: '/' },
    getCsrfTokenFromRequest: (request) => request.get('X-CSRF-Token'),
  });
  return {
    middleware: (request, _response, next) => {
      request.cookies = readCookies(request.headers.cookie);
      const reads = ['GET', 'HEAD', 'OPTIONS'].includes(request.method);
      if (reads || isSignIn(request) || !request.session.accountId) return next();
      return next(validateRequest(request) ? undefined : problem('csrf.missing'));
    },
    token: (request, response, renew) => generateCsrfToken(request, response, { overwrite: renew }),
  };
}

function isSignIn(request: Request): boolean {
  return request.method === 'POST' && request.path === '/api/v1/session';
}

function readCookies(header = ''): Record<string, string> {
  const pairs = header.split(';').map((pair) => pair.trim().split('='));
  return Object.fromEntries(pairs.map(([name = '', ...value]) => [name, decode(value.join('='))]));
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
