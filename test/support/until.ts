import { waitFor } from '../../start/wait.ts';

const twoMinutes = 120_000;

/** Asks again until there is an answer, for as long as a slow machine may take. @throws the last error when there is none */
export function until<Answer>(
  ask: () => Promise<Answer | undefined>,
  what = 'what the test waits for',
): Promise<Answer> {
  return waitFor(ask, { what, timeoutMs: twoMinutes, everyMs: 50, say: () => {} });
}
