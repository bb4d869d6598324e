import { Client, Connection } from '@temporalio/client';
import { InternalConnectionOptionsSymbol } from '@temporalio/client/lib/connection.js';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../start/ports.ts';
import { startServerProcess } from '../../start/server-process.ts';
import { startTemporalServer } from '../../start/temporal-server.ts';
import { findTimeSkippingServer } from '../../start/time-skipping-server.ts';
import { until } from './until.ts';

/** A Temporal server of one's own, with a client that loads no native code: workers run in processes of their own. */
export interface TestTemporal {
  address: string;
  client: Client;
  stop(): Promise<void>;
}

export interface SkippingTemporal extends TestTemporal {
  /** The server's time, in epoch milliseconds. */
  now(): Promise<number>;
  /** Skips to this moment; what is due before it happens on the way. Returns at once when it has passed. */
  skipTo(moment: number): Promise<void>;
}

const say = () => {};
const tenMinutes = 600_000;
const withTestService = { [InternalConnectionOptionsSymbol]: { supportsTestService: true } };
/** temporal.api.enums.v1.IndexedValueType: Keyword 2, Int 3, Datetime 6. */
const searchAttributes = { SanxiangStage: 2, SanxiangAgency: 2, SanxiangDueAt: 6, SanxiangOverdueLevel: 3 };
export const logFolder = () => mkdtempSync(join(tmpdir(), 'sanxiang-logs-'));

export interface DevTemporal extends TestTemporal {
  /** Stops the server; clients stay as they are. */
  goAway(): Promise<void>;
  /** Kills it, so that it says good-bye to nobody. */
  die(): Promise<void>;
  /** Starts it again at the same address. */
  comeBack(): Promise<void>;
}

/** The development server, in memory unless a folder is given. */
export async function startDevTemporal(dataDir: string | null = null): Promise<DevTemporal> {
  const port = await freePort();
  const start = () => startTemporalServer({ dataDir, port, say });
  let server = await start();
  const { address } = server;
  const connection = await Connection.connect({ address });
  return {
    address,
    client: new Client({ connection }),
    goAway: () => server.stop(),
    die: async () => {
      process.kill(server.pid, 'SIGKILL');
      await server.exited;
    },
    comeBack: async () => {
      server = await start();
    },
    stop: async () => {
      await connection.close();
      await server.stop();
    },
  };
}

/**
 * The test server that skips time while the test waits.
 * @throws where there is none; the reason is printed
 */
export async function startSkippingTemporal(): Promise<SkippingTemporal> {
  const command = await findTimeSkippingServer((sentence) => console.warn(sentence));
  if (!command) throw new Error('no time-skipping test server: see the sentence above');
  const port = await freePort();
  const logFile = join(logFolder(), 'test-server.log');
  const args = [String(port), '--enable-time-skipping'];
  const server = await startServerProcess({ name: 'test server', command, args, logFile });
  const address = `127.0.0.1:${port}`;
  const connection = await until(() => Connection.connect({ address, ...withTestService }), 'time-skipping server');
  // It knows of no attribute at first, and cannot list them.
  await connection.operatorService.addSearchAttributes({ namespace: 'default', searchAttributes });
  // Time has a connection of its own that repeats no call: an unlocking sent twice takes away the lock of a workflow's
  // task, and the clock then runs free, for years.
  const clock = await Connection.connect({ address, ...withTestService, interceptors: [] });
  const service = clock.testService!;
  // It begins with time running free.
  await service.lockTimeSkipping({});
  const now = async () => {
    const { time } = await service.getCurrentTime({});
    return Number(time!.seconds) * 1000 + Math.floor((time!.nanos ?? 0) / 1e6);
  };
  return {
    address,
    client: new Client({ connection }),
    now,
    skipTo: async (moment) => {
      const wait = moment - (await now());
      if (wait <= 0) return;
      const nanos = (wait % 1000) * 1e6;
      await service.unlockTimeSkippingWithSleep({ duration: { seconds: Math.floor(wait / 1000) as never, nanos } });
      const ahead = (await now()) - moment;
      if (ahead > tenMinutes)
        throw new Error(`the server's clock runs free: ${Math.round(ahead / 60_000)} minutes ahead`);
    },
    stop: async () => {
      await clock.close();
      await connection.close();
      await server.stop();
    },
  };
}
