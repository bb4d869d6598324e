import { setTimeout as sleep } from 'node:timers/promises';

/** Tells the person who is waiting what happens; one sentence a call. */
export type Say = (sentence: string) => void;

export interface Waiting {
  /** Named in every sentence, e.g. "Temporal". */
  what: string;
  timeoutMs: number;
  say: Say;
  /** Time between two attempts. */
  everyMs?: number;
  /** Gives up early: throw from it when waiting has become pointless. */
  giveUp?: () => void;
}

const remindMs = 10_000;

/**
 * Repeats `attempt` until it returns something other than undefined, and says every ten seconds what it waits for.
 * @throws the last error, inside a sentence, when the time is over.
 */
export async function waitFor<T>(attempt: () => Promise<T | undefined>, waiting: Waiting): Promise<T> {
  const start = Date.now();
  let reminded = start;
  let last: unknown;
  for (;;) {
    try {
      const result = await attempt();
      if (result !== undefined) return result;
    } catch (error) {
      last = error;
    }
    waiting.giveUp?.();
    const now = Date.now();
    if (now - start > waiting.timeoutMs) throw new Error(tooLong(waiting, last), { cause: last });
    if (now - reminded > remindMs) {
      reminded = now;
      const seconds = Math.round((now - start) / 1000);
      waiting.say(
        `还在等待${waiting.what}（${seconds} 秒） · still waiting for ${waiting.what} (${seconds} s)${because(last)}`,
      );
    }
    await sleep(waiting.everyMs ?? 150);
  }
}

function tooLong({ what, timeoutMs }: Waiting, last: unknown): string {
  const seconds = Math.round(timeoutMs / 1000);
  return `${what} 在 ${seconds} 秒内没有就绪。 ${what} was not ready within ${seconds} s${because(last)}`;
}

function because(error: unknown): string {
  return error instanceof Error ? `: ${error.message}` : '';
}
