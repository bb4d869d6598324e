import { expect, test } from '@jest/globals';
import { movement } from '../../stories/moved-days.ts';
import { calendar } from '../support/recorded-clocks.ts';

// 27 February 2026 is a Friday; 28 February is worked, and 15 to 23 February are the Spring Festival.
const { day, text } = movement(calendar, '2026-02-27', '2026-11-20');

test('what lies before keeps its distance in working days, over a festival too', () => {
  expect(day('2026-02-27')).toBe('2026-11-20');
  expect(day('2026-02-26')).toBe('2026-11-19');
  expect(day('2026-02-13')).toBe('2026-11-13');
});

test('a day off becomes the working day before it', () => {
  expect(day('2026-02-20')).toBe(day('2026-02-14'));
});

test('what lies after keeps its distance in days and ends on a working day', () => {
  expect(day('2026-03-02')).toBe('2026-11-23');
  expect(day('2026-02-28')).toBe('2026-11-23');
});

test('a law’s day and a far end stay', () => {
  expect(day('2021-07-15')).toBe('2021-07-15');
  expect(day('2099-12-31')).toBe('2099-12-31');
});

test('days in words move with the year named last before them, and numbers take the year', () => {
  expect(text('2026年2月26日检查，2月27日复查；每年3个月')).toBe('2026年11月19日检查，11月20日复查；每年3个月');
  expect(text('2026年1月至2月工资')).toBe('2026年10月至11月工资');
  expect(text('2026-02-26T10:00:00+08:00')).toBe('2026-11-19T10:00:00+08:00');
  expect(movement(calendar, '2026-02-27', '2027-02-26').text('兴应急立〔2026〕2号，2026年度计划')).toBe(
    '兴应急立〔2027〕2号，2027年度计划',
  );
});
