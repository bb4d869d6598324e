import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

/** `npm run test:long` runs the large figure of each proof, `npm test` the small one. */
export const long = process.env['SANXIANG_PROOF'] === 'long';

/** How many, how long: the small figure in `npm test`, the large one in `npm run test:long`. */
export function sized(inTests: number, inLongRun: number): number {
  return long ? inLongRun : inTests;
}

/** PROOF_SEED asks for the same run again; every random proof prints its seed. */
export const seed = Number(process.env['PROOF_SEED'] ?? Date.now() % 2_147_483_647);

export interface Proof {
  /** Name of the file, in lower case with hyphens. */
  part: string;
  title: string;
  /** One sentence: what was done and what would have failed it. */
  what: string;
  /** Label beside figure, in the order of the page. */
  figures: Record<string, number | string>;
}

/** Keeps what a long run measured, for docs/proof.md (drawn by docs/draw-proof.ts). The small run keeps nothing. */
export function keep(proof: Proof): void {
  if (!long) return;
  const folder = join('docs', 'proof');
  mkdirSync(folder, { recursive: true });
  const kept = { ...proof, seed, on: new Date().toISOString().slice(0, 10), machine: `${cpus().length} cores` };
  writeFileSync(join(folder, `${proof.part}.json`), `${JSON.stringify(kept, null, 2)}\n`);
}
