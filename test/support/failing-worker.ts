// A worker whose workflow code has a fault, so that no workflow task of it is ever completed.
import { resolve } from 'node:path';
import { NativeConnection, Worker } from '@temporalio/worker';
import { readConfig } from '../../config.ts';

const { temporal } = readConfig(process.env);
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: temporal.address }),
  taskQueue: temporal.taskQueue,
  workflowsPath: resolve('test/support/failing-workflows.ts'),
});
process.once('SIGTERM', () => worker.shutdown());
console.log('worker ready');
await worker.run();
process.exit(0);
