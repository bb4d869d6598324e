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

let csrfToken = '';

/** Every change carries it; the session's answer brings it. */
export function rememberCsrfToken(token: string): void {
  csrfToken = token;
}

/** For what sends changes by its own means. */
export function rememberedCsrfToken(): string {
  return csrfToken;
}

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
  const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken, 'Idempotency-Key': key };
  return answered<Answer>(await reached(path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

/** A key for a change: 128 random bits. crypto.randomUUID() is missing where an office serves plain HTTP. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Writes something whole in its place; sent again it is the same. @throws Problem, Unreachable */
export async function put<Answer>(path: string, body: unknown): Promise<Answer> {
  const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken };
  return answered<Answer>(await reached(path, { method: 'PUT', headers, body: JSON.stringify(body) }));
}

export async function remove(path: string): Promise<void> {
  await answered(await reached(path, { method: 'DELETE', headers: { 'X-CSRF-Token': csrfToken } }));
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
