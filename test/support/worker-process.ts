import { join } from 'node:path';
import { startServerProcess, type ServerProcess } from '../../start/server-process.ts';
import { logFolder } from './temporal.ts';
import { until } from './until.ts';
import { sharedWorkflowBundle } from './workflow-bundle.ts';

export interface WorkerOptions {
  appUrl: string;
  address: string;
  taskQueue: string;
  /** The program; the product's own worker unless told. */
  program?: string;
  args?: string[];
  env?: Record<string, string>;
}

/** Starts a worker in a process of its own and waits until it says that it is ready. */
export async function startWorker(options: WorkerOptions): Promise<ServerProcess> {
  const { appUrl, address, taskQueue, program = 'worker.ts', args = [], env } = options;
  const worker = await startServerProcess({
    name: 'worker',
    command: process.execPath,
    args: ['--import', 'tsx', program, ...args],
    logFile: join(logFolder(), 'worker.log'),
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      SANXIANG_PROFILE: 'demo',
      DATABASE_URL: appUrl,
      TEMPORAL_ADDRESS: address,
      SANXIANG_TASK_QUEUE: taskQueue,
      SANXIANG_WORKFLOW_BUNDLE: await sharedWorkflowBundle(),
      LOG_LEVEL: 'info',
      ...env,
    },
  });
  const ready = async () => {
    if (worker.lastLines(200).includes('worker ready')) return true;
    return worker.alive() ? undefined : false;
  };
  if (!(await until(ready, 'the worker')))
    throw new Error(`the worker ended:
${worker.lastLines()}`);
  return worker;
}
