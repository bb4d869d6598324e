import { afterAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { claimDataFolder } from '../../start/data-folder.ts';
import { isRunning } from '../../start/process-identity.ts';
import { silent, temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const mark = join(folder.path, 'running.json');
afterAll(folder.remove);

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
