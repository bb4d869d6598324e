import { resolve } from 'node:path';

/** Where the workflows' code begins, and what all workflows of a worker share of it. */
export const workflowCode = {
  workflowsPath: resolve('workflows/index.ts'),
  preloadModules: [resolve('workflows/preloaded.ts')],
};
