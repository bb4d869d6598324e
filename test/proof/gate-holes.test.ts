import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lawful, type Law } from '../support/pure-case.ts';
import { holes } from './gate-holes.ts';
import { answerFaults, gateFaults } from './gate-oracle.ts';
import { beginnings, moves, walked } from './gate-walk.ts';
import { keep, seed, sized } from './proof.ts';

/** As many as the gate's own proof walks in the tests: a hole that needs more would slip through them. */
const sequences = 5_000;
const seeds = Array.from({ length: sized(3, 20) }, (_, nth) => seed + nth);
const foundAfter = new Map<string, number[]>();

/** How many sequences it took until something was wrong, and what; null when nothing was. */
function found(law: Law, from: number, numRuns = sequences): { after: number; what: string } | null {
  let what = '';
  const { failed, numRuns: after } = fc.check(
    fc.property(beginnings, moves, (start, way) => {
      const { file, answers } = walked(start, way, law);
      what = [...gateFaults(file.events), ...answerFaults(answers, file.events)][0] ?? '';
      return what === '';
    }),
    { numRuns, seed: from, endOnFailure: true },
  );
  return failed ? { after, what } : null;
}

describe(`a hole planted in the law is found, seeds from ${seed}`, () => {
  afterAll(() => {
    keep({
      part: 'gate-holes',
      title: '关口：预埋漏洞 · Holes planted in the gate',
      what: `Each hole is planted in the law alone, ${seeds.length} times; the walks and the oracle of the gate must find it within ${sequences} sequences, and nothing where there is no hole.`,
      figures: Object.fromEntries(
        [...foundAfter].map(([hole, after]) => [
          `${hole}: found, and after how many sequences at most`,
          `${after.length} of ${seeds.length}, ${Math.max(...after)}`,
        ]),
      ),
    });
  });

  test.each(Object.entries(holes))(
    '%s',
    (name, law) => {
      const finds = seeds.map((from) => found(law, from));
      foundAfter.set(
        name,
        finds.flatMap((find) => find?.after ?? []),
      );
      expect(finds.map((find) => find === null)).toEqual(seeds.map(() => false));
    },
    300_000,
  );

  test('and nothing is found where there is none', () => {
    expect(seeds.map((from) => found(lawful, from, 500))).toEqual(seeds.map(() => null));
  }, 300_000);
});
