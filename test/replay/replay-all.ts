// Replays every kept history against the workflows given (the product's unless told) and prints what came of each, as
// JSON. A process of its own: Temporal's native runtime has failed with several files in one jest process.
import protobuf from '@temporalio/proto';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const workflowsPath = resolve(process.argv[2] ?? 'workflows/index.ts');
const folder = new URL('histories/', import.meta.url);
const logger = new DefaultLogger('ERROR', () => {});
Runtime.install({ logger, telemetryOptions: { logging: { filter: 'OFF' } } });
const workflowBundle = await bundleWorkflowCode({ workflowsPath, logger });

const results: Record<string, string> = {};
for (const name of readdirSync(folder)) {
  const kept = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, unknown>;
  const history = protobuf.temporal.api.history.v1.History.fromObject(kept);
  try {
    await Worker.runReplayHistory({ workflowBundle }, history);
    results[name] = 'replayed';
  } catch (error) {
    results[name] = (error as Error).name;
  }
}
process.stdout.write(`${JSON.stringify(results)}\n`);
