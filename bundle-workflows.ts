// node --import tsx bundle-workflows.ts <file>: builds the workflows' code into that file.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { workflowCode } from './start/workflow-code.ts';

const [file] = process.argv.slice(2);
const { code } = await bundleWorkflowCode({ ...workflowCode, logger: new DefaultLogger('WARN') });
writeFileSync(resolve(file!), code);
