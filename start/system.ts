import { join, resolve } from 'node:path';
import { applyMigrations } from '../prisma/migrate.ts';
import { claimDataFolder } from './data-folder.ts';
import { embeddedPostgres, externalPostgres, type Database } from './system-database.ts';
import { embeddedTemporal, externalTemporal, type TemporalService } from './system-temporal.ts';
import { runFirstVisit, runSeed, startProgram, untilReady } from './system-programs.ts';
import { assertPortFree, freePort } from './ports.ts';
import type { ServerProcess } from './server-process.ts';
import { bundledWorkflows } from './workflow-code.ts';
import { supervise, type RestartDelay, type Server, type Supervised } from './supervise.ts';
import type { Say } from './wait.ts';

export interface SystemOptions {
  profile: 'demo' | 'rehearsal' | 'production';
  /** Everything that the system keeps is below this folder. */
  dataDir: string;
  /** Where the API listens; 0 for any free port. */
  port: number;
  /** Use this Temporal server and start none. */
  temporal?: { address: string; namespace?: string };
  /** Use this database, as the application role, and start none. */
  databaseUrl?: string;
  /** The owner's URL of that database, for the migrations; databaseUrl unless told. */
  databaseOwnerUrl?: string;
  taskQueue?: string;
  /** Fill an empty database with the demo; true in profile demo, unless told. */
  seed?: boolean;
  /** Give an empty demo its cases; false unless told. */
  cases?: boolean;
  say: Say;
  /** More environment for seed, worker and API. */
  env?: Record<string, string>;
  /** Start again what ends by itself; true unless told. */
  supervise?: boolean;
  /** How long until then, in milliseconds; from one second to thirty unless told. */
  restartDelay?: RestartDelay;
  /** The port at which worker and API reach an embedded server that listens on `port`, a proxy for instance. */
  through?: (part: 'postgres' | 'temporal', port: number) => Promise<number>;
  /** Ports of the embedded servers; chosen, and kept in the data folder, unless told. */
  ports?: { postgres?: number; temporal?: number; temporalUi?: number };
  /** Gives the start up; what runs by then is stopped. */
  signal?: AbortSignal;
}

export type Part = 'postgres' | 'temporal' | 'worker' | 'api';

export interface RunningSystem {
  url: string;
  port: number;
  databaseUrl: string;
  databaseOwnerUrl: string;
  temporalAddress: string;
  temporalNamespace: string;
  /** Temporal's own pages, where this system started it and profile demo shows them. */
  temporalUi?: string;
  taskQueue: string;
  dataDir: string;
  /** What this system started, in that order; a part that it was given is not there. */
  parts: Partial<Record<Part, Supervised>>;
  pids(): Record<string, number>;
  /** Kills the worker and leaves it dead until startWorker(). */
  killWorker(signal?: NodeJS.Signals): Promise<void>;
  startWorker(): Promise<void>;
  /** Stops API, worker, Temporal and PostgreSQL, in this order. */
  stop(): Promise<void>;
}

/**
 * Starts everything, in order, and comes back when GET /readyz answers 200.
 * @throws one sentence about what went wrong; what had been started is stopped by then
 */
export async function startSystem(options: SystemOptions): Promise<RunningSystem> {
  const dataDir = resolve(options.dataDir);
  const folder = await claimDataFolder(dataDir, options.say);
  const port = options.port || (await freePort());
  const parts: RunningSystem['parts'] = {};
  let ready = false;

  async function stop(): Promise<void> {
    ready = false;
    for (const part of Object.values(parts).reverse()) await part.stop();
    folder.release();
  }
  const pids = () => Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.pid()]));
  const changed = () => folder.note(Object.values(pids()));
  async function add<S extends Server>(name: Part, start: () => Promise<S>): Promise<void> {
    const restarts = () => ready && options.supervise !== false;
    const { say, restartDelay } = options;
    parts[name] = await supervise({ name, start, say, restarts, changed, restartDelay });
    changed();
    options.signal?.throwIfAborted();
  }

  /** An address or URL with the port through which worker and API go; a server that was given is reached as it is. */
  async function passed(part: 'postgres' | 'temporal', place: string): Promise<string> {
    const port = /:(\d+)(?=\/|$)/.exec(place)?.[1];
    if (!options.through || !parts[part] || !port) return place;
    return place.replace(/:\d+(?=\/|$)/, `:${await options.through(part, Number(port))}`);
  }

  try {
    return await unlessAborted(options.signal, start());
  } catch (error) {
    await stop();
    throw error;
  }

  async function start(): Promise<RunningSystem> {
    const { say, profile, taskQueue = 'sanxiang' } = options;
    await assertPortFree(port, '三项', 'PORT');
    const given = options.env?.['SANXIANG_WORKFLOW_BUNDLE'];
    const bundled = given ? Promise.resolve(given) : bundledWorkflows(dataDir);
    // It is waited for below; a start that fails before says so itself.
    bundled.catch(() => undefined);
    const database: Database = options.databaseUrl
      ? await externalPostgres(options.databaseUrl, options.databaseOwnerUrl, say)
      : await embeddedPostgres(dataDir, options, (begin) => add('postgres', begin));
    const temporal: TemporalService = options.temporal
      ? await externalTemporal(options.temporal, say)
      : await embeddedTemporal(dataDir, options, (begin) => add('temporal', begin));
    await applyMigrations(database.ownerUrl, say);
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      SANXIANG_PROFILE: profile,
      SANXIANG_DATA: dataDir,
      DATABASE_URL: await passed('postgres', database.url),
      DATABASE_OWNER_URL: database.ownerUrl,
      TEMPORAL_ADDRESS: await passed('temporal', temporal.address),
      TEMPORAL_NAMESPACE: temporal.namespace,
      SANXIANG_TASK_QUEUE: taskQueue,
      PORT: String(port),
      ...options.env,
    };
    const program = { env, say, logs: join(dataDir, 'logs') };
    if (options.seed ?? profile === 'demo') await runSeed(program);
    env['SANXIANG_WORKFLOW_BUNDLE'] ??= await bundled;
    if (options.cases) await runFirstVisit(program);
    const started: ServerProcess[] = [];
    for (const name of ['worker', 'api'] as const) {
      await add(name, async () => {
        const server = await startProgram(name, program);
        started.push(server);
        return server;
      });
    }
    await untilReady(`http://${reachable(env['HOST'])}:${port}`, started, say);
    ready = true;
    return {
      url: `http://localhost:${port}`,
      port,
      databaseUrl: database.url,
      databaseOwnerUrl: database.ownerUrl,
      temporalAddress: temporal.address,
      temporalNamespace: temporal.namespace,
      temporalUi: temporal.ui,
      taskQueue,
      dataDir,
      parts,
      pids,
      killWorker: async (signal = 'SIGKILL') => parts.worker?.kill(signal),
      startWorker: async () => parts.worker?.start(),
      stop,
    };
  }
}

/** Where this machine reaches an API that listens on `host`. */
function reachable(host = '127.0.0.1'): string {
  return ['0.0.0.0', '::', ''].includes(host) ? '127.0.0.1' : host;
}

function unlessAborted<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (!signal) return work;
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  return Promise.race([work, aborted]);
}
