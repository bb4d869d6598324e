import { NativeConnection, Worker } from '@temporalio/worker';
import { resolve } from 'node:path';

const { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, BARE_TASK_QUEUE } = process.env;
const connection = await NativeConnection.connect({ address: TEMPORAL_ADDRESS });
const worker = await Worker.create({
  connection,
  namespace: TEMPORAL_NAMESPACE,
  taskQueue: BARE_TASK_QUEUE!,
  workflowsPath: resolve('bench/bare-workflow.ts'),
  // The same setting as the cases' worker has.
  bundlerOptions: { preloadModules: [resolve('workflows/short-stacks.ts')] },
  activities: { nothing: async (bytes: string) => ({ bytes: bytes.slice(0, 600) }) },
});
process.once('SIGTERM', () => worker.shutdown());
console.log('bare worker ready');
await worker.run();
await connection.close();
