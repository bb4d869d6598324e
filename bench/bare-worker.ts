import { NativeConnection, Worker } from '@temporalio/worker';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CasePayload } from './case-payloads.ts';

const { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, BARE_TASK_QUEUE, BARE_PAYLOADS } = process.env;
const payloads = JSON.parse(readFileSync(BARE_PAYLOADS!, 'utf8')) as CasePayload[];
const connection = await NativeConnection.connect({ address: TEMPORAL_ADDRESS });
// The same settings as the cases' worker has.
const worker = await Worker.create({
  connection,
  namespace: TEMPORAL_NAMESPACE,
  taskQueue: BARE_TASK_QUEUE!,
  stickyQueueScheduleToStartTimeout: '3 seconds',
  workflowsPath: resolve('bench/bare-workflow.ts'),
  bundlerOptions: { preloadModules: [resolve('workflows/short-stacks.ts')] },
  activities: { nothing: async (n: number) => payloads[n]!.recorded },
});
process.once('SIGTERM', () => worker.shutdown());
console.log('bare worker ready');
await worker.run();
await connection.close();
