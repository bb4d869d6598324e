import type { CalendarRecord } from './records.ts';

/** A year's notice as it is imported: day by day with names, or as the two lists of a folder. */
export interface CalendarNotice {
  year: number;
  source: string;
  documentNo?: string | undefined;
  issuedOn?: string | undefined;
  days?: { date: string; name: string; kind: 'off' | 'working' }[] | undefined;
  holidays?: string[] | undefined;
  makeUpWorkdays?: string[] | undefined;
}

/** The notice as it is kept. */
export function calendarRecordOf(notice: CalendarNotice): CalendarRecord {
  const { year, source, documentNo = null, issuedOn = null, days = [], holidays = [], makeUpWorkdays = [] } = notice;
  const dates = (kind: 'off' | 'working') => days.filter((day) => day.kind === kind).map(({ date }) => date);
  return {
    ...{ year, source, documentNo, issuedOn },
    holidays: [...holidays, ...dates('off')],
    makeUpWorkdays: [...makeUpWorkdays, ...dates('working')],
    names: Object.fromEntries(days.map(({ date, name }) => [date, name])),
  };
}
