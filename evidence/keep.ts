import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { keptAt } from './folder.ts';

/** SHA-256 of a file's bytes, 64 hexadecimal digits. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1_048_576 }), hash);
  return hash.digest('hex');
}

/**
 * Moves a whole file to where its SHA-256 says. When this has returned, no loss of power undoes it. A file that is kept
 * already is replaced by the same bytes, which mends one that was damaged.
 */
export async function keepFile(folder: string, from: string, sha256: string): Promise<void> {
  const to = keptAt(folder, sha256);
  const made = await mkdir(dirname(to), { recursive: true });
  await synced(from, 'r+');
  await rename(from, to);
  // A folder that was made is an entry of the one above it.
  const highest = made ? dirname(made) : dirname(to);
  for (let changed = dirname(to); changed.length >= highest.length; changed = dirname(changed))
    await synced(changed, 'r');
}

async function synced(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Looks at kept files before they are given out; a file that did not change since it was looked at is not hashed again. */
export function createIntact(folder: string): (sha256: string) => Promise<boolean> {
  const seen = new Map<string, string>();
  return async (sha256) => {
    const path = keptAt(folder, sha256);
    const found = await stat(path).catch(() => null);
    if (!found) return false;
    const mark = [found.ino, found.size, found.mtimeMs, found.ctimeMs].join(':');
    if (seen.get(sha256) === mark) return true;
    if ((await hashOfFile(path)) !== sha256) return false;
    if (seen.size > 10_000) seen.clear();
    seen.set(sha256, mark);
    return true;
  };
}
