import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Client } from '@temporalio/client';
import { NativeConnection, Runtime, Worker, DefaultLogger } from '@temporalio/worker';
import { createActivities } from './activities/index.ts';
import { readConfig } from './config.ts';
import { outgoingOf } from './outgoing/channels.ts';
import { startOutgoing } from './outgoing/run.ts';
import { openDatabase } from './prisma/client.ts';
import { openPool } from './prisma/pool.ts';
import { programLog } from './program-log.ts';
import { createWatching } from './reconcile/watching.ts';
import { keepOrganisationSchedule } from './start/organisation-schedule.ts';
import { keepWatchingSchedules } from './start/watching-schedules.ts';
import { bundledWorkflows } from './start/workflow-code.ts';

const config = readConfig(process.env);
const log = programLog('worker', config.logLevel);
Runtime.install({
  logger: new DefaultLogger('WARN', ({ level, message, meta }) =>
    log.warn({ temporal: level, workflow: meta?.['workflowId'], codes: meta?.['codes'] }, message),
  ),
  shutdownSignals: [],
});

const given = config.workflowBundle && existsSync(config.workflowBundle) ? resolve(config.workflowBundle) : undefined;
const bundle = given ?? (await bundledWorkflows(mkdtempSync(join(tmpdir(), 'workflows-'))));
const database = openDatabase(config.databaseUrl, config.poolSize);
const pool = openPool(config.databaseUrl, config.poolSize);
const connection = await NativeConnection.connect({ address: config.temporal.address });
const client = new Client({ connection, namespace: config.temporal.namespace });
const settings = {
  temporal: config.temporal,
  virtualTime: config.profile === 'rehearsal',
  continueAfter: config.continueAfter,
};
const say = (line: string) => log.warn({ watching: line }, 'not as it should be');
const worker = await Worker.create({
  connection,
  namespace: config.temporal.namespace,
  taskQueue: config.temporal.taskQueue,
  // How long a case that was at rest when its worker died waits before another worker takes it; 10 s unless told.
  stickyQueueScheduleToStartTimeout: '3 seconds',
  activities: {
    ...createActivities({ database, pool }),
    ...createWatching({ pool, databaseUrl: config.databaseUrl, client, settings, say }),
  },
  workflowBundle: { codePath: bundle },
  maxCachedWorkflows: config.cachedWorkflows,
});
if (!given) rmSync(dirname(bundle), { recursive: true });

if (config.profile !== 'rehearsal') {
  // A test server has no schedules; a worker serves its cases all the same.
  await keepOrganisationSchedule(client, config.temporal.taskQueue).catch((error: unknown) =>
    log.warn({ kind: error instanceof Error ? error.name : undefined }, 'no daily look at the organisation'),
  );
  await keepWatchingSchedules(client, config.temporal.taskQueue).catch((error: unknown) =>
    log.warn({ kind: error instanceof Error ? error.name : undefined }, 'no watchdog and no reconciler'),
  );
}
// In a rehearsal time is not what it is outside, and nothing leaves.
const outgoing =
  config.profile === 'rehearsal' ? null : startOutgoing({ ...outgoingOf(config.outgoing), database, pool, log });
const stop = () => worker.shutdown();
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
log.info({ taskQueue: config.temporal.taskQueue }, 'worker ready');
await worker.run();
await outgoing?.stop();
await connection.close();
await pool.end();
await database.$disconnect();
