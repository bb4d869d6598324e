// The product's worker with one difference, at the activities' seam: it kills itself the first time a command of this
// kind is recorded, `before` the transaction or `after` its commit, so that its workflow task is never completed.
import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities, type Activities } from '../../activities/index.ts';
import { readConfig } from '../../config.ts';
import { openDatabase } from '../../prisma/client.ts';
import { openPool } from '../../prisma/pool.ts';
import type { RecordRequest } from '../../workflows/messages.ts';

const [moment, type] = process.argv.slice(2);
const config = readConfig(process.env);
const activities = createActivities({
  database: openDatabase(config.databaseUrl),
  pool: openPool(config.databaseUrl, 5),
});

/** What the request wants written; of the organisation's change any of its events. */
function typeOf(request: RecordRequest): string {
  if ('asOf' in request) return 'organisation';
  return 'decided' in request ? request.decided.type : request.command.action;
}

const record: Activities['record'] = async (request) => {
  if (typeOf(request) !== type) return activities.record(request);
  if (moment === 'after') await activities.record(request);
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
};

const recordOrder: Activities['recordOrder'] = async (request) => {
  if (request.command?.action !== type) return activities.recordOrder(request);
  if (moment === 'after') await activities.recordOrder(request);
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
};

const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: config.temporal.address }),
  taskQueue: config.temporal.taskQueue,
  activities: { ...activities, record, recordOrder },
  workflowBundle: { codePath: config.workflowBundle! },
});
console.log('worker ready');
await worker.run();
