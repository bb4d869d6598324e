import { describe, expect, test } from '@jest/globals';
import { maySend, outgoingWords, pauseAfter } from '../../domain/outgoing.ts';
import { calendar } from '../support/recorded-clocks.ts';

describe('what leaves says', () => {
  test('how many cases there are of what, each case once, and nothing else', () => {
    const words = outgoingWords({ reminder: ['a'], overdue: ['a', 'b'], task: ['c'], returned: ['c'], comment: ['d'] } as never); // prettier-ignore
    expect(words).toEqual({
      zh: '您有 1 件案件临近到期、2 件案件已到期、1 件案件待办理、1 件案件有新情况，请登录三项办理。',
      en: 'You have 1 case due soon, 2 cases due, 1 case waiting for you, 1 case with news. Please sign in to Sanxiang.',
    });
  });
});

describe('messages leave', () => {
  const hours = { from: 8.5 * 3_600_000, to: 17.5 * 3_600_000 };
  test.each([
    ['on a working day, when the office opens', '2026-03-02T08:30:00', true],
    ['not a second earlier', '2026-03-02T08:29:59', false],
    ['until it closes', '2026-03-02T17:29:59', true],
    ['not then', '2026-03-02T17:30:00', false],
    ['not on a Sunday', '2026-03-01T10:00:00', false],
    ['not on a holiday', '2026-02-17T10:00:00', false],
    ['on a Saturday that is worked', '2026-02-28T10:00:00', true],
  ])('%s', (_what, at, may) => expect(maySend(calendar, hours, Date.parse(`${at}+08:00`))).toBe(may));

  test('always, where that is set', () => {
    expect(maySend(calendar, null, Date.parse('2026-03-01T03:00:00+08:00'))).toBe(true);
  });
});

test('attempts come after longer and longer pauses, and end with the eighth', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7].map((attempts) => pauseAfter(attempts)!);
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  expect(pauses[0]).toBe(60_000);
  expect(pauseAfter(8)).toBeNull();
});
