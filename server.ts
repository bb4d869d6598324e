import { createServer } from 'node:http';
import { Client, Connection } from '@temporalio/client';
import { closeApp, createApp, endStreams } from './api/app.ts';
import { followCalendar } from './api/calendar-publication.ts';
import { createCases } from './api/cases.ts';
import { createOrders } from './api/orders.ts';
import { watchOrganisation } from './api/organisation-watch.ts';
import { readyParts } from './api/ready-parts.ts';
import { readConfig } from './config.ts';
import { sweepUploads } from './evidence/uploads.ts';
import { openDatabase } from './prisma/client.ts';
import { openPool } from './prisma/pool.ts';
import { programLog } from './program-log.ts';

const config = readConfig(process.env);
const log = programLog('api', config.logLevel);
const database = openDatabase(config.databaseUrl, config.poolSize);
const pool = openPool(config.databaseUrl, config.poolSize);
const connection = await Connection.connect({ address: config.temporal.address });
const client = new Client({ connection, namespace: config.temporal.namespace });
const cases = createCases(client, config);
const orders = createOrders(client, config);
const calendar = followCalendar({ client, database, config, log });
const organisation = watchOrganisation(client, config, log);
const app = createApp({ config, database, pool, cases, orders, calendar, organisation, log, ready });
const server = createServer(app);

void calendar.follow();
const following = setInterval(() => void calendar.follow(), 60_000);
const sweeping = setInterval(sweep, 3_600_000);
sweep();
server.listen(config.port, config.host, () => log.info({ port: config.port }, 'api ready'));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);

function ready(): Promise<Record<string, boolean>> {
  return readyParts({
    database: () => database.$queryRaw`SELECT 1`.then(() => true),
    temporal: () => cases.reachable(),
  });
}

/** Uploads that were given up; one that cannot be removed waits for the next time. */
function sweep(): void {
  sweepUploads(config.evidenceDir, Date.now()).then(
    (swept) => swept > 0 && log.info({ swept }, 'unfinished uploads removed'),
    (error: unknown) => log.warn({ errorCode: (error as { code?: string }).code }, 'uploads not swept'),
  );
}

function stop(): void {
  server.close(() => void shutDown());
  endStreams(app);
  server.closeIdleConnections();
}

async function shutDown(): Promise<void> {
  clearInterval(following);
  clearInterval(sweeping);
  await closeApp(app);
  await connection.close();
  await pool.end();
  await database.$disconnect();
}
