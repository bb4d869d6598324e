// Builds the workflow code into the file that is named.
import { bundleWorkflowCode } from '@temporalio/worker';
import { writeFileSync } from 'node:fs';
import { workflowCode } from '../start/workflow-code.ts';

const { code } = await bundleWorkflowCode(workflowCode);
writeFileSync(process.argv[2]!, code);
