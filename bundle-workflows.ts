// node --import tsx bundle-workflows.ts <file>: builds the workflows' code into that file.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const [file] = process.argv.slice(2);
const logger = new DefaultLogger('WARN');
const { code } = await bundleWorkflowCode({ workflowsPath: resolve('workflows/index.ts'), logger });
writeFileSync(resolve(file!), code);
