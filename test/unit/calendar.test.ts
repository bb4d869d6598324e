import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addWorkdays,
  calendarOf,
  dayInWords,
  dayOf,
  daysBetween,
  endOfDay,
  isProvisional,
  isWorkday,
  nextWorkday,
  shanghai,
  startOfDay,
  workdaysBetween,
} from '../../domain/calendar.ts';
import { organisation } from '../support/demo-data.ts';

const calendar = calendarOf({ version: 1, years: [organisation.calendar] });
const dayIn2026 = fc.integer({ min: 0, max: 364 }).map((n) => addDays('2026-01-01', n));

describe('a day in Shanghai', () => {
  it('begins at 16:00 UTC of the day before', () => {
    expect(dayOf(Date.parse('2026-02-13T15:59:59.999Z'))).toBe('2026-02-13');
    expect(dayOf(Date.parse('2026-02-13T16:00:00.000Z'))).toBe('2026-02-14');
    expect(startOfDay('2026-02-14')).toBe(Date.parse('2026-02-14T00:00:00+08:00'));
  });

  it('ends at 23:59:59', () => {
    expect(shanghai(endOfDay('2026-12-31'))).toBe('2026-12-31T23:59:59+08:00');
    expect(dayOf(endOfDay('2026-12-31'))).toBe('2026-12-31');
  });

  it('is written with its offset and without fractions', () => {
    expect(shanghai(Date.parse('2026-02-14T02:30:00.987Z'))).toBe('2026-02-14T10:30:00+08:00');
  });

  it('is read in Chinese with its weekday', () => {
    expect(dayInWords('2026-11-26')).toBe('11月26日（周四）');
    expect(dayInWords('2026-03-01')).toBe('3月1日（周日）');
  });

  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '', '2026-02-14T00:00', '２０２６-02-14'])(
    '%j is refused',
    (text) => {
      expect(() => startOfDay(text)).toThrow(RangeError);
    },
  );

  it('survives being taken apart and put together', () => {
    fc.assert(
      fc.property(dayIn2026, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
        expect(dayOf(startOfDay(day))).toBe(day);
        expect(daysBetween(day, addDays(day, n))).toBe(n);
      }),
    );
  });
});

describe('a working day', () => {
  it('is Monday to Friday unless it is a holiday', () => {
    expect(isWorkday(calendar, '2026-02-13')).toBe(true);
    expect(isWorkday(calendar, '2026-02-16')).toBe(false);
    expect(isWorkday(calendar, '2026-03-07')).toBe(false);
  });

  it('can be a Saturday made up for a holiday', () => {
    expect(isWorkday(calendar, '2026-02-14')).toBe(true);
    expect(isWorkday(calendar, '2026-10-10')).toBe(true);
  });

  it('is reached across the Spring Festival by counting neither the first day nor the holidays', () => {
    expect(addWorkdays(calendar, '2026-02-13', 2)).toEqual({ day: '2026-02-24', provisional: false });
    expect(workdaysBetween(calendar, '2026-02-13', '2026-02-24')).toEqual({ count: 2, provisional: false });
  });

  it('can be looked for backwards', () => {
    expect(addWorkdays(calendar, '2026-02-24', -1).day).toBe('2026-02-14');
  });

  it('follows a day off', () => {
    expect(nextWorkday(calendar, '2026-10-01').day).toBe('2026-10-08');
    expect(nextWorkday(calendar, '2026-10-08').day).toBe('2026-10-08');
  });

  it('can be set by next year’s notice for the last days of this year', () => {
    const both = calendarOf({
      version: 2,
      years: [organisation.calendar, { year: 2027, holidays: ['2026-12-31', '2027-01-01'], makeUpWorkdays: [] }],
    });
    expect(isWorkday(both, '2026-12-31')).toBe(false);
  });

  it('is reached as many steps away as there are working days between', () => {
    fc.assert(
      fc.property(dayIn2026, fc.integer({ min: 0, max: 60 }), (day, n) => {
        const reached = addWorkdays(calendar, day, n);
        expect(workdaysBetween(calendar, day, reached.day).count).toBe(n);
        if (n > 0) expect(isWorkday(calendar, reached.day)).toBe(true);
      }),
    );
  });

  it('is not reached in a fraction of a day', () => {
    expect(() => addWorkdays(calendar, '2026-03-02', 1.5)).toThrow(RangeError);
  });
});

describe('a year that the calendar does not hold', () => {
  it('makes every result that reached it provisional', () => {
    expect(isProvisional(calendar, '2027-01-04')).toBe(true);
    expect(addWorkdays(calendar, '2026-12-31', 1)).toEqual({ day: '2027-01-01', provisional: true });
    expect(addWorkdays(calendar, '2027-01-04', -5).provisional).toBe(true);
    expect(workdaysBetween(calendar, '2025-12-31', '2026-01-05')).toEqual({ count: 2, provisional: true });
    expect(nextWorkday(calendar, '2027-01-02')).toEqual({ day: '2027-01-04', provisional: true });
  });

  it('leaves results inside the years it holds alone', () => {
    expect(addWorkdays(calendar, '2026-12-30', 1)).toEqual({ day: '2026-12-31', provisional: false });
  });
});
