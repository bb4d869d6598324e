import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../../../start/cache-folder.ts';
import { findOnPath } from '../../../start/path-search.ts';

const requirements = fileURLToPath(new URL('requirements.txt', import.meta.url));
const script = fileURLToPath(new URL('independent.py', import.meta.url));

export interface Python {
  /** Runs the independent implementation; answers its lines, as JSON. */
  answers?: <Answer>(input: string, args?: string[]) => Answer[];
  /** Why there is none. */
  missing?: string;
}

/** Python with chinesecalendar (MIT licence) in a virtual environment of its own in the cache, installed the first time. */
export function findPython(): Python {
  const wanted = readFileSync(requirements, 'utf8');
  const folder = join(cacheFolder(), `chinesecalendar-${/^chinesecalendar==(.+)$/m.exec(wanted)![1]}`);
  const complete = join(folder, 'complete');
  const answers = <Answer>(input: string, args: string[] = []) =>
    ask<Answer>(join(folder, 'bin', 'python'), input, args);
  if (existsSync(complete)) return { answers };
  if (process.env['SANXIANG_OFFLINE']) return { missing: 'SANXIANG_OFFLINE' };
  const python = findOnPath('python3');
  if (!python) return { missing: 'no Python 3 here' };
  rmSync(folder, { recursive: true, force: true });
  const steps: [string, string, string[]][] = [
    ['no virtual environment can be made here', python, ['-m', 'venv', folder]],
    ['the package registry is out of reach', join(folder, 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check', '--retries', '1', '-r', requirements]],
  ]; // prettier-ignore
  for (const [missing, command, args] of steps) {
    if (spawnSync(command, args, { encoding: 'utf8', timeout: 240_000 }).status !== 0) return { missing };
  }
  writeFileSync(complete, wanted);
  return { answers };
}

function ask<Answer>(python: string, input: string, args: string[]): Answer[] {
  const { status, stdout, stderr } = spawnSync(python, [script, ...args], { input, encoding: 'utf8', maxBuffer: 1e8 });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}
