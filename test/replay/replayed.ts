import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** By module and history: 'replayed', or the name of the error with which the workflows of that module failed. */
export type Results = Record<string, Record<string, string>>;

/** Replays the histories of a folder, the kept ones unless told, against the workflows of each module; a few seconds each. */
export async function replayed(modules: string[], folder = 'test/replay/histories'): Promise<Results> {
  const args = ['--import', 'tsx', 'test/replay/replay-all.ts', folder, ...modules];
  const env = { ...process.env, NODE_OPTIONS: '' };
  const { stdout } = await promisify(execFile)(process.execPath, args, { env });
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Results;
}
