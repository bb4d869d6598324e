import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess } from './process-identity.ts';
import { entryOf, readMark, takeMark, writeMark } from './running-mark.ts';
import type { Say } from './wait.ts';

export interface DataFolder {
  /**
   * Notes the servers that run now, so that a later start finds those that a killed one left behind. Where that cannot be
   * written (a full disk) they run all the same.
   */
  note(pids: number[]): void;
  release(): void;
}

/**
 * Makes a data folder this process's own; servers that a killed start left running on it are ended first.
 * @throws one sentence when another start that is still running uses the folder
 */
export async function claimDataFolder(folder: string, say: Say): Promise<DataFolder> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'running.json');
  const leftovers = (await takeMark(file, (pid) => new Error(inUse(folder, pid)))).reverse();
  if (leftovers.length > 0) say('结束上次遗留的进程 · ending what the last run left behind');
  // SIGINT asks every one of them to end, PostgreSQL in its fast and clean way.
  for (const { pid } of leftovers) await endProcess(pid, 'SIGINT');
  writeMark(file, []);
  return { note, release };

  function note(pids: number[]): void {
    try {
      writeMark(file, pids.map(entryOf));
    } catch (error) {
      say(`${file} 未能写入 · could not be written: ${(error as Error).message}`);
    }
  }

  function release(): void {
    if (readMark(file)?.pid === process.pid) rmSync(file);
  }
}

function inUse(folder: string, pid: number): string {
  return (
    `数据目录 ${folder} 正被另一个三项进程（${pid}）使用，请先停止它，或用 SANXIANG_DATA 另选目录。 ` +
    `The data folder ${folder} is in use by another Sanxiang process (${pid}): stop it first, or choose another folder with SANXIANG_DATA.`
  );
}
