// The native download cannot be interrupted and logs to this process's output: it runs alone, and is killed when it hangs.
import { TestWorkflowEnvironment } from '@temporalio/testing';

const [server, downloadDir] = process.argv.slice(2);
const options = { server: { executable: { type: /** @type {const} */ ('cached-download'), downloadDir } } };

try {
  const environment =
    server === 'temporal'
      ? await TestWorkflowEnvironment.createLocal(options)
      : await TestWorkflowEnvironment.createTimeSkipping(options);
  await environment.teardown();
} catch (error) {
  const reasons = String(error instanceof Error ? error.message : error).split(': ');
  console.error(reasons.slice(-2).join(': '));
  process.exitCode = 1;
}
