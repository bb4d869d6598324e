import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServerProcess, type ServerProcess } from './server-process.ts';
import { waitFor, type Say } from './wait.ts';

export interface Programs {
  env: NodeJS.ProcessEnv;
  logs: string;
  say: Say;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const programs = { seed: 'prisma/seed.ts', cases: 'stories/main.ts', worker: 'worker.ts', api: 'server.ts' } as const;

/**
 * What the C library keeps of freed memory: with an arena for each thread, API and worker stay larger by a hundred megabytes
 * each; with thresholds that grow, as they do unless set, the worker keeps the room of every long history it has replayed.
 */
const lessKept = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072' };
/** Megabytes of each half of a thread's young generation, half of what V8 takes: 30 MB less in API and worker. */
const smallNursery = '--max-semi-space-size=8';

/** How API and worker are run; a benchmark beside them runs its own the same way. */
export const programSettings = { flags: [smallNursery, '--import', 'tsx'], env: lessKept };

/** Starts one of the system's own programs; what it prints goes to `<logs>/<name>.log`. */
export function startProgram(name: keyof typeof programs, { env, logs }: Programs): Promise<ServerProcess> {
  return startServerProcess({
    name,
    command: process.execPath,
    args: [...programSettings.flags, programs[name]],
    cwd: root,
    env: { ...programSettings.env, ...env },
    logFile: join(logs, `${name}.log`),
  });
}

/** Fills the database with the demo. @throws with the last lines of its log when that fails */
export async function runSeed(context: Programs): Promise<void> {
  context.say('准备演示数据 · preparing the demo data');
  const seed = await startProgram('seed', context);
  const ended = await waitFor(async () => (seed.alive() ? undefined : seed.exited), {
    what: '演示数据 demo data',
    timeoutMs: 10 * 60_000,
    say: context.say,
  });
  if (ended !== 'exit 0')
    throw new Error(`演示数据准备失败 · preparing the demo data failed (${ended}):\n${seed.lastLines()}`);
}

const sayEveryMs = 2_000;

/**
 * Gives an empty demo its cases, and says how many there are. One that cannot be had stops nobody from working: the next
 * start goes on from there.
 */
export async function runFirstVisit(context: Programs): Promise<void> {
  const { say } = context;
  const cases = await startProgram('cases', context);
  let said = Date.now();
  const ended = await waitFor(
    async () => {
      const line = cases.lastLines(1);
      if (line.startsWith('演示案件') && Date.now() - said > sayEveryMs) {
        said = Date.now();
        say(line);
      }
      return cases.alive() ? undefined : cases.exited;
    },
    { what: '演示案件 demo cases', timeoutMs: 5 * 60_000, say, everyMs: 500 },
  ).catch(async (error: Error) => {
    await cases.stop();
    return error.message;
  });
  if (ended !== 'exit 0')
    say(
      `演示案件未能备齐，下次启动继续 · the demo’s cases are not all there, the next start goes on (${ended}): ${cases.lastLines(3)}`,
    );
}

/** Waits for GET /readyz to answer 200. @throws with the last lines of the log of a program that has ended */
export async function untilReady(address: string, started: ServerProcess[], say: Say): Promise<void> {
  say('等待系统就绪 · waiting until everything works');
  await waitFor(() => isReady(`${address}/readyz`), {
    what: '系统就绪 readiness',
    timeoutMs: 180_000,
    say,
    giveUp() {
      const dead = started.find((program) => !program.alive());
      if (dead) throw new Error(`${dead.name} 启动失败 · ${dead.name} ended at once:\n${dead.lastLines()}`);
    },
  });
}

async function isReady(url: string): Promise<true> {
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  if (response.ok) return true;
  throw new Error(`${response.status} ${(await response.text()).slice(0, 300)}`);
}
