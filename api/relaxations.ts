import { dayOf } from '../domain/calendar.ts';
import type { Relaxations } from '../domain/command.ts';
import type { Millis } from '../domain/state.ts';
import type { ParameterPack } from '../prisma/deadlines.ts';

export type Packs = Pick<ParameterPack, 'from' | 'relaxations'>[];
export type ShownRelaxations = Record<string, { ground: string }>;

/** What the agency, being small, had relaxed at any of these moments, each with the ground it named; the last ground counts. */
export function relaxationsAt(packs: Packs, moments: Millis[]): ShownRelaxations {
  const days = [...new Set(moments.map(dayOf))].sort();
  const inForce = days.flatMap((day) => packs.findLast(({ from }) => from <= day)?.relaxations ?? []);
  const named = inForce.flatMap((relaxations) => Object.entries(relaxations as Relaxations));
  return Object.fromEntries(named.map(([name, { ground }]) => [name, { ground }]));
}
