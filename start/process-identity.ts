import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const patienceMs = 20_000;

/** Whether a process of this number runs, whoever owns it; one that has ended and waits to be collected does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return statFields(pid)?.[0] !== 'Z';
}

/** Asks a process to end, waits, and kills it when it has not ended in time; does nothing when it does not run. */
export async function endProcess(pid: number, signal: NodeJS.Signals): Promise<void> {
  if (!isRunning(pid)) return;
  send(pid, signal);
  for (let waited = 0; isRunning(pid) && waited < patienceMs; waited += 100) await sleep(100);
  if (isRunning(pid)) send(pid, 'SIGKILL');
}

/** The command line of a running process, words separated by spaces; undefined when it does not run. */
export function commandLine(pid: number): string | undefined {
  if (!isRunning(pid)) return undefined;
  if (process.platform !== 'linux') return ps(pid, 'command=');
  return read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ');
}

/**
 * What tells a process from a later one that was given the same number, as happens after a reboot or in a container:
 * the moment it started. Undefined when it does not run.
 */
export function processIdentity(pid: number): string | undefined {
  if (!isRunning(pid)) return undefined;
  if (process.platform !== 'linux') return ps(pid, 'lstart=');
  const boot = read('/proc/sys/kernel/random/boot_id')?.trim();
  const startTicks = statFields(pid)?.[19];
  return startTicks && `${boot} ${startTicks}`;
}

/** Linux: the fields of /proc/<pid>/stat from the state on. */
function statFields(pid: number): string[] | undefined {
  return read(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ');
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended in the meantime.
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string | undefined {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}
