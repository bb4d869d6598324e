import { setTimeout as sleep } from 'node:timers/promises';

/** Waits between two looks so that there are no more than so many in a second: people's commands come first. */
export function createPace(perSecond: number): () => Promise<void> {
  let next = 0;
  return async () => {
    const wait = next - Date.now();
    next = Math.max(Date.now(), next) + 1_000 / perSecond;
    if (wait > 0) await sleep(wait);
  };
}
