import { afterAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { claimDataFolder } from '../../start/data-folder.ts';
import { isRunning } from '../../start/process-identity.ts';
import { silent, temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const mark = join(folder.path, 'running.json');
const begun: ChildProcess[] = [];
afterAll(() => {
  for (const one of begun) one.kill('SIGKILL');
  folder.remove();
});

function longRunning(): number {
  return spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' }).pid as number;
}

/** As if the process that claimed the folder had been killed: its number belongs to nobody. */
function forgetClaimant(): void {
  const content = JSON.parse(readFileSync(mark, 'utf8')) as object;
  writeFileSync(mark, JSON.stringify({ ...content, pid: 2 ** 22 + 1, identity: 'gone' }));
}

describe('a data folder', () => {
  it('in use is refused in a sentence that says by which process', async () => {
    const claim = await claimDataFolder(folder.path, silent);
    await expect(claimDataFolder(folder.path, silent)).rejects.toThrow(new RegExp(`${process.pid}.*SANXIANG_DATA`));
    claim.release();
    (await claimDataFolder(folder.path, silent)).release();
  });

  it('whose start was killed is taken over, and the servers left running are ended', async () => {
    const left = longRunning();
    (await claimDataFolder(folder.path, silent)).note([left]);
    forgetClaimant();
    const claim = await claimDataFolder(folder.path, silent);
    expect(isRunning(left)).toBe(false);
    claim.release();
  });

  it('that several starts take over at the same moment is had by one of them', async () => {
    // One that takes its time to end, as PostgreSQL does.
    const slow = `process.on('SIGINT', () => setTimeout(process.exit, 1500)); setInterval(() => {}, 1000); console.log('up')`;
    const left = spawn(process.execPath, ['-e', slow], { stdio: ['ignore', 'pipe', 'ignore'] });
    begun.push(left);
    await once(left.stdout, 'data');
    (await claimDataFolder(folder.path, silent)).note([left.pid as number]);
    forgetClaimant();
    const start = `import { claimDataFolder } from './start/data-folder.ts';
      await new Promise((go) => setTimeout(go, ${Date.now() + 3_000} - Date.now()));
      await claimDataFolder('${folder.path}', () => {}).then(() => console.log('mine'), ({ message }) => console.log(message));
      setTimeout(() => {}, 3_000);`;
    const starts = [1, 2, 3, 4].map(() =>
      spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', start], {
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    );
    begun.push(...starts);
    const said = await Promise.all(starts.map(async ({ stdout }) => String((await once(stdout, 'data'))[0]).trim()));
    expect(said.filter((one) => one === 'mine')).toHaveLength(1);
    expect(said.filter((one) => /in use by another Sanxiang process/.test(one))).toHaveLength(3);
    expect(isRunning(left.pid as number)).toBe(false);
    expect(readdirSync(folder.path)).toEqual(['running.json']);
    rmSync(mark);
  }, 20_000);

  it('leaves a process alone that was merely given the number of a server which has ended', async () => {
    const stranger = longRunning();
    (await claimDataFolder(folder.path, silent)).note([stranger]);
    writeFileSync(mark, readFileSync(mark, 'utf8').replaceAll(/"identity":"[^"]*"/g, '"identity":"another boot"'));
    const claim = await claimDataFolder(folder.path, silent);
    expect(isRunning(stranger)).toBe(true);
    process.kill(stranger, 'SIGKILL');
    claim.release();
  });

  it('keeps the mark of the start that has it when another gives up', async () => {
    const given = await claimDataFolder(folder.path, silent);
    const holder = { ...(JSON.parse(readFileSync(mark, 'utf8')) as object), pid: 1 };
    writeFileSync(mark, JSON.stringify(holder));
    given.release();
    expect(JSON.parse(readFileSync(mark, 'utf8'))).toEqual(holder);
    rmSync(mark);
  });

  it('into which nothing can be written any more is said, and the servers go on', async () => {
    const said: string[] = [];
    const claim = await claimDataFolder(folder.path, (sentence) => said.push(sentence));
    // In its place nothing can be written, as on a full disk.
    rmSync(mark);
    mkdirSync(join(mark, 'in the way'), { recursive: true });
    claim.note([process.pid]);
    expect(said.join()).toMatch(/running\.json .* could not be written/);
    rmSync(mark, { recursive: true });
  });
});
