import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where the workflows' code begins, and what all workflows of a worker share of it. */
export const workflowCode = {
  workflowsPath: join(root, 'workflows', 'index.ts'),
  preloadModules: [join(root, 'workflows', 'preloaded.ts')],
};

/**
 * Builds the workflows' code into a file of this folder, so that a worker that ended is back at once. In a process of its
 * own: what the bundler allocates (150 MB) would stay with a worker for good.
 * @throws with what was printed when it cannot be built
 */
export async function bundledWorkflows(folder: string): Promise<string> {
  const file = join(resolve(folder), 'workflows.js');
  try {
    await promisify(execFile)(process.execPath, ['--import', 'tsx', join(root, 'bundle-workflows.ts'), file], {
      cwd: root,
    });
  } catch (error) {
    const { stderr = '', message } = error as Error & { stderr?: string };
    throw new Error(`流程代码未能打包 · the workflow code could not be bundled: ${stderr || message}`, {
      cause: error,
    });
  }
  return file;
}
