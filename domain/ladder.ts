import {
  addDays,
  addWorkdays,
  daysBetween,
  endOfDay,
  nextWorkday,
  startOfDay,
  type Calendar,
  type Day,
} from './calendar.ts';
import type { DayUnit, Reckoning } from './deadline.ts';
import { ladder, type Rung } from './process.ts';
import type { ClockName, Millis } from './state.ts';

/** What a parameter pack says of one ladder: whether half-way is reminded, the other rungs in working days, 0 for off. */
export interface LadderRule {
  halfWay: boolean;
  oneDayBefore: number;
  plus2: number;
  plus5: number;
}

/** process.md "Deadlines". */
export const defaultLadder: LadderRule = {
  halfWay: true,
  oneDayBefore: ladder.oneDayBefore.days,
  plus2: ladder.plus2.days,
  plus5: ladder.plus5.days,
};

/** Deadlines that bind us have a ladder; the party's own periods and delegations have none. */
export const laddered: readonly ClockName[] = [
  'stage',
  'overall',
  'effectOfLaw',
  'serve',
  'publish',
  'withdraw',
  'supervision',
];

/** The order in which rungs of one moment fire. */
export const rungOrder = Object.keys(ladder) as Rung[];

/**
 * The moments at which a deadline's rungs fire, in epoch milliseconds: half-way and before at the start of their day, due
 * and later one second after the end of theirs. Rungs on or before the first day are left out, and of coinciding ones
 * the earlier (process.md "Deadlines").
 */
export function rungMoments(
  calendar: Calendar,
  unit: DayUnit,
  reckoning: Reckoning,
  rule: LadderRule = defaultLadder,
): Partial<Record<Rung, Millis>> {
  const { day: dueDay, startDay } = reckoning;
  const from = (count: number) => addWorkdays(calendar, dueDay, count).day;
  const ahead = {
    halfWay: rule.halfWay ? halfWayDay(calendar, unit, reckoning) : null,
    oneDayBefore: rule.oneDayBefore > 0 ? from(-rule.oneDayBefore) : null,
  };
  const isAhead = (day: Day | null, until: Day): day is Day => day !== null && day > startDay && day < until;
  const before = isAhead(ahead.oneDayBefore, dueDay) ? ahead.oneDayBefore : dueDay;
  return {
    ...(isAhead(ahead.halfWay, before) && { halfWay: startOfDay(ahead.halfWay) }),
    ...(before !== dueDay && { oneDayBefore: startOfDay(before) }),
    due: endOfDay(dueDay) + 1000,
    ...(rule.plus2 > 0 && { plus2: endOfDay(from(rule.plus2)) + 1000 }),
    ...(rule.plus5 > 0 && { plus5: endOfDay(from(rule.plus5)) + 1000 }),
  };
}

/** Day number ⌈total / 2⌉ of the budget and its extensions, moved by the pauses that began before it. */
function halfWayDay(calendar: Calendar, unit: DayUnit, { startDay, total, pauses }: Reckoning): Day {
  const forward = (day: Day, count: number) =>
    unit === 'wd' ? addWorkdays(calendar, day, count).day : addDays(day, count);
  const paused = pauses.reduce((sum, pause) => sum + pause.days, 0);
  let reached = forward(startDay, Math.ceil((total - paused) / 2));
  for (const pause of pauses) {
    if (daysBetween(pause.from, reached) > 0) reached = forward(reached, pause.days);
  }
  return nextWorkday(calendar, reached).day;
}
