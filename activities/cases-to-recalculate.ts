import { isReckoned } from '../domain/recalculation.ts';
import { rungOrder } from '../domain/ladder.ts';
import type { Clock } from '../domain/state.ts';
import type { Database } from '../prisma/client.ts';
import { runningDeadlines, touchedFrom } from '../prisma/running-deadlines.ts';
import { recalculated } from './armed-clocks.ts';
import type { Parameters } from './parameters.ts';

export interface CasesPage {
  /** Ids of open cases whose deadlines or their ladders this version of the calendar changes. */
  cases: string[];
  /** The last id that was looked at, or null when there are no more. */
  last: string | null;
}

const size = 200;

/**
 * A page of the cases that a version of the calendar has yet to reach, of all agencies, by id.
 * @throws Error when the database does not hold that version
 */
export async function casesToRecalculate(
  { database, parameters }: { database: Database; parameters: Parameters },
  { version, after }: { version: number; after: string },
): Promise<CasesPage> {
  const added = await database.calendarYear.findMany({ where: { version }, select: { year: true } });
  if (added.length === 0) return { cases: [], last: null };
  const since = touchedFrom(Math.min(...added.map(({ year }) => year)));
  const page = await runningDeadlines(database, { version, since }, after, size);
  const calendar = await parameters.calendar(version);
  const cases: string[] = [];
  for (const { id, agency, clocks } of page) {
    const behind = clocks.filter((clock) => isReckoned(clock) && clock.calendarVersion < version);
    const packs = await Promise.all(behind.map(({ packFrom }) => parameters.packOn(agency, 0, packFrom)));
    // Reckoned at no moment, so that no reminder is left out for having passed.
    const changes = (clock: Clock, n: number) => differs(clock, recalculated(clock, 0, packs[n] ?? null, calendar));
    if (behind.some(changes)) cases.push(id);
  }
  return { cases, last: page.length < size ? null : page.at(-1)!.id };
}

/** Whether the day, its certainty or a rung that is still to come is another. */
function differs(before: Clock, after: Clock): boolean {
  return (
    before.dueAt !== after.dueAt ||
    before.provisional !== after.provisional ||
    rungOrder.some((rung) => before.rungs[rung] !== undefined && before.rungs[rung] !== after.rungs[rung])
  );
}
