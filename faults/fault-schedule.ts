import type { Part } from '../start/system.ts';
import { randomOf } from './random.ts';

/** Connections that go through a proxy: clients to the API, and API and worker to the two servers. */
export const links = ['clients', 'postgres', 'temporal'] as const;
export type Link = (typeof links)[number];

/** reset: at once; silent: nothing passes for a while, then reset; deaf: answers are lost for a while, then reset. */
export const cutKinds = ['reset', 'silent', 'deaf'] as const;
export type CutKind = (typeof cutKinds)[number];

/** `at` and `lasts` in milliseconds, `at` from the beginning of the run. */
export type Fault =
  { at: number; kind: 'kill'; part: Part } | { at: number; kind: 'cut'; link: Link; how: CutKind; lasts: number };

export const parts = ['worker', 'api', 'postgres', 'temporal'] as const satisfies Part[];

/** Seconds between two faults of a kind; a short run has each of them twice all the same. */
const killEvery: Record<Part, number> = { worker: 12, api: 14, postgres: 60, temporal: 120 };
const cutEvery: Record<Link, number> = { clients: 7, postgres: 19, temporal: 23 };

/** All faults of a run in their order: a pure function of seed and length. */
export function faultSchedule(seed: number, minutes: number): Fault[] {
  const total = minutes * 60_000;
  const kills = parts.flatMap((part) =>
    moments(seed, part, killEvery[part], total).map(({ at }): Fault => ({ at, kind: 'kill', part })),
  );
  const cuts = links.flatMap((link) =>
    moments(seed, `cut ${link}`, cutEvery[link], total).map(({ at, random }): Fault => {
      const how = random.pick(cutKinds);
      return { at, kind: 'cut', link, how, lasts: how === 'reset' ? 0 : Math.round(random.between(300, 2_000)) };
    }),
  );
  return [...kills, ...cuts].toSorted((a, b) => a.at - b.at);
}

/** One moment in the middle of each of equal spans. */
function moments(seed: number, name: string, everySeconds: number, total: number) {
  const random = randomOf(seed, 'fault', name);
  const span = Math.min(everySeconds * 1000, total / 2);
  const count = Math.floor(total / span);
  return Array.from({ length: count }, (_, index) => ({
    at: Math.round(span * (index + random.between(0.2, 0.8))),
    random,
  }));
}
