/** Moments are epoch milliseconds. */
export type Millis = number;
/** A day in Asia/Shanghai (+08:00, no daylight saving time), 'YYYY-MM-DD'. */
export type Day = string;

/** One year's arrangement, as the State Council publishes it each November for the next year. */
export interface CalendarYear {
  year: number;
  holidays: Day[];
  makeUpWorkdays: Day[];
}

/** The calendar as stored: a new year or a correction makes a new version. */
export interface WorkCalendar {
  version: number;
  years: CalendarYear[];
}

/** The calendar as reckoned with: built once by {@link calendarOf}. */
export interface Calendar {
  readonly version: number;
  readonly years: ReadonlySet<number>;
  readonly holidays: ReadonlySet<Day>;
  readonly makeUpWorkdays: ReadonlySet<Day>;
  /** Whether a day, by its number since 1970-01-01, is worked: how long stretches are counted. */
  readonly isWorked: (dayNumber: number) => boolean;
}

/** A day reached by reckoning; provisional: on the way lay a year that the calendar does not hold, reckoned with weekends only. */
export interface ReckonedDay {
  day: Day;
  provisional: boolean;
}

const DAY_MS = 86_400_000;
const OFFSET_MS = 8 * 3_600_000;
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** Index a stored calendar. A year's notice may name days of the year before (元旦), so the lists are joined. */
export function calendarOf(stored: WorkCalendar): Calendar {
  const holidays = new Set(stored.years.flatMap((y) => y.holidays));
  const makeUpWorkdays = new Set(stored.years.flatMap((y) => y.makeUpWorkdays));
  const [off, madeUp] = [new Set([...holidays].map(numberOf)), new Set([...makeUpWorkdays].map(numberOf))];
  return {
    version: stored.version,
    years: new Set(stored.years.map((y) => y.year)),
    holidays,
    makeUpWorkdays,
    isWorked: (n) => madeUp.has(n) || (!off.has(n) && weekdayAt(n) % 6 !== 0),
  };
}

/** The Shanghai day of a moment. Throws RangeError when the moment is no time. */
export function dayOf(moment: Millis): Day {
  return new Date(moment + OFFSET_MS).toISOString().slice(0, 10);
}

/** 00:00:00 of the day in Shanghai. Throws RangeError when the text is no day of the calendar ('2026-02-30'). */
export function startOfDay(day: Day): Millis {
  const moment = Date.parse(`${day}T00:00:00.000Z`) - OFFSET_MS;
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(moment) || dayOf(moment) !== day) {
    throw new RangeError(`not a day: ${day}`);
  }
  return moment;
}

/** 23:59:59.000 of the day in Shanghai: the due moment of a period that ends on it. */
export function endOfDay(day: Day): Millis {
  return startOfDay(day) + DAY_MS - 1000;
}

/** ISO 8601 in Shanghai time with seconds: '2026-02-14T10:30:00+08:00'. */
export function shanghai(moment: Millis): string {
  return `${new Date(moment + OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}

/** The day `count` calendar days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return dayOf(startOfDay(day) + count * DAY_MS);
}

/** Calendar days after the first day up to and including the second; negative when the second is earlier. */
export function daysBetween(afterDay: Day, upToDay: Day): number {
  return (startOfDay(upToDay) - startOfDay(afterDay)) / DAY_MS;
}

/** True when the calendar does not hold the day's year, so that only its weekends are known. */
export function isProvisional(calendar: Calendar, day: Day): boolean {
  return !calendar.years.has(Number(day.slice(0, 4)));
}

/** Whether the day is worked: a make-up working day, or Monday to Friday and no holiday. See {@link isProvisional}. */
export function isWorkday(calendar: Calendar, day: Day): boolean {
  return calendar.isWorked(numberOf(day));
}

/**
 * The `count`-th working day after the day, or before it when negative; the day itself when 0.
 * The day counted from never counts (民法典 201). Throws RangeError when `count` is not an integer.
 */
export function addWorkdays(calendar: Calendar, day: Day, count: number): ReckonedDay {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a number of working days: ${count}`);
  const step = Math.sign(count);
  let reached = numberOf(day);
  for (let left = Math.abs(count); left > 0;) {
    reached += step;
    if (calendar.isWorked(reached)) left -= 1;
  }
  return onTheWay(calendar, day, dayAt(reached));
}

/** Working days after the first day up to and including the second; 0 when the second is not later. */
export function workdaysBetween(
  calendar: Calendar,
  afterDay: Day,
  upToDay: Day,
): { count: number; provisional: boolean } {
  let count = 0;
  for (let n = numberOf(afterDay) + 1, last = numberOf(upToDay); n <= last; n += 1) {
    if (calendar.isWorked(n)) count += 1;
  }
  return { count, provisional: onTheWay(calendar, afterDay, upToDay).provisional };
}

/** Every working day from the first day to the second, both included, in order; see {@link isProvisional}. */
export function workdaysIn(calendar: Calendar, first: Day, last: Day): Day[] {
  const days = Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, count) => addDays(first, count));
  return days.filter((day) => isWorkday(calendar, day));
}

/** The day itself when it is worked, else the first working day after it (民法典 203). */
export function nextWorkday(calendar: Calendar, day: Day): ReckonedDay {
  let reached = numberOf(day);
  while (!calendar.isWorked(reached)) reached += 1;
  return onTheWay(calendar, day, dayAt(reached));
}

/** The day reached, provisional where a year from one day to the other is not in the calendar. */
function onTheWay(calendar: Calendar, from: Day, day: Day): ReckonedDay {
  const [one, other] = [Number(from.slice(0, 4)), Number(day.slice(0, 4))];
  for (let year = Math.min(one, other); year <= Math.max(one, other); year += 1) {
    if (!calendar.years.has(year)) return { day, provisional: true };
  }
  return { day, provisional: false };
}

/** '11月26日（周四）', for display; the year is left to the reader's context. */
export function dayInWords(day: Day): string {
  const weekday = WEEKDAYS[weekdayOf(day)] ?? '';
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日（周${weekday}）`;
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(day: Day): number {
  return weekdayAt(numberOf(day));
}

function numberOf(day: Day): number {
  return (startOfDay(day) + OFFSET_MS) / DAY_MS;
}

function dayAt(dayNumber: number): Day {
  return dayOf(dayNumber * DAY_MS - OFFSET_MS);
}

/** 1970-01-01 was a Thursday. */
function weekdayAt(dayNumber: number): number {
  return (((dayNumber + 4) % 7) + 7) % 7;
}
