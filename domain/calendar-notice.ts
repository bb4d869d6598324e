import type { Calendar, Day } from './calendar.ts';

/** The year of that day and the next, as far as the calendar does not hold them. */
export function missingYears(calendar: Calendar, today: Day): number[] {
  const year = Number(today.slice(0, 4));
  return [year, year + 1].filter((one) => !calendar.years.has(one));
}

/**
 * What overseers and administrators are told of a year that is missing, or null while nobody waits for it: the State Council
 * publishes the next year's arrangement in November, and until then it matters where a deadline reaches into it.
 */
export function missingYearNotice(
  missing: number[],
  provisionalDeadlines: number,
  today: Day,
): { zh: string; en: string } | null {
  const expected = missing.some((year) => `${year - 1}-11-01` <= today);
  if (missing.length === 0 || (!expected && provisionalDeadlines === 0)) return null;
  const years = missing.join('、');
  return {
    zh: `${years}年放假安排尚未导入，有${provisionalDeadlines}个期限暂定；请在国务院办公厅通知公布后由系统管理员导入。`,
    en: `The holidays of ${missing.join(', ')} are not imported yet and ${provisionalDeadlines} deadlines are provisional; let a system administrator import the notice of the State Council when it is published.`,
  };
}
