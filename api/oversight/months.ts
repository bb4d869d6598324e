import { startOfDay } from '../../domain/calendar.ts';
import type { Looking } from './looking.ts';

/** The months asked for as moments, from included and until not; the last twelve unless told. */
export function monthsOf(
  query: { from?: string | undefined; to?: string | undefined },
  { today }: Pick<Looking, 'today'>,
): { from: Date; until: Date } {
  const to = query.to ?? today.slice(0, 7);
  const from = query.from ?? monthsLater(to, -11);
  return { from: new Date(startOfDay(`${from}-01`)), until: new Date(startOfDay(`${monthsLater(to, 1)}-01`)) };
}

function monthsLater(month: string, count: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}
