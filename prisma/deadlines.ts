import { calendarOf, type Calendar } from '../domain/calendar.ts';
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
export async function workCalendar(transaction: Transaction): Promise<Calendar> {
  const years = await transaction.calendarYear.findMany();
  const version = years.reduce((latest, year) => Math.max(latest, year.version), 0);
  return calendarOf({ version, years });
}
