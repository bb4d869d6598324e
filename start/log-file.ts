import { copyFileSync, existsSync, mkdirSync, openSync, renameSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';

/** Bytes after which a log begins anew, and how many of the parts before are kept. */
const longest = 20_000_000;
const keptParts = 4;
const lookEveryMs = 60_000;

/** Opens a log to be appended to, a new one where it is too long. */
export function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  rotate(file);
  return openSync(file, 'a');
}

/** Looks once a minute whether a log has grown too long: a system runs for months between two starts. */
export function rotateWhenLong(file: string): NodeJS.Timeout {
  return setInterval(() => rotate(file), lookEveryMs).unref();
}

/**
 * Moves what a long log holds to `<file>.1`, and what was there on to `.2` … `.4`. The program that writes keeps its open file,
 * which goes on at its new beginning: no program has to be told, and what it writes in this very moment may be lost.
 */
export function rotate(file: string, above = longest): void {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (!found?.isFile() || found.size <= above) return;
    for (let part = keptParts - 1; part > 0; part -= 1) {
      if (existsSync(`${file}.${part}`)) renameSync(`${file}.${part}`, `${file}.${part + 1}`);
    }
    copyFileSync(file, `${file}.1`);
    truncateSync(file, 0);
  } catch {
    // It is looked at again in a minute; nothing else ends for a log's sake.
  }
}
