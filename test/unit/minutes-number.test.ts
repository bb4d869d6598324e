import { expect, test } from '@jest/globals';
import { nextMinutesNumber } from '../../domain/minutes-number.ts';

test('the next minutes go on with the last of the year and begin anew in the next one', () => {
  expect(nextMinutesNumber('局集体讨论纪要2026-9', 2026)).toBe('局集体讨论纪要2026-10');
  expect(nextMinutesNumber('局集体讨论纪要2026-9', 2027)).toBe('局集体讨论纪要2027-1');
  expect(nextMinutesNumber('兴应急纪要〔2026〕11号', 2026)).toBe('兴应急纪要〔2026〕12号');
});

test('minutes that are numbered in no known way, or not at all, are followed by a first one', () => {
  expect(nextMinutesNumber(null, 2026)).toBe('集体讨论纪要2026-1');
  expect(nextMinutesNumber('第三次会议', 2026)).toBe('集体讨论纪要2026-1');
});
