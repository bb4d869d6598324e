import { calendarOf, type Calendar, type CalendarYear } from '../domain/calendar.ts';
import type { LadderRule } from '../domain/ladder.ts';
import type { LimitKey } from '../domain/process.ts';
import type { Transaction } from './client.ts';

export interface ParameterPack {
  /** The day the pack began, YYYY-MM-DD. */
  from: string;
  limits: Partial<Record<LimitKey, { value: number; unit: 'wd' | 'd' }>>;
  relaxations: Record<string, unknown>;
  /** The ladder of each limit where it differs; `every` for all. */
  ladder: Partial<Record<LimitKey | 'every', Partial<LadderRule>>>;
}

/** All packs of an agency, the earliest first. */
export async function packsOf(transaction: Transaction, agencyId: string): Promise<ParameterPack[]> {
  const rows = await transaction.parameterPack.findMany({ where: { agencyId }, orderBy: { effectiveFrom: 'asc' } });
  return rows.map(({ effectiveFrom, limits, relaxations, ladder }) => ({
    from: effectiveFrom.toISOString().slice(0, 10),
    limits: limits as ParameterPack['limits'],
    relaxations: relaxations as Record<string, unknown>,
    ladder: ladder as ParameterPack['ladder'],
  }));
}

/** The working-day calendar with every published year. */
export async function workCalendar(transaction: Pick<Transaction, 'calendarYear'>): Promise<Calendar> {
  const years = await transaction.calendarYear.findMany();
  return calendarAt(years, Infinity);
}

/** The version of the calendar in force; 0 before the first year. */
export async function calendarVersion({ calendarYear }: Pick<Transaction, 'calendarYear'>): Promise<number> {
  const { _max } = await calendarYear.aggregate({ _max: { version: true } });
  return _max.version ?? 0;
}

/** The calendar as it stood at each of its versions: a deadline explains itself on the one it was reckoned on. */
export async function workCalendars(
  transaction: Pick<Transaction, 'calendarYear'>,
): Promise<(version: number) => Calendar> {
  const years = await transaction.calendarYear.findMany();
  const read = new Map<number, Calendar>();
  return (version) => {
    const calendar = read.get(version) ?? calendarAt(years, version);
    read.set(version, calendar);
    return calendar;
  };
}

function calendarAt(all: (CalendarYear & { version: number })[], version: number): Calendar {
  const years = all.filter((year) => year.version <= version);
  return calendarOf({ version: years.reduce((latest, year) => Math.max(latest, year.version), 0), years });
}
