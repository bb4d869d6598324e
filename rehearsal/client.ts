import { randomUUID } from 'node:crypto';
import { BadAnswer, openSession, type Session } from './session.ts';

export interface Answer {
  status: number;
  /** The parsed JSON, or the text where the answer is none. */
  body: unknown;
}

/** Requests to one system: a session for each person, kept; each request carries its moment. */
export interface Client {
  get(person: string, path: string, at: string): Promise<Answer>;
  /** Sends it under a fresh idempotency key, unless told under which. */
  post(person: string, path: string, body: unknown, at: string, key?: string): Promise<Answer>;
  /** Without a session, as anyone may ask. */
  getPublic(path: string, at: string): Promise<Answer>;
}

const timeoutMs = 30_000;

/** @param passwords of each person, as the seed wrote them */
export function createClient(url: string, passwords: Map<string, string>): Client {
  const sessions = new Map<string, Promise<Session>>();

  function sessionOf(person: string): Promise<Session> {
    let session = sessions.get(person);
    if (!session) {
      const password = passwords.get(person);
      if (password === undefined) throw new BadAnswer(`no account of ${person} among the seeded ones`);
      session = openSession(url, person, password);
      sessions.set(person, session);
      session.catch(() => sessions.delete(person));
    }
    return session;
  }

  async function asPerson(person: string, path: string, init: (session: Session) => RequestInit): Promise<Answer> {
    const first = await request(url + path, init(await sessionOf(person)));
    if (first.status !== 401) return first;
    sessions.delete(person);
    return request(url + path, init(await sessionOf(person)));
  }

  return {
    get: (person, path, at) => asPerson(person, path, ({ cookie }) => ({ headers: { cookie, 'Sanxiang-Clock': at } })),
    post: (person, path, body, at, key = randomUUID()) =>
      asPerson(person, path, ({ cookie, csrfToken }) => ({
        method: 'POST',
        body: JSON.stringify(body),
        headers: {
          cookie,
          'content-type': 'application/json',
          'X-CSRF-Token': csrfToken,
          'Idempotency-Key': key,
          'Sanxiang-Clock': at,
        },
      })),
    getPublic: (path, at) => request(url + path, { headers: { 'Sanxiang-Clock': at } }),
  };
}

async function request(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, body: isJson && text ? JSON.parse(text) : text };
}
