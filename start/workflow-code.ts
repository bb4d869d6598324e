import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServerProcess } from './server-process.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where the workflows' code begins, and what all workflows of a worker share of it. */
export const workflowCode = {
  workflowsPath: join(root, 'workflows', 'index.ts'),
  preloadModules: [join(root, 'workflows', 'preloaded.ts')],
};

/**
 * Builds the workflows' code into a file below the data folder, so that a worker that ended is back at once.
 * @throws with the last lines that were printed when it cannot be built
 */
export async function bundledWorkflows(dataDir: string): Promise<string> {
  const file = join(resolve(dataDir), 'workflows.js');
  const args = ['--import', 'tsx', join(root, 'bundle-workflows.ts'), file];
  const logFile = join(dataDir, 'logs', 'bundle.log');
  const child = await startServerProcess({ name: 'bundle', command: process.execPath, args, cwd: root, logFile });
  const ended = await child.exited;
  if (ended === 'exit 0') return file;
  throw new Error(`流程代码未能打包 · the workflow code could not be bundled (${ended}):\n${child.lastLines()}`);
}
