import { randomUUID } from 'node:crypto';

/** The system answered what the contract does not allow. */
export class BadAnswer extends Error {
  override name = 'BadAnswer';
}

export interface Session {
  cookie: string;
  csrfToken: string;
}

/** Logs one person in. @throws BadAnswer when that is refused */
export async function openSession(url: string, username: string, password: string): Promise<Session> {
  const response = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'Idempotency-Key': randomUUID() },
    body: JSON.stringify({ username, password }),
    signal: AbortSignal.timeout(30_000),
  });
  const text = await response.text();
  if (response.status !== 201) {
    throw new BadAnswer(`${username} cannot log in: ${response.status} ${text.slice(0, 200)}`);
  }
  const { csrfToken } = JSON.parse(text) as { csrfToken?: string };
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  if (!csrfToken || !cookie) throw new BadAnswer(`the session of ${username} came without cookie or CSRF token`);
  return { cookie, csrfToken };
}
