import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, freePortNear, isPortFree, PortInUse } from './ports.ts';
import { writeWholeFile } from './whole-file.ts';

export interface PortWish {
  /** Exactly this one. */
  asked?: number;
  /** This one if it is free, else the next free one; any free port without it. */
  preferred?: number;
}

const attempts = 5;

/**
 * Starts an embedded server on the port asked for, else on that of the last run, else on one near the preferred one; the data
 * folder keeps it. Another start may take a port between the look and the use of it: then the next one is tried.
 */
export async function onKeptPort<T>(
  folder: string,
  name: string,
  wish: PortWish,
  start: (port: number) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(await keptPort(folder, name, wish));
    } catch (error) {
      if (!(error instanceof PortInUse) || wish.asked || attempt === attempts) throw error;
    }
  }
}

/** The port that onKeptPort would try first. */
export async function keptPort(folder: string, name: string, { asked, preferred }: PortWish): Promise<number> {
  if (asked) return asked;
  const file = join(folder, 'ports.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>) : {};
  const last = kept[name];
  if (last && (await isPortFree(last))) return last;
  const port = preferred ? await freePortNear(preferred) : await freePort();
  writeWholeFile(file, `${JSON.stringify({ ...kept, [name]: port }, null, 2)}\n`);
  return port;
}
