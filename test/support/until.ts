import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again, for at most 20 seconds, until there is an answer. */
export async function until<Answer>(ask: () => Promise<Answer | undefined>): Promise<Answer> {
  for (const end = Date.now() + 20_000; Date.now() < end; await sleep(100)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
  throw new Error('nothing came in 20 seconds');
}
