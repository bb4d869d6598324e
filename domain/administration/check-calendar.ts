import { weekdayOf } from '../calendar.ts';
import { broken, type Break } from './import-breaks.ts';
import type { CalendarRecord } from './records.ts';

/**
 * Whether a year's arrangement can be as it is written, whether the year is published with other days, and whether the
 * years beside it say otherwise of one of its days.
 */
export function checkCalendar(
  year: CalendarRecord,
  published: CalendarRecord | null,
  beside: CalendarRecord[],
): Break[] {
  const wrong = (code: Break['code'], days: string[]): Break[] =>
    days.length > 0 ? [broken(code, 'calendarYear', String(year.year), { days })] : [];
  const days = [...year.holidays, ...year.makeUpWorkdays];
  return [
    ...wrong('import.dayTwice', [...new Set(days.filter((day, index) => days.indexOf(day) !== index))]),
    ...wrong(
      'import.makeUpOnWeekday',
      year.makeUpWorkdays.filter((day) => ![0, 6].includes(weekdayOf(day))),
    ),
    ...wrong(
      'import.dayOutsideYear',
      days.filter((day) => !belongsTo(day, year.year)),
    ),
    ...wrong('import.dayOtherwise', [
      ...year.holidays.filter((day) => beside.some(({ makeUpWorkdays }) => makeUpWorkdays.includes(day))),
      ...year.makeUpWorkdays.filter((day) => beside.some(({ holidays }) => holidays.includes(day))),
    ]),
    ...(year.holidays.length === 0 ? [broken('import.noDayOff', 'calendarYear', String(year.year))] : []),
    ...(published && !sameDays(year, published)
      ? [broken('import.calendarDiffers', 'calendarYear', String(year.year), { published: published.source })]
      : []),
  ];
}

/** Equal whatever the order in which the days are listed. */
export function sameDays(one: CalendarRecord, other: CalendarRecord): boolean {
  const list = ({ holidays, makeUpWorkdays }: CalendarRecord) =>
    JSON.stringify([holidays.toSorted(), makeUpWorkdays.toSorted()]);
  return list(one) === list(other);
}

/** A year's notice may name days of the December before (元旦). */
function belongsTo(day: string, year: number): boolean {
  return day.startsWith(`${year}-`) || day.startsWith(`${year - 1}-12-`);
}
