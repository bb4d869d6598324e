import type { Sent } from '../act.ts';
import { post, Unreachable } from '../http.ts';

const waits = 20;
const pauseMs = 1_500;

/**
 * Sends what opens an order on an agency or acts on it, and waits until it is known to have taken effect; where recording is
 * slow it asks again under the same key, which has one effect. Answers the order's id.
 * @throws Problem with the refusal, Unreachable where nobody knows
 */
export async function sendOrder(path: string, { body, key }: Sent): Promise<string> {
  for (let n = 0; n < waits; n += 1) {
    const answer = await post<{ id: string; commandId?: string }>(path, JSON.parse(body), key);
    if (answer.commandId === undefined) return answer.id;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  throw new Unreachable('still being recorded');
}
