import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const act = z.strictObject({
  ago: z.int().min(1),
  actor: z.string(),
  action: z.string(),
  input: z.record(z.string(), z.unknown()),
});

const part = z.strictObject({
  story: z.string(),
  until: z.int().positive(),
  ago: z.int().min(1),
  names: z.record(z.string(), z.string()).default({}),
  further: z.array(act).default([]),
});

/** A case of the first visit: a story played until this step, so many working days before today, and what came then. */
export type Part = z.infer<typeof part>;

/** The cases that a folder of stories has for the first visit; none where it has no such file. */
export function readCast(folder: string): Part[] {
  const file = join(folder, 'first-visit.json');
  if (!existsSync(file)) return [];
  return z.object({ cases: z.array(part) }).parse(JSON.parse(readFileSync(file, 'utf8'))).cases;
}
