import { openSession, type Session } from '../rehearsal/session.ts';
import type { Said } from './command-log.ts';

export interface HttpClient {
  post(person: string, path: string, body: unknown, key: string): Promise<Said>;
  /** What GET /api/v1/commands/{id} says of a command that is not settled. */
  ask(person: string, commandId: string): Promise<Said>;
}

const timeoutMs = 20_000;
/** Answers that say nothing about the command: sign in again, or come again later. */
const notAboutIt = new Set([401, 408, 429]);

/** Requests of everybody through one address; a session for each person, opened again when it is no longer taken. */
export function createHttpClient(url: string, passwords: Map<string, string>): HttpClient {
  const sessions = new Map<string, Promise<Session>>();

  function sessionOf(person: string): Promise<Session> {
    const known = sessions.get(person);
    if (known) return known;
    const opened = openSession(url, person, passwords.get(person) ?? '');
    sessions.set(person, opened);
    opened.catch(() => sessions.delete(person));
    return opened;
  }

  async function request(person: string, path: string, init: (session: Session) => RequestInit): Promise<Said> {
    try {
      const session = await sessionOf(person);
      const response = await fetch(url + path, { ...init(session), signal: AbortSignal.timeout(timeoutMs) });
      const said = saidIn(response.status, (await response.json()) as Body);
      if (said.said === 'unknown' && said.status === 401) sessions.delete(person);
      return said;
    } catch (error) {
      return { said: 'unknown', why: reasonOf(error) };
    }
  }

  return {
    post: (person, path, body, key) =>
      request(person, path, ({ cookie, csrfToken }) => ({
        method: 'POST',
        body: JSON.stringify(body),
        headers: { cookie, 'content-type': 'application/json', 'X-CSRF-Token': csrfToken, 'Idempotency-Key': key },
      })),
    ask: (person, commandId) =>
      request(person, `/api/v1/commands/${commandId}`, ({ cookie }) => ({ headers: { cookie } })),
  };
}

interface Body {
  id?: string;
  caseId?: string;
  commandId?: string;
  code?: string;
  status?: unknown;
  seq?: number;
  stage?: string;
  answer?: { caseId?: string; seq?: number; stage?: string; code?: string } | null;
}

function saidIn(status: number, body: Body): Said {
  if (status >= 500 || notAboutIt.has(status) || body.code === 'csrf.missing') {
    return { said: 'unknown', why: body.code ?? 'http', status };
  }
  if (status >= 400) return { said: 'refused', status, code: body.code ?? 'http' };
  if (status === 202) return { said: 'pending', commandId: body.commandId ?? '' };
  if (body.commandId === undefined) return acknowledged({ ...body, caseId: body.id });
  if (body.status === 'done') return acknowledged(body.answer ?? {});
  if (body.status === 'refused') return { said: 'refused', status: 409, code: body.answer?.code ?? 'http' };
  return { said: 'pending', commandId: body.commandId };
}

function acknowledged({ caseId = '', seq = 0, stage = '' }: { caseId?: string; seq?: number; stage?: string }): Said {
  return { said: 'acknowledged', caseId, seq, stage };
}

function reasonOf(error: unknown): string {
  const cause = (error as Error).cause as { code?: string } | undefined;
  return cause?.code ?? (error as Error).name;
}
