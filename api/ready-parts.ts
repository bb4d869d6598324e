import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Which of these parts answer, each within so many milliseconds: one that hangs, behind a disk or a network that lost it,
 * is not ready either, and whoever asks is told so in time.
 */
export async function readyParts(
  parts: Record<string, () => Promise<boolean>>,
  withinMs = 5_000,
): Promise<Record<string, boolean>> {
  const answers = Object.entries(parts).map(async ([name, ask]) => {
    const over = new AbortController();
    const late = sleep(withinMs, false, { signal: over.signal }).catch(() => false);
    const answer = await Promise.race([ask().catch(() => false), late]);
    over.abort();
    return [name, answer] as const;
  });
  return Object.fromEntries(await Promise.all(answers));
}
