import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { assertPortFree, PortInUse } from './ports.ts';
import { startServerProcess } from './server-process.ts';
import { describeNamespace } from './temporal-client.ts';
import { findTemporalServer } from './temporal-binary.ts';
import { waitFor, type Say } from './wait.ts';

export { findTemporalServer } from './temporal-binary.ts';

/** The four attributes by which cases are found in Temporal; every list for people comes from Postgres. */
export const searchAttributes = {
  SanxiangStage: 'Keyword',
  SanxiangAgency: 'Keyword',
  SanxiangDueAt: 'Datetime',
  SanxiangOverdueLevel: 'Int',
} as const;

export interface TemporalServerOptions {
  /** Holds temporal.db and the log; null keeps everything in memory (and the log in `logFolder`). */
  dataDir: string | null;
  port: number;
  /** Temporal's own web pages; left out, there are none. */
  uiPort?: number;
  namespace?: string;
  searchAttributes?: Record<string, string>;
  logFolder?: string;
  say: Say;
}

export interface TemporalServer {
  address: string;
  pid: number;
  /** Settles when the server has ended, for whatever reason. */
  exited: Promise<string>;
  stop(): Promise<void>;
}

/** Starts a Temporal server on loopback and waits until its namespace answers. */
export async function startTemporalServer(options: TemporalServerOptions): Promise<TemporalServer> {
  const { say, port, namespace = 'default' } = options;
  await assertPortFree(port, 'Temporal', 'TEMPORAL_PORT');
  const command = await findTemporalServer(say);
  const folder = options.dataDir ?? options.logFolder;
  if (folder) mkdirSync(folder, { recursive: true });
  const logFile = folder ? join(folder, 'temporal.log') : '/dev/null';
  const server = await startServerProcess({ name: 'Temporal', command, args: flags(options), logFile });
  const address = `127.0.0.1:${port}`;
  try {
    // Whoever answers on the address of a server that has ended is somebody else.
    await waitFor(async () => (await describeNamespace(address, namespace)) && (server.alive() || undefined), {
      what: 'Temporal',
      timeoutMs: 120_000,
      say,
      giveUp() {
        if (server.alive()) return;
        if (/address already in use/.test(server.lastLines(500)))
          throw new PortInUse(port, 'Temporal', 'TEMPORAL_PORT');
        // When it panics the first lines say why, and the last ones are its stack.
        const reason = server.lastLines(500).split('\n').slice(0, 5).join('\n');
        throw new Error(`Temporal 启动失败 · Temporal ended at once:\n${reason}`);
      },
    });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { address, pid: server.pid, exited: server.exited, stop: () => server.stop() };
}

function flags({
  dataDir,
  port,
  uiPort,
  namespace,
  searchAttributes: attributes = searchAttributes,
}: TemporalServerOptions): string[] {
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port)],
    ...(uiPort ? ['--ui-port', String(uiPort)] : ['--headless']),
    ...(dataDir ? ['--db-filename', join(dataDir, 'temporal.db')] : []),
    ...(namespace ? ['--namespace', namespace] : []),
    ...Object.entries(attributes).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
  ];
}
