import { expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';

/** A program that logs to where there is never any room, and answers on its other stream how long it took to go on. */
const program = `import { programLog } from './program-log.ts';
  const log = programLog('api', 'info');
  const began = Date.now();
  let said = 0;
  const saying = setInterval(() => {
    for (let line = 0; line < 100; line += 1) log.info({ line }, 'request completed');
    if ((said += 1) < 5) return;
    clearInterval(saying);
    console.error(Date.now() - began);
  });`;

it('a program whose log finds no room on the disk goes on without it', async () => {
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', full, 'pipe'],
  });
  closeSync(full);
  let said = '';
  child.stderr?.on('data', (piece: Buffer) => (said += piece.toString()));
  const timer = setTimeout(() => child.kill('SIGKILL'), 120_000);
  expect(await once(child, 'close')).toEqual([0, null]);
  clearTimeout(timer);
  expect(Number(said)).toBeLessThan(30_000);
});
