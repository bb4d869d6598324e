import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarOf, dayOf, daysBetween, endOfDay, isWorkday, startOfDay } from '../../domain/calendar.ts';
import type { DayUnit, Deadline, Pause } from '../../domain/deadline.ts';
import { dueAt, dueDay, reckon } from '../../domain/deadline.ts';
import { explain } from '../../domain/deadline-explanation.ts';
import { organisation } from '../support/demo-data.ts';

const calendar = calendarOf({ version: 1, years: [organisation.calendar] });

function deadline(budget: number, unit: DayUnit, startedAt: string, more: Partial<Deadline> = {}): Deadline {
  return { budget, unit, startedAt: Date.parse(startedAt), pauses: [], extensions: [], calendarVersion: 1, ...more };
}

function pause(from: string, to: string | null): Pause {
  return { from: Date.parse(from), to: to === null ? null : Date.parse(to) };
}

const start = fc.integer({ min: 0, max: 300 * 86_400 }).map((s) => startOfDay('2026-01-01') + s * 1000);
const closedPause = fc.tuple(fc.nat(40), fc.nat(40)).map(([from, length]) => ({ from, length }));
const anyDeadline = fc
  .record({
    budget: fc.integer({ min: 1, max: 40 }),
    unit: fc.constantFrom<DayUnit>('wd', 'd'),
    startedAt: start,
    pauses: fc.array(closedPause, { maxLength: 3 }),
  })
  .map(({ pauses, ...rest }): Deadline => {
    const at = (days: number): number => rest.startedAt + days * 86_400_000;
    return {
      ...rest,
      pauses: pauses.map((p) => ({ from: at(p.from), to: at(p.from + p.length) })),
      extensions: [],
      calendarVersion: 1,
    };
  });

describe('a deadline in working days', () => {
  it('does not count the day it began', () => {
    expect(dueDay(calendar, deadline(1, 'wd', '2026-03-02T00:00:00+08:00'))).toEqual({
      day: '2026-03-03',
      provisional: false,
    });
    expect(dueDay(calendar, deadline(1, 'wd', '2026-03-02T23:59:59+08:00'))?.day).toBe('2026-03-03');
  });

  it('ends at the last second of its day', () => {
    expect(dueAt(calendar, deadline(1, 'wd', '2026-03-02T09:00:00+08:00'))).toBe(
      Date.parse('2026-03-03T23:59:59+08:00'),
    );
  });

  it('is moved by the working days of a pause, not by its weekend', () => {
    const started = '2026-03-02T09:00:00+08:00';
    const paused = deadline(5, 'wd', started, {
      pauses: [pause('2026-03-05T10:00:00+08:00', '2026-03-10T10:00:00+08:00')],
    });
    expect(dueDay(calendar, paused)?.day).toBe('2026-03-12');
  });

  it('is not moved by a pause that ends on the day it began', () => {
    const paused = deadline(5, 'wd', '2026-03-02T09:00:00+08:00', {
      pauses: [pause('2026-03-05T10:00:00+08:00', '2026-03-05T16:00:00+08:00')],
    });
    expect(dueDay(calendar, paused)?.day).toBe('2026-03-09');
  });

  it('is extended by working days', () => {
    const extended = deadline(5, 'wd', '2026-02-26T09:30:00+08:00', {
      extensions: [{ budget: 3, reason: '案情复杂' }],
    });
    expect(dueDay(calendar, extended)?.day).toBe('2026-03-09');
  });

  it('always ends on a working day', () => {
    fc.assert(
      fc.property(anyDeadline, (d) => {
        const due = dueDay(calendar, d);
        expect(due && isWorkday(calendar, due.day)).toBe(true);
      }),
    );
  });
});

describe('a deadline in calendar days', () => {
  it('moves off a day off', () => {
    expect(dueDay(calendar, deadline(30, 'd', '2026-09-01T10:00:00+08:00'))?.day).toBe('2026-10-08');
  });

  it('is moved by the calendar days of a pause', () => {
    const paused = deadline(30, 'd', '2026-03-02T10:00:00+08:00', {
      pauses: [pause('2026-03-05T10:00:00+08:00', '2026-03-10T10:00:00+08:00')],
    });
    expect(dueDay(calendar, paused)?.day).toBe('2026-04-07');
    expect(reckon(calendar, paused)?.lastDay).toBe('2026-04-06');
  });
});

describe('a deadline', () => {
  it('has no due day while a pause is open', () => {
    const open = deadline(5, 'wd', '2026-03-02T09:00:00+08:00', { pauses: [pause('2026-03-05T10:00:00+08:00', null)] });
    expect(dueDay(calendar, open)).toBeNull();
    expect(dueAt(calendar, open)).toBeNull();
  });

  it('is provisional when it reaches into a year without a calendar', () => {
    expect(dueDay(calendar, deadline(5, 'wd', '2026-12-28T09:00:00+08:00'))).toEqual({
      day: '2027-01-04',
      provisional: true,
    });
    expect(dueDay(calendar, deadline(90, 'd', '2026-11-02T09:00:00+08:00'))?.provisional).toBe(true);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses a budget of %p days', (budget) => {
    expect(() => dueDay(calendar, deadline(budget, 'wd', '2026-03-02T09:00:00+08:00'))).toThrow(RangeError);
  });

  it.each([-1, 0.5, Number.NaN])('refuses an extension by %p days', (budget) => {
    const extended = deadline(5, 'wd', '2026-03-02T09:00:00+08:00', { extensions: [{ budget }] });
    expect(() => dueDay(calendar, extended)).toThrow(RangeError);
  });

  it('refuses a pause that ends before it began', () => {
    const pauses = [pause('2026-03-05T10:00:00+08:00', '2026-03-04T10:00:00+08:00')];
    expect(() => dueDay(calendar, deadline(5, 'd', '2026-03-02T09:00:00+08:00', { pauses }))).toThrow(RangeError);
  });

  it('with a larger budget is never due earlier', () => {
    fc.assert(
      fc.property(anyDeadline, fc.nat(10), (d, more) => {
        const [due, later] = [dueDay(calendar, d), dueDay(calendar, { ...d, budget: d.budget + more })];
        expect(due !== null && later !== null && later.day >= due.day).toBe(true);
      }),
    );
  });

  it('is never due earlier for having been paused, and counts no paused day twice', () => {
    fc.assert(
      fc.property(anyDeadline, (d) => {
        const paused = dueAt(calendar, d) ?? 0;
        expect(paused).toBeGreaterThanOrEqual(dueAt(calendar, { ...d, pauses: [] }) ?? 0);
        expect(dueAt(calendar, { ...d, pauses: [...d.pauses, ...d.pauses] })).toBe(paused);
      }),
    );
  });

  it('does not depend on the order in which its pauses were written down', () => {
    fc.assert(
      fc.property(anyDeadline, (d) => {
        expect(dueDay(calendar, { ...d, pauses: d.pauses.toReversed() })).toEqual(dueDay(calendar, d));
      }),
    );
  });

  it('in calendar days never falls more than the longest holiday after its last counted day', () => {
    fc.assert(
      fc.property(anyDeadline, (d) => {
        const reckoning = reckon(calendar, { ...d, unit: 'd', pauses: [] });
        expect(reckoning?.lastDay).toBe(addDays(dayOf(d.startedAt), d.budget));
        expect(daysBetween(reckoning?.lastDay ?? '', reckoning?.day ?? '')).toBeLessThanOrEqual(9);
        expect(dueAt(calendar, { ...d, unit: 'd', pauses: [] })).toBe(endOfDay(reckoning?.day ?? ''));
      }),
    );
  });
});

describe('the explanation', () => {
  it('names the pause and the make-up day', () => {
    const review = deadline(5, 'wd', '2026-02-26T09:30:00+08:00', {
      pauses: [pause('2026-02-28T11:00:00+08:00', '2026-03-04T10:20:00+08:00')],
    });
    expect(explain(calendar, review).zh).toBe(
      '期限5个工作日，自2026年2月26日（周四）起算，当日不计；2月28日（周六）至3月4日（周三）暂停，顺延3个工作日；' +
        '2月28日（周六）调休上班，计入；2026年3月9日（周一）24时届满。',
    );
    expect(explain(calendar, review).en).toBe(
      '5 working days from 2026-02-26, that day not counted; paused from 2026-02-28 to 2026-03-04, moved by 3 working days; ' +
        'make-up working days counted: 2026-02-28; due at the end of 2026-03-09.',
    );
  });

  it('names the make-up day on which a period ends', () => {
    expect(explain(calendar, deadline(1, 'wd', '2026-02-13T10:00:00+08:00')).zh).toBe(
      '期限1个工作日，自2026年2月13日（周五）起算，当日不计；2月14日（周六）调休上班，计入；2026年2月14日（周六）24时届满。',
    );
  });

  it('names the holidays passed over and the extension', () => {
    const review = deadline(5, 'wd', '2026-02-11T09:40:00+08:00', { extensions: [{ budget: 1, reason: '案情复杂' }] });
    const { zh, en } = explain(calendar, review);
    expect(zh).toContain('延长1个工作日（案情复杂）；2月15日（周日）至2月23日（周一）放假，不计');
    expect(en).toContain('extended by 1 working day (案情复杂); holidays not counted: 2026-02-15 to 2026-02-23');
  });

  it('says that a period ending on a day off moved', () => {
    const { zh } = explain(calendar, deadline(30, 'd', '2026-09-01T10:00:00+08:00'));
    expect(zh).toContain('最后一日10月1日（周四）为休息日，顺延至其后第一个工作日；2026年10月8日（周四）24时届满');
  });

  it('owns up to a year without a calendar', () => {
    const { zh, en } = explain(calendar, deadline(5, 'wd', '2026-12-28T09:00:00+08:00'));
    expect(zh).toContain('放假安排尚未公布');
    expect(en).toContain('provisional');
  });

  it('gives no day while the clock stands still', () => {
    const open = deadline(5, 'wd', '2026-03-02T09:00:00+08:00', { pauses: [pause('2026-03-05T10:00:00+08:00', null)] });
    expect(explain(calendar, open).zh).toContain('自2026年3月5日（周四）起暂停，恢复后再算届满日');
  });
});
