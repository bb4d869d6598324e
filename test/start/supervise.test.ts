import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { isRunning } from '../../start/process-identity.ts';
import { startServerProcess } from '../../start/server-process.ts';
import { supervise, type Supervised } from '../../start/supervise.ts';
import { until } from '../support/until.ts';
import { silent, temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const said: string[] = [];
let supervised: Supervised | undefined;
afterEach(() => supervised?.stop());

const command = { name: 'worker', command: process.execPath, logFile: join(folder.path, 'worker.log') };
const begin = () => startServerProcess({ ...command, args: ['-e', 'setInterval(() => {}, 1000)'] });
const watch = (restarts: boolean) =>
  supervise({
    name: 'worker',
    start: begin,
    say: (sentence) => said.push(sentence),
    restarts: () => restarts,
    changed: silent,
  });

describe('a supervised server', () => {
  it('is started again when it ends by itself, and that is said', async () => {
    supervised = await watch(true);
    const first = supervised.pid();
    process.kill(first, 'SIGKILL');
    const second = await until(async () => (supervised?.pid() === first ? undefined : supervised?.pid()));
    expect(isRunning(second)).toBe(true);
    expect(said.join('\n')).toMatch(/worker ended \(SIGKILL\), starting again in 1 s/);
  });

  it('stays dead when it was killed on purpose, until it is started', async () => {
    supervised = await watch(true);
    await supervised.kill('SIGKILL');
    const dead = supervised.pid();
    expect(isRunning(dead)).toBe(false);
    await supervised.start();
    expect(isRunning(supervised.pid())).toBe(true);
    expect(supervised.pid()).not.toBe(dead);
  });

  it('ends with the run that started it, even when that is killed', async () => {
    const script = `import { startServerProcess } from './start/server-process.ts';
      const server = await startServerProcess({ name: 'x', command: process.execPath, args: ['-e', 'setInterval(() => {}, 1000)'], logFile: '/dev/null' });
      console.log(server.pid);`;
    const run = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [printed] = (await once(run.stdout, 'data')) as [Buffer];
    const server = Number(printed.toString());
    expect(isRunning(server)).toBe(true);
    run.kill('SIGKILL');
    await until(async () => (isRunning(server) ? undefined : true));
  });
});
