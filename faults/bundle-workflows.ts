// Builds the workflow code into the file that is named.
import { bundleWorkflowCode } from '@temporalio/worker';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const { code } = await bundleWorkflowCode({ workflowsPath: resolve('workflows/index.ts') });
writeFileSync(process.argv[2]!, code);
