import { existsSync, mkdtempSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledWorkflows } from '../../start/workflow-code.ts';

/** The workflows' code as the product builds it, built by the first worker of the run that needs it. */
export async function sharedWorkflowBundle(): Promise<string> {
  const folder = process.env['SANXIANG_TEST_FOLDER'] ?? mkdtempSync(join(tmpdir(), 'sanxiang-workflows-'));
  const shared = join(folder, 'workflows.js');
  if (existsSync(shared)) return shared;
  // Whole at once: another test file may be looking for it.
  renameSync(await bundledWorkflows(mkdtempSync(join(folder, 'workflows-'))), shared);
  return shared;
}
