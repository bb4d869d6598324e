import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../../../start/cache-folder.ts';
import { findOnPath } from '../../../start/path-search.ts';

/** Schemathesis (MIT licence) and everything it needs, each in one version. */
const requirements = fileURLToPath(new URL('requirements.txt', import.meta.url));

export interface Schemathesis {
  /** The program; absent where it cannot be had. */
  program?: string;
  /** Why not. */
  missing?: string;
}

/** Schemathesis in a virtual environment of its own in the cache, installed the first time. */
export function installSchemathesis(): Schemathesis {
  const wanted = readFileSync(requirements, 'utf8');
  const folder = join(cacheFolder(), `schemathesis-${/^schemathesis==(.+)$/m.exec(wanted)![1]}`);
  const program = join(folder, 'bin', 'schemathesis');
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return { program };
  if (process.env['SANXIANG_OFFLINE']) return { missing: 'SANXIANG_OFFLINE' };
  const python = findOnPath('python3');
  if (!python) return { missing: 'no Python 3 here' };
  // The scripts of an environment name its folder, so it is made in place and counts only when it is complete.
  rmSync(folder, { recursive: true, force: true });
  const steps: [string, string, string[]][] = [
    ['no Python 3.11 or later with venv here', python, ['-c', 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))']],
    ['no virtual environment can be made here', python, ['-m', 'venv', folder]],
    ['the package registry is out of reach', join(folder, 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check', '--retries', '1', '-r', requirements]],
  ]; // prettier-ignore
  for (const [missing, command, args] of steps) {
    const { status } = spawnSync(command, args, { encoding: 'utf8', timeout: 240_000 });
    if (status !== 0) return { missing };
  }
  writeFileSync(complete, wanted);
  return { program };
}
