import type { Calendar, Day } from '../domain/calendar.ts';
import { missingYearNotice, missingYears } from '../domain/calendar-notice.ts';
import type { Transaction } from './client.ts';
import { workCalendar } from './deadlines.ts';

/** How the calendar stands on a day, for all agencies together. */
export interface CalendarStanding {
  calendar: Calendar;
  /** This year and the next, as far as they are not published. */
  missing: number[];
  /** Running deadlines that rest on a year that is not published. */
  provisionalDeadlines: number;
  /** What overseers and administrators are to be told; null while there is nothing to tell. */
  notice: { zh: string; en: string } | null;
}

/** Whether the calendar holds the years that deadlines need, and what is to be told where it does not. */
export async function calendarStanding(
  transaction: Pick<Transaction, 'calendarYear' | '$queryRaw'>,
  today: Day,
): Promise<CalendarStanding> {
  const calendar = await workCalendar(transaction);
  const [row] = await transaction.$queryRaw<{ count: number }[]>`SELECT provisional_deadlines() AS count`;
  const provisionalDeadlines = row?.count ?? 0;
  const missing = missingYears(calendar, today);
  return { calendar, missing, provisionalDeadlines, notice: missingYearNotice(missing, provisionalDeadlines, today) };
}
