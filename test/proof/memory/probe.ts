import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../../support/until.ts';

/** Bytes of one process after a garbage collection in all its threads. */
export interface Held {
  /** What of it is in memory, as the system counts: process.memoryUsage().rss. */
  rss: number;
  /** Of every thread together. */
  heapUsed: number;
  external: number;
  threads: number;
}

/** The environment that gives a program the probe. */
export function probeEnv(folder: string): Record<string, string> {
  return { NODE_OPTIONS: `--import ${new URL('probe.mjs', import.meta.url).href}`, PROBE_FOLDER: folder };
}

/** Has a process with the probe collect its garbage, and tells what it holds then. */
export async function heldBy(pid: number, folder: string): Promise<Held> {
  const file = join(folder, `${pid}.json`);
  rmSync(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  const told = async () => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Held) : undefined);
  return until(told, `memory of process ${pid}`);
}
