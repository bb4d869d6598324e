import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, processIdentity } from './process-identity.ts';
import type { Say } from './wait.ts';
import { writeWholeFile } from './whole-file.ts';

interface Entry {
  pid: number;
  identity: string;
}

interface Mark extends Entry {
  servers: Entry[];
}

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
  const previous = readMark(file);
  if (previous && isSame(previous)) throw new Error(inUse(folder, previous.pid));
  const leftovers = previous?.servers.filter(isSame).reverse() ?? [];
  if (leftovers.length > 0) say('结束上次遗留的进程 · ending what the last run left behind');
  // SIGINT asks every one of them to end, PostgreSQL in its fast and clean way.
  for (const { pid } of leftovers) await endProcess(pid, 'SIGINT');

  const write = (servers: Entry[]) =>
    writeWholeFile(file, JSON.stringify({ ...entry(process.pid), servers } satisfies Mark));
  write([]);
  return { note, release };

  function note(pids: number[]): void {
    try {
      write(pids.map(entry));
    } catch (error) {
      say(`${file} 未能写入 · could not be written: ${(error as Error).message}`);
    }
  }

  /** Of two starts at the same moment the one that gives up leaves the other's mark. */
  function release(): void {
    if (readMark(file)?.pid === process.pid) rmSync(file);
  }
}

function readMark(file: string): Mark | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Mark;
  } catch {
    return undefined;
  }
}

function entry(pid: number): Entry {
  return { pid, identity: processIdentity(pid) ?? '' };
}

function isSame({ pid, identity }: Entry): boolean {
  return identity !== '' && processIdentity(pid) === identity;
}

function inUse(folder: string, pid: number): string {
  return (
    `数据目录 ${folder} 正被另一个三项进程（${pid}）使用，请先停止它，或用 SANXIANG_DATA 另选目录。 ` +
    `The data folder ${folder} is in use by another Sanxiang process (${pid}): stop it first, or choose another folder with SANXIANG_DATA.`
  );
}
