import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const shape = z.object({ now: z.number(), done: z.boolean() });

/** For which moment the demo's cases were played, and whether they all were: a run that was broken off goes on from there. */
export type Marker = z.infer<typeof shape>;

const file = (dataDir: string) => join(dataDir, 'first-visit.json');

export function readMarker(dataDir: string): Marker | null {
  return existsSync(file(dataDir)) ? shape.parse(JSON.parse(readFileSync(file(dataDir), 'utf8'))) : null;
}

export function writeMarker(dataDir: string, marker: Marker): void {
  writeFileSync(`${file(dataDir)}.new`, JSON.stringify(marker));
  renameSync(`${file(dataDir)}.new`, file(dataDir));
}
