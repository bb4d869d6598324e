import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether a process of this number runs, whoever owns it. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
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
  const startTicks = read(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ')[19];
  return startTicks && `${boot} ${startTicks}`;
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
