import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { closeApp, createApp, endStreams } from '../api/app.ts';
import { readConfig } from '../config.ts';
import { inAgency, openDatabase } from '../prisma/client.ts';
import { openPool } from '../prisma/pool.ts';
import { recordedCases } from './recorded-cases.ts';
import { recordedOrders } from './recorded-orders.ts';

export interface RecordingSystem {
  url: string;
  /** Lets every open case see what fell due until this moment. */
  catchUp(now: number): Promise<void>;
  close(): Promise<void>;
}

/** The API on a demo's database in profile rehearsal, for this machine alone; acts are recorded in place, without Temporal. */
export async function openRecordingSystem(env: NodeJS.ProcessEnv): Promise<RecordingSystem> {
  const config = readConfig({
    SANXIANG_DATA: env['SANXIANG_DATA'],
    DATABASE_URL: env['DATABASE_URL'],
    SANXIANG_PROFILE: 'rehearsal',
    // Nobody else signs in here, and what was signed in here is worth nothing afterwards.
    SANXIANG_SESSION_SECRET: randomBytes(32).toString('hex'),
    LOG_LEVEL: 'error',
  });
  const log = pino({ level: config.logLevel });
  const database = openDatabase(config.databaseUrl, config.poolSize);
  const pool = openPool(config.databaseUrl, config.poolSize);
  const cases = recordedCases(database, pool);
  const orders = recordedOrders(database, pool);
  const unheard = { calendar: { follow: async () => {} }, organisation: { changed: async () => {} } };
  const app = createApp({ config, database, pool, cases, orders, ...unheard, log, ready: async () => ({}) });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async catchUp(now) {
      const agencies = await database.agency.findMany({ select: { id: true } });
      for (const { id: agency } of agencies)
        for (const id of await openCases(agency)) await cases.catchUp(id, agency, now);
    },
    async close() {
      endStreams(app);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await closeApp(app);
      await pool.end();
      await database.$disconnect();
    },
  };

  function openCases(agency: string): Promise<string[]> {
    return inAgency(database, agency, async (transaction) => {
      const rows = await transaction.caseFile.findMany({
        where: { agencyId: agency, open: true },
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    });
  }
}
