import type { SessionAnswer } from '../api/schemas/session.ts';
import { attendance } from './attended.ts';

/** What the API answers instead of what was asked for (RFC 9457), in both languages. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly details: Record<string, unknown>;

  constructor(status: number, body: Partial<Record<'code' | 'detail' | 'detailEn', string>> & { details?: object }) {
    super(body.code ?? String(status));
    this.status = status;
    this.code = body.code ?? 'http.unexpected';
    this.zh = body.detail ?? '服务没有给出可读的回答；请稍后再试。';
    this.en = body.detailEn ?? 'The service gave no readable answer; try again later.';
    this.details = { ...body.details };
  }
}

/** The connection broke off or never came to be: nobody knows whether the request arrived. */
export class Unreachable extends Error {}

/**
 * Whether this is the answer to what was asked under a key, so that the next attempt is a new command: not where nobody knows,
 * where it is still being done, or where one has to sign in or wait first, for then an earlier attempt may have taken effect.
 */
export function isAnswer(error: unknown): error is Problem {
  if (!(error instanceof Problem)) return false;
  const { status, code } = error;
  return status < 500 && status !== 401 && status !== 429 && !['csrf.missing', 'idempotency.running'].includes(code);
}

const sessionPath = '/api/v1/session';
const signedIn = { person: '', csrfToken: '' };

/** Every change carries the token; the session's answer brings it. */
export function rememberSession({ person, csrfToken }: SessionAnswer): void {
  signedIn.person = person.id;
  signedIn.csrfToken = csrfToken;
}

/** For what sends changes by its own means. */
export function rememberedCsrfToken(): string {
  return signedIn.csrfToken;
}

/**
 * Learns the token of a session that was renewed meanwhile, in another window for instance.
 * @throws Problem 401 where nobody is signed in, or somebody else: what one writes is never sent in another's name
 */
export async function renewToken(): Promise<void> {
  const answer = await get<SessionAnswer>(sessionPath);
  if (answer.person.id !== signedIn.person) throw new Problem(401, { code: 'session.expired', ...otherPerson });
  rememberSession(answer);
}

const otherPerson = {
  detail: '这个浏览器已由别人登录；您写的还在，请您本人重新登录。',
  detailEn: 'Somebody else has signed in with this browser; what you wrote is kept, sign in again yourself.',
};

type Asked = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };

/** @throws Problem with what the API says, Unreachable where it says nothing */
export async function get<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  return answered<Answer>(await reached(path, { signal }));
}

/** A file's bytes. @throws Problem, Unreachable */
export async function getBlob(path: string, signal?: AbortSignal): Promise<Blob> {
  const response = await reached(path, { signal });
  return response.ok ? response.blob() : answered(response);
}

/**
 * Sends a change. `key` makes it safe to send again: the same key has one effect and one answer.
 * @throws Problem with what the API says, Unreachable where it says nothing
 */
export async function post<Answer>(path: string, body: unknown, key: string = newKey()): Promise<Answer> {
  return changed<Answer>(path, { method: 'POST', headers: { ...json, 'Idempotency-Key': key }, body: JSON.stringify(body) }); // prettier-ignore
}

/** A key for a change: 128 random bits. crypto.randomUUID() is missing where an office serves plain HTTP. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Writes something whole in its place; sent again it is the same. @throws Problem, Unreachable */
export async function put<Answer>(path: string, body: unknown): Promise<Answer> {
  return changed<Answer>(path, { method: 'PUT', headers: json, body: JSON.stringify(body) });
}

export async function remove(path: string): Promise<void> {
  await changed(path, { method: 'DELETE', headers: {} });
}

const json = { 'Content-Type': 'application/json' };

/** Sends it again where only the session's token was that of before. */
async function changed<Answer>(path: string, change: Asked): Promise<Answer> {
  const send = async () => {
    const headers = { ...change.headers, 'X-CSRF-Token': signedIn.csrfToken };
    return answered<Answer>(await reached(path, { ...change, headers }));
  };
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'csrf.missing') throw error;
    await renewToken();
    return send();
  }
}

async function reached(path: string, { headers, ...init }: Asked): Promise<Response> {
  try {
    return await fetch(path, { ...init, headers: { ...headers, ...attendance() } });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new Unreachable('unreachable', { cause: error });
  }
}

async function answered<Answer>(response: Response): Promise<Answer> {
  const body: unknown = response.status === 204 ? null : await response.json().catch(() => ({}));
  if (!response.ok) throw new Problem(response.status, (body ?? {}) as object);
  return body as Answer;
}
