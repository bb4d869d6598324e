import { setTimeout as sleep } from 'node:timers/promises';
import type { Say } from './wait.ts';

/** A started server, as far as its supervisor needs to know it. */
export interface Server {
  pid: number;
  exited: Promise<string>;
  stop(): Promise<void>;
}

export interface Supervised {
  pid(): number;
  /** Ends it for good, in order. */
  stop(): Promise<void>;
  /** For tests of a crash: ends it with this signal and leaves it so until start(). */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Starts it again after kill(). */
  start(): Promise<void>;
}

export interface Supervision {
  name: string;
  start: () => Promise<Server>;
  say: Say;
  /** Whether a server that ends by itself is started again, at that moment. */
  restarts: () => boolean;
  /** Called whenever the process number has changed. */
  changed: () => void;
  restartDelay?: RestartDelay;
}

/** The delay before the first start again, and the one it doubles up to. */
export interface RestartDelay {
  firstMs: number;
  longestMs: number;
}

const usualDelay: RestartDelay = { firstMs: 1_000, longestMs: 30_000 };
const healthyMs = 60_000;

/** Starts a server, and starts it again when it ends by itself: after one second, then two, four … thirty, unless told. */
export async function supervise(supervision: Supervision): Promise<Supervised> {
  const { name, start, say, restarts, changed, restartDelay = usualDelay } = supervision;
  let current = await start();
  let wanted = true;
  let startedAt = Date.now();
  let delay = restartDelay.firstMs;
  let restarting: Promise<void> = Promise.resolve();
  let wake = new AbortController();

  function watch(server: Server): void {
    void server.exited.then((reason) => {
      if (!wanted || server !== current || !restarts()) return;
      if (Date.now() - startedAt > healthyMs) delay = restartDelay.firstMs;
      say(
        `${name} 意外退出（${reason}），${delay / 1000} 秒后重新启动 · ${name} ended (${reason}), starting again in ${delay / 1000} s`,
      );
      restarting = startAgain();
    });
  }

  async function startAgain(): Promise<void> {
    while (wanted) {
      await sleep(delay, undefined, { signal: wake.signal }).catch(() => {});
      delay = Math.min(delay * 2, restartDelay.longestMs);
      if (!wanted) return;
      try {
        await begin();
        say(`${name} 已重新启动 · ${name} runs again`);
        return;
      } catch (error) {
        say(`${name} 未能启动 · ${name} did not start: ${(error as Error).message}`);
      }
    }
  }

  async function begin(): Promise<void> {
    current = await start();
    startedAt = Date.now();
    changed();
    watch(current);
  }

  async function giveUp(): Promise<void> {
    wanted = false;
    wake.abort();
    await restarting;
  }

  watch(current);
  return {
    pid: () => current.pid,
    async stop() {
      await giveUp();
      await current.stop();
    },
    async kill(signal) {
      await giveUp();
      process.kill(current.pid, signal);
      await current.exited;
    },
    async start() {
      wanted = true;
      wake = new AbortController();
      await begin();
    },
  };
}
