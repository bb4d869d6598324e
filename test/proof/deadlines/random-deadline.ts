import type { Random } from '../random.ts';

/** A deadline as it goes to both implementations: moments in epoch milliseconds, nothing of our calendar. */
export interface Asked {
  budget: number;
  unit: 'wd' | 'd';
  startedAt: number;
  /** In order, none overlapping; one may begin and end on one day, and the next on the day on which it ended. */
  pauses: [from: number, to: number][];
  extensions: number[];
}

const hour = 3_600_000;
const day = 24 * hour;
const begin = Date.parse('2024-01-01T00:00:00+08:00');
const end = Date.parse('2026-12-31T00:00:00+08:00');

/** Somewhere in 2024 to 2026; now and then in the last or first second of a day, where a wrong zone shows. */
export function randomDeadline(random: Random): Asked {
  const edge = random.percent(20) ? random.one([0, day - 1_000, 8 * hour, 16 * hour - 1_000]) : null;
  const startedAt = begin + random.upTo((end - begin) / day) * day + (edge ?? random.upTo(day / 1_000) * 1_000);
  const unit = random.one(['wd', 'd'] as const);
  const pauses: Asked['pauses'] = [];
  for (let last = startedAt; random.percent(35) && pauses.length < 5;) {
    const from = last + random.upTo(10 * 24) * hour + random.upTo(3_600) * 1_000;
    const to = from + (random.percent(20) ? random.upTo(12) * hour : random.upTo(40 * 24) * hour);
    pauses.push([from, to]);
    last = to;
  }
  const extensions = Array.from({ length: random.percent(30) ? 1 + random.upTo(2) : 0 }, () => 1 + random.upTo(30));
  return { budget: 1 + random.upTo(random.percent(10) ? 300 : 40), unit, startedAt, pauses, extensions };
}
