import { NativeConnection, Worker } from '@temporalio/worker';
import { resolve } from 'node:path';

const { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, BARE_TASK_QUEUE } = process.env;
const connection = await NativeConnection.connect({ address: TEMPORAL_ADDRESS });
// The same settings as the cases' worker has.
const worker = await Worker.create({
  connection,
  namespace: TEMPORAL_NAMESPACE,
  taskQueue: BARE_TASK_QUEUE!,
  stickyQueueScheduleToStartTimeout: '3 seconds',
  workflowsPath: resolve('bench/bare-workflow.ts'),
  bundlerOptions: { preloadModules: [resolve('workflows/short-stacks.ts')] },
  activities: { nothing: async (bytes: string) => ({ bytes: bytes.slice(0, 600) }) },
});
process.once('SIGTERM', () => worker.shutdown());
console.log('bare worker ready');
await worker.run();
await connection.close();
