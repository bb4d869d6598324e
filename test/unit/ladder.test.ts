import { describe, expect, test } from '@jest/globals';
import { calendarOf, shanghai } from '../../domain/calendar.ts';
import { reckon, type Deadline } from '../../domain/deadline.ts';
import { defaultLadder, rungMoments } from '../../domain/ladder.ts';
import { organisation } from '../support/demo-data.ts';

const calendar = calendarOf({ version: 1, years: [organisation.calendar] });
const at = (text: string) => Date.parse(`${text}+08:00`);

function ladderOf(given: Partial<Deadline> & { startedAt: number; budget: number }, rule = defaultLadder) {
  const deadline: Deadline = { unit: 'wd', pauses: [], extensions: [], calendarVersion: 1, ...given };
  const moments = rungMoments(calendar, deadline.unit, reckon(calendar, deadline)!, rule);
  return Object.entries(moments).map(([rung, moment]) => `${rung} ${shanghai(moment).slice(0, 19)}`);
}

describe('the ladder of a deadline', () => {
  test('is that of the late legal review in the sample stories, over a make-up Sunday and the National Day holidays', () => {
    expect(ladderOf({ startedAt: at('2026-09-17T10:00:00'), budget: 5 })).toEqual([
      'halfWay 2026-09-21T00:00:00',
      'oneDayBefore 2026-09-22T00:00:00',
      'due 2026-09-24T00:00:00',
      'plus2 2026-09-29T00:00:00',
      'plus5 2026-10-09T00:00:00',
    ]);
  });

  test('has no reminder within one working day, for every one would lie on the first day', () => {
    expect(ladderOf({ startedAt: at('2026-03-02T09:00:00'), budget: 1 })).toEqual([
      'due 2026-03-04T00:00:00',
      'plus2 2026-03-06T00:00:00',
      'plus5 2026-03-11T00:00:00',
    ]);
  });

  test('begun on a Saturday has none on the Friday before either', () => {
    expect(ladderOf({ startedAt: at('2026-03-07T09:00:00'), budget: 1 })[0]).toBe('due 2026-03-10T00:00:00');
  });

  test('keeps the later of two reminders that fall on one day', () => {
    expect(ladderOf({ startedAt: at('2026-03-02T09:00:00'), budget: 2 }).slice(0, 2)).toEqual([
      'oneDayBefore 2026-03-03T00:00:00',
      'due 2026-03-05T00:00:00',
    ]);
  });

  test('in calendar days reminds half-way on a working day', () => {
    expect(ladderOf({ startedAt: at('2026-03-02T09:00:00'), budget: 10, unit: 'd' })).toEqual([
      'halfWay 2026-03-09T00:00:00',
      'oneDayBefore 2026-03-11T00:00:00',
      'due 2026-03-13T00:00:00',
      'plus2 2026-03-17T00:00:00',
      'plus5 2026-03-20T00:00:00',
    ]);
  });

  test.each([
    ['before half-way moves every rung', '2026-03-03', '2026-03-05', '2026-03-09', '2026-03-10'],
    ['after half-way moves the later ones only', '2026-03-05', '2026-03-09', '2026-03-05', '2026-03-10'],
  ])('and a pause %s', (_what, from, to, halfWay, before) => {
    const pauses = [{ from: at(`${from}T15:00:00`), to: at(`${to}T09:00:00`) }];
    expect(ladderOf({ startedAt: at('2026-03-02T09:00:00'), budget: 5, pauses }).slice(0, 3)).toEqual([
      `halfWay ${halfWay}T00:00:00`,
      `oneDayBefore ${before}T00:00:00`,
      'due 2026-03-12T00:00:00',
    ]);
  });

  test('reaches half-way of the whole once it was extended', () => {
    expect(ladderOf({ startedAt: at('2026-03-02T09:00:00'), budget: 5, extensions: [{ budget: 3 }] })[0]).toBe(
      'halfWay 2026-03-06T00:00:00',
    );
  });

  test('is what the pack says, and what is off does not fire; due is always marked', () => {
    const rule = { halfWay: false, oneDayBefore: 2, plus2: 0, plus5: 3 };
    expect(ladderOf({ startedAt: at('2026-03-02T09:00:00'), budget: 5 }, rule)).toEqual([
      'oneDayBefore 2026-03-05T00:00:00',
      'due 2026-03-10T00:00:00',
      'plus5 2026-03-13T00:00:00',
    ]);
    const off = { halfWay: false, oneDayBefore: 0, plus2: 0, plus5: 0 };
    expect(ladderOf({ startedAt: at('2026-03-02T09:00:00'), budget: 5 }, off)).toEqual(['due 2026-03-10T00:00:00']);
  });
});
