import { endOfDay, type Calendar } from './calendar.ts';
import type { Decided } from './command.ts';
import { reckon } from './deadline.ts';
import { isInHand } from './ended.ts';
import type { CaseState, Clock, Millis } from './state.ts';
import { nothingElse } from './wake.ts';

/**
 * A deadline that the calendar can still move: it runs, and ends after a number of days. One that stands still is reckoned
 * when it runs again.
 */
export function isReckoned(clock: Clock): clock is Clock & { dueAt: Millis } {
  return clock.dueAt !== null && clock.limit !== 'untilDay';
}

/**
 * What another calendar makes of a deadline's end, or null where it stays and is as certain as before. What has fallen
 * overdue keeps the day on which it did.
 */
export function recalculatedDue(calendar: Calendar, clock: Clock): { dueAt: Millis; provisional: boolean } | null {
  if (!isReckoned(clock) || clock.overdue) return null;
  const reckoning = reckon(calendar, clock)!;
  const { provisional } = reckoning;
  const dueAt = endOfDay(reckoning.day);
  return dueAt === clock.dueAt && provisional === clock.provisional ? null : { dueAt, provisional };
}

/** The running deadlines that rest on a calendar older than this version; null where none does. */
export function reckonedAnew(clocks: Clock[], version: number): Decided['recalculates'] | null {
  const behind = clocks.filter((clock) => isReckoned(clock) && clock.calendarVersion < version);
  return behind.length === 0 ? null : { clocks: behind.map(({ name }) => name), version };
}

/**
 * The event by which a case in hand takes this version of the calendar: its running deadlines of older versions are reckoned
 * anew (process.md "Deadlines"). Null where it has none. At most one for each version.
 */
export function recalculation(state: CaseState, version: number, at: Millis): Decided | null {
  const recalculates = reckonedAnew(state.clocks, version);
  if (!recalculates || state.stage === 'none' || !isInHand(state)) return null;
  const { stage, round, holder } = state;
  return {
    ...nothingElse,
    ...{ at, stage, round, holder },
    type: 'recalculateDeadlines',
    commandId: `recalculate:${version}`,
    recalculates,
  };
}
