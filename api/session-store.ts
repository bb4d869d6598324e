import connectPgSimple from 'connect-pg-simple';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { AccountHolder } from '../prisma/accounts.ts';
import { findSession, type KeptSession } from '../prisma/sessions.ts';
import { todayOf } from './today.ts';

declare module 'express-session' {
  interface SessionData {
    accountId: string;
    /** Read anew with every request, never kept. */
    holder: AccountHolder | null;
    /** Whether this request is no use of the session and does not prolong it; never kept. */
    unused?: boolean;
  }
}

export const sessionCookie = 'sanxiang.sid';

export interface Sessions {
  middleware: RequestHandler;
  close(): Promise<void>;
}

/**
 * Sessions in the database's own table, as the application's role; they end when nobody used them for a while. What an open
 * page asks by itself, as it says, is no use: else the session of whoever went home would never end.
 */
export function openSessions(config: Config, secret: string, log: Logger): Sessions {
  const pool = new pg.Pool({
    connectionString: config.databaseUrl,
    options: '-c role=sanxiang_app -c timezone=UTC',
    max: 5,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 600_000,
  });
  pool.on('error', (error) => log.warn({ errorCode: (error as { code?: string }).code }, 'session connection lost'));
  const seconds = config.session.minutes * 60;
  const Store = connectPgSimple(session);
  const store = new Store({
    pool,
    createTableIfMissing: false,
    ttl: seconds,
    errorLog: () => log.warn('session store failed'),
  });
  store.get = (sid, callback) => {
    findSession(pool, sid, todayOf(config)).then((found) => callback(null, found && sessionData(found)), callback);
  };
  touchSeldom(store, Math.min(60, seconds / 10));
  const opened = session({
    store,
    secret,
    name: sessionCookie,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      secure: config.session.secureCookies,
      maxAge: seconds * 1000,
    },
  });
  const middleware: RequestHandler = (request, response, next) =>
    opened(request, response, (error?: unknown) => {
      if (byItself(request)) Object.defineProperty(request.session ?? {}, 'unused', { value: true });
      next(error);
    });
  async function close(): Promise<void> {
    store.close();
    await pool.end();
  }
  return { middleware, close };
}

function sessionData({ data, holder }: KeptSession): session.SessionData {
  return { ...(data as session.SessionData), holder };
}

/** Live updates are there as long as a page is open; of its other questions it says which nobody sits before. */
function byItself(request: Request): boolean {
  return request.get('Sanxiang-Unattended') !== undefined || request.path === '/api/v1/notifications/stream';
}

/** Using a session prolongs it; writing that down once in so many seconds is enough. */
function touchSeldom(store: session.Store, everySeconds: number): void {
  const touched = new Map<string, number>();
  const touch = store.touch?.bind(store);
  store.touch = (sid, data, callback) => {
    const now = Date.now();
    if (data.unused) return callback?.();
    if (now - (touched.get(sid) ?? 0) < everySeconds * 1000) return callback?.();
    if (touched.size > 10_000) touched.clear();
    touched.set(sid, now);
    touch?.(sid, data, callback);
  };
}

/** Signs an account in under a new id, so that one planted before is worth nothing. */
export async function beginSession(request: Request, accountId: string): Promise<void> {
  await done(request, 'regenerate');
  request.session.accountId = accountId;
  // Else the cookie leaves with the head of the answer, and a request that follows it at once is nobody's.
  await done(request, 'save');
}

export function endSession(request: Request): Promise<void> {
  return done(request, 'destroy');
}

function done(request: Request, step: 'regenerate' | 'save' | 'destroy'): Promise<void> {
  return new Promise((resolve, reject) => {
    request.session[step]((error) => (error ? reject(error as Error) : resolve()));
  });
}
