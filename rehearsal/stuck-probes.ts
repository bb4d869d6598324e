import type { StoryCase } from './story-shape.ts';

/** A moment at which overseers must find a case among the stuck ones for a cause, or must not. */
export interface StuckProbe {
  kind: 'stuck';
  caseId: string;
  at: string;
  because: string;
  /** Since which day it must be found; null when it must not. */
  since: string | null;
}

const dayMs = 86_400_000;
const shanghaiOffset = 8 * 3_600_000;

/**
 * When a story that says from which day to which its case is stuck is asked about: late on the day before, on the first day
 * and on every day until the last, on which it is still stuck as the day begins, and on the day after.
 */
export function stuckProbes({ id, expectedStuck }: StoryCase): StuckProbe[] {
  if (!expectedStuck) return [];
  const { from, to, because } = expectedStuck;
  const probe = (day: string, time: string, since: string | null): StuckProbe => {
    return { kind: 'stuck', caseId: id, at: `${day}T${time}:00+08:00`, because, since };
  };
  const within = daysFrom(from, to).map((day) => probe(day, day === to ? '00:30' : '23:30', from));
  return [probe(plus(from, -1), '23:30', null), ...within, probe(plus(to, 1), '23:30', null)];
}

function daysFrom(first: string, last: string): string[] {
  return first > last ? [] : [first, ...daysFrom(plus(first, 1), last)];
}

function plus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + days * dayMs + shanghaiOffset).toISOString().slice(0, 10);
}
