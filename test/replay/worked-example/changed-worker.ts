// The product's worker with the workflows of the module named, as a new release would bring them.
import { NativeConnection, Worker } from '@temporalio/worker';
import { resolve } from 'node:path';
import { createActivities } from '../../../activities/index.ts';
import { readConfig } from '../../../config.ts';
import { openDatabase } from '../../../prisma/client.ts';
import { openPool } from '../../../prisma/pool.ts';

const config = readConfig(process.env);
const database = openDatabase(config.databaseUrl);
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: config.temporal.address }),
  taskQueue: config.temporal.taskQueue,
  activities: createActivities({ database, pool: openPool(config.databaseUrl, 5) }),
  workflowsPath: resolve(process.argv[2]!),
});
process.once('SIGTERM', () => worker.shutdown());
process.stdout.write('worker ready\n');
await worker.run();
process.exit();
