import { randomUUID } from 'node:crypto';
import { stepBody } from '../rehearsal/action-bodies.ts';
import { filingBody } from '../rehearsal/filing-body.ts';
import type { StoryCase } from '../rehearsal/story-shape.ts';

/** One signed-in person over HTTP. */
export interface Person {
  post(path: string, body: unknown): Promise<{ status: number; body: Record<string, unknown> }>;
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
  return {
    async post(path, body) {
      const answer = await fetch(`${url}${path}`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Cookie: cookies.join('; '),
          'X-CSRF-Token': csrfToken,
          'Idempotency-Key': randomUUID(),
        },
        body: JSON.stringify(body),
      });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    },
  };
}

const han = '零一二三四五六七八九';
/** A number series of its own for each case, so that cases side by side do not wait for each other's number. */
function ownNumber(n: number): string {
  return `测${Array.from(String(n), (digit) => han[Number(digit)]).join('')}审〔2026〕1号`;
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
    const answer = await people.get(who)!.post(path, body);
    timed(performance.now() - began);
    if (answer.status < 202) return answer.body;
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
