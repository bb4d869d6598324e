import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { stepBody } from '../rehearsal/action-bodies.ts';
import { filingBody } from '../rehearsal/filing-body.ts';
import { hanDigits } from '../rehearsal/han-digits.ts';
import type { StoryCase } from '../rehearsal/story-shape.ts';

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** One signed-in person over HTTP. */
export interface Person {
  post(path: string, body: unknown): Promise<Answer>;
  get(path: string): Promise<Answer>;
}

/** Signs a demo account in; the session is kept for every request. */
export async function signIn(url: string, username: string, password: string): Promise<Person> {
  const response = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  if (response.status !== 201) throw new Error(`${username} cannot sign in: ${response.status}`);
  const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0]);
  const { csrfToken } = (await response.json()) as { csrfToken: string };
  const headers = { Cookie: cookies.join('; '), 'X-CSRF-Token': csrfToken };
  return {
    post: (path, body) => send(url, 'POST', path, { ...headers, 'Idempotency-Key': randomUUID() }, body),
    get: (path) => send(url, 'GET', path, headers),
  };
}

/** Sends a command, and waits for its outcome where the first answer is that it is under way (202). */
export async function settled(person: Person, path: string, body: unknown): Promise<Answer> {
  let answer = await person.post(path, body);
  const { commandId, caseId } = answer.body;
  while (answer.status === 202) {
    await sleep(200);
    const known = await person.get(`/api/v1/commands/${String(commandId)}`);
    if (known.body['status'] === 'done') answer = { status: 200, body: { id: caseId } };
    else if (known.body['status'] === 'refused') answer = { ...known, status: 409 };
  }
  return answer;
}

const agent = new Agent({ keepAlive: true });

/** Plain HTTP on connections that stay open: the client's own work stays small beside what is measured. */
async function send(url: string, method: string, path: string, headers: object, body?: unknown): Promise<Answer> {
  for (;;) {
    try {
      return await sendOnce(url, method, path, headers, body);
    } catch (error) {
      if (!(error instanceof ClosedMeanwhile)) throw error;
    }
  }
}

/** A kept connection that the server closed while it lay idle: the same request with the same key goes over another. */
class ClosedMeanwhile extends Error {}

function sendOnce(url: string, method: string, path: string, headers: object, body?: unknown): Promise<Answer> {
  const content = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  const about = content && { 'Content-Type': 'application/json', 'Content-Length': content.length };
  return new Promise((resolve, reject) => {
    const asked = request(`${url}${path}`, { agent, method, headers: { ...headers, ...about } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const parsed = JSON.parse(Buffer.concat(parts).toString()) as Answer['body'];
        resolve({ status: response.statusCode ?? 0, body: parsed });
      });
    });
    asked.on('error', (error) => reject(asked.reusedSocket ? new ClosedMeanwhile() : error));
    asked.end(content);
  });
}

/** A number series of its own for each case, so that cases side by side do not wait for each other's number. */
function ownNumber(n: number): string {
  return `测${hanDigits(n)}审〔2026〕1号`;
}

const played = [
  'saveDraft',
  'submit',
  'passFirstReview',
  'signOffSection',
  'acceptForReview',
  'giveOpinion',
  'approveOpinion',
  'approveAsLeader',
];

/** A case from filing to the leader's approval: nine commands by six people. `timed` gets each one's milliseconds. */
export async function nineCommands(
  people: Map<string, Person>,
  one: StoryCase,
  n: number,
  timed: (milliseconds: number) => void,
): Promise<string> {
  async function send(who: string, path: string, body: unknown): Promise<Record<string, unknown>> {
    const began = performance.now();
    const person = people.get(who)!;
    const answer = await settled(person, path, body);
    timed(performance.now() - began);
    if (answer.status < 300) return answer.body;
    throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`);
  }
  const filing = one.story[0]!;
  const { id } = await send(filing.actor, '/api/v1/cases', filingBody(one, filing.input));
  for (const step of one.story.filter(({ action }) => played.includes(action))) {
    const body = step.action === 'approveOpinion' ? { opinionNo: ownNumber(n) } : stepBody(one, step);
    await send(step.actor, `/api/v1/cases/${String(id)}/actions/${step.action}`, body);
  }
  return String(id);
}
