import type { Action } from '../domain/process.ts';
import { isAnswer, newKey, post, Unreachable } from './http.ts';

/** What was sent, and under which key: sent again after an answer that was lost, it is the same command. */
export interface Sent {
  body: string;
  key: string;
}

/** The key for this body: that of the same body before, or a new one. */
export function sentAs(body: unknown, before: Sent | null | undefined): Sent {
  const text = JSON.stringify(body);
  return before?.body === text ? before : { body: text, key: newKey() };
}

/** What is kept of it after a failure: nothing where it is known to be refused, so that the next time is a new command. */
export function stillOpen(error: unknown, sent: Sent): Sent | null {
  return isAnswer(error) ? null : sent;
}

const waits = 20;
const pauseMs = 1_500;

/**
 * Takes an act in a case and waits until it is known to have taken effect; where recording is slow it asks again under
 * the same key, which has one effect.
 * @throws Problem with the refusal, Unreachable where nobody knows
 */
export async function act(caseId: string, action: Action, { body, key }: Sent): Promise<void> {
  for (let n = 0; n < waits; n += 1) {
    const answer = await post<{ seq?: number }>(`/api/v1/cases/${caseId}/actions/${action}`, JSON.parse(body), key);
    if (answer.seq !== undefined) return;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  throw new Unreachable('still being recorded');
}
