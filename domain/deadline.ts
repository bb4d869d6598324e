import type { Calendar, Day, Millis, ReckonedDay } from './calendar.ts';
import { addDays, addWorkdays, dayOf, daysBetween, endOfDay, nextWorkday, workdaysBetween } from './calendar.ts';

/** wd 工作日, d 自然日. */
export type DayUnit = 'wd' | 'd';

/** A stretch in which the clock stands still; `to: null` while it still does. */
export interface Pause {
  from: Millis;
  to: Millis | null;
}

/** A budget of days and the ledger of what moved it; the due day is always reckoned, never stored as the truth. */
export interface Deadline {
  budget: number;
  unit: DayUnit;
  startedAt: Millis;
  pauses: Pause[];
  /** Budgets in the deadline's own unit. */
  extensions: { budget: number; reason?: string }[];
  calendarVersion: number;
}

/** Each step on the way to a due day, for {@link dueDay} and the explanation. */
export interface Reckoning {
  startDay: Day;
  /** Days of the budget, the extensions and the pauses, in the deadline's unit. */
  total: number;
  pauses: { from: Day; to: Day; days: number }[];
  /** Last day of the period before it moves off a day off; differs from `day` only in calendar days. */
  lastDay: Day;
  day: Day;
  provisional: boolean;
}

/**
 * The last day of a deadline, or null while a pause is open (process.md "Deadlines"; 民法典 201, 203; 行政处罚法 85).
 * The day of the event does not count; pauses lengthen the period; a period in calendar days ends on no day off.
 * Throws RangeError for a budget that is no positive integer, an extension that is no integer, a pause that ends before it began.
 */
export function dueDay(calendar: Calendar, deadline: Deadline): ReckonedDay | null {
  const reckoning = reckon(calendar, deadline);
  return reckoning && { day: reckoning.day, provisional: reckoning.provisional };
}

/** 23:59:59 in Shanghai of the {@link dueDay}, in epoch milliseconds; null while a pause is open. */
export function dueAt(calendar: Calendar, deadline: Deadline): Millis | null {
  const due = dueDay(calendar, deadline);
  return due && endOfDay(due.day);
}

/** The steps behind {@link dueDay}, with the same errors; null while a pause is open. */
export function reckon(calendar: Calendar, deadline: Deadline): Reckoning | null {
  check(deadline);
  const startDay = dayOf(deadline.startedAt);
  const paused = pausedDays(startDay, deadline.pauses);
  if (!paused) return null;
  const pauses = paused.map((pause) => ({ ...pause, ...lengthOf(calendar, deadline.unit, pause) }));
  const days = [...deadline.extensions.map((e) => e.budget), ...pauses.map((p) => p.days)];
  const total = days.reduce((sum, n) => sum + n, deadline.budget);
  const reached =
    deadline.unit === 'wd'
      ? addWorkdays(calendar, startDay, total)
      : { day: addDays(startDay, total), provisional: false };
  const due = deadline.unit === 'wd' ? reached : nextWorkday(calendar, reached.day);
  const provisional = due.provisional || pauses.some((p) => p.provisional);
  return {
    startDay,
    total,
    pauses: pauses.map(({ from, to, days: length }) => ({ from, to, days: length })),
    lastDay: reached.day,
    day: due.day,
    provisional,
  };
}

/** The steps behind a last day that is named itself: no pause and no day off moves it. */
export function untilNamed(startedAt: Millis, day: Day): Reckoning {
  const startDay = dayOf(startedAt);
  const total = Math.max(0, daysBetween(startDay, day));
  return { startDay, total, pauses: [], lastDay: day, day, provisional: false };
}

/** The pauses as days, joined where they overlap, so that no day moves the due day twice; null while one is open. */
function pausedDays(startDay: Day, pauses: Pause[]): { from: Day; to: Day }[] | null {
  const joined: { from: Day; to: Day }[] = [];
  for (const pause of [...pauses].sort((a, b) => a.from - b.from)) {
    if (pause.to === null) return null;
    const from = dayOf(pause.from) < startDay ? startDay : dayOf(pause.from);
    const to = dayOf(pause.to);
    const last = joined.at(-1);
    if (last && from < last.to) last.to = to > last.to ? to : last.to;
    else if (to >= from) joined.push({ from, to });
  }
  return joined;
}

function lengthOf(
  calendar: Calendar,
  unit: DayUnit,
  pause: { from: Day; to: Day },
): { days: number; provisional: boolean } {
  if (unit === 'd') return { days: daysBetween(pause.from, pause.to), provisional: false };
  const { count, provisional } = workdaysBetween(calendar, pause.from, pause.to);
  return { days: count, provisional };
}

function check(deadline: Deadline): void {
  if (!Number.isSafeInteger(deadline.budget) || deadline.budget < 1)
    throw new RangeError(`not a budget of days: ${deadline.budget}`);
  for (const { budget } of deadline.extensions) {
    if (!Number.isSafeInteger(budget) || budget < 0) throw new RangeError(`not an extension in days: ${budget}`);
  }
  for (const { from, to } of deadline.pauses) {
    if (to !== null && to < from) throw new RangeError(`a pause ends before it began: ${from}, ${to}`);
  }
}
