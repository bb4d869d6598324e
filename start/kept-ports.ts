import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, freePortNear, isPortFree } from './ports.ts';

/**
 * The port for an embedded server: the one asked for, else the one of the last run if it is free, else the first free one from
 * `preferred` upwards (any free one without). What was chosen is kept in the data folder.
 */
export async function keptPort(folder: string, name: string, wish: { asked?: number; preferred?: number }): Promise<number> {
  if (wish.asked) return wish.asked;
  const file = join(folder, 'ports.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>) : {};
  const last = kept[name];
  if (last && (await isPortFree(last))) return last;
  const port = wish.preferred ? await freePortNear(wish.preferred) : await freePort();
  writeFileSync(file, `${JSON.stringify({ ...kept, [name]: port }, null, 2)}\n`);
  return port;
}
