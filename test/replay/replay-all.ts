// Replays every history of the folder given against the workflows of each module given and prints, as JSON, what came of each. A process
// of its own: Temporal's native runtime has failed with several files in one jest process.
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keptHistories } from './kept-histories.ts';

const logger = new DefaultLogger('ERROR', () => {});
Runtime.install({ logger, telemetryOptions: { logging: { filter: 'OFF' } } });
const [folder, ...modules] = process.argv.slice(2);
const kept = keptHistories(pathToFileURL(`${resolve(folder!)}/`));
const histories = [...kept].map(([workflowId, history]) => ({ workflowId, history }));

/** As in the product; the law is not preloaded, since what is preloaded is frozen and some of the modules change it. */
const preloadModules = [resolve('workflows/short-stacks.ts')];

const results: Record<string, Record<string, string>> = {};
for (const name of modules) results[name] = await replayAgainst(resolve(name));
process.stdout.write(`${JSON.stringify(results)}\n`);

/** The interceptors that such a module exports change what its workflows do. */
async function replayAgainst(workflowsPath: string): Promise<Record<string, string>> {
  const workflowInterceptorModules = [workflowsPath];
  const workflowBundle = await bundleWorkflowCode({ workflowsPath, workflowInterceptorModules, preloadModules, logger });
  const found: Record<string, string> = {};
  const options = { workflowBundle, interceptors: { workflowModules: workflowInterceptorModules } };
  for await (const { workflowId, error } of Worker.runReplayHistories(options, histories)) {
    found[workflowId] = error ? error.name : 'replayed';
  }
  return found;
}
