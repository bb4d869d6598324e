import { linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { processIdentity } from './process-identity.ts';
import { writeWholeFile } from './whole-file.ts';

/** A process, told from a later one of the same number. */
export interface Entry {
  pid: number;
  identity: string;
}

/** Who uses a data folder, and the servers that it runs. */
export interface Mark extends Entry {
  servers: Entry[];
}

export function entryOf(pid: number): Entry {
  return { pid, identity: processIdentity(pid) ?? '' };
}

export function isRunningStill({ pid, identity }: Entry): boolean {
  return identity !== '' && processIdentity(pid) === identity;
}

/** What a file says, undefined where there is none. */
export function readMark(file: string): Mark | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Mark;
  } catch {
    return undefined;
  }
}

export function writeMark(file: string, servers: Entry[]): void {
  writeWholeFile(file, JSON.stringify({ ...entryOf(process.pid), servers } satisfies Mark));
}

/**
 * Makes a mark this process's own, with the servers that a killed holder left, for whoever takes it over should this process be
 * killed too. Of several at the same moment one has it.
 * @returns the servers that were left
 * @throws what `refuse` makes of the process that has it
 */
export async function takeMark(file: string, refuse: (pid: number) => Error): Promise<Entry[]> {
  const lock = await locked(`${file}.lock`);
  try {
    const previous = readMark(file);
    if (previous && isRunningStill(previous)) throw refuse(previous.pid);
    const left = previous?.servers.filter(isRunningStill) ?? [];
    writeMark(file, left);
    return left;
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Waits until this process has the lock; one that was killed with it loses it. */
async function locked(lock: string): Promise<string> {
  const own = `${lock}.${process.pid}`;
  writeMark(own, []);
  while (!link(own, lock)) {
    const holder = readMark(lock);
    if (holder && !isRunningStill(holder)) rmSync(lock, { force: true });
    await sleep(20);
  }
  rmSync(own, { force: true });
  return lock;
}

/** Gives a file a second name unless there is one of that name; on a file system without links, whatever there is. */
function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    renameSync(from, to);
  }
  return true;
}
