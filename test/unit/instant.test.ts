import { expect, test } from '@jest/globals';
import { instantOf } from '../../domain/instant.ts';

test.each([
  ['2026-02-13', '2026-02-12T16:00:00.000Z', true],
  ['2026-02-13T09:15', '2026-02-13T01:15:00.000Z', false],
  ['2026-02-13T09:15:30', '2026-02-13T01:15:30.000Z', false],
  ['2026-02-13T09:15:30+08:00', '2026-02-13T01:15:30.000Z', false],
  ['2026-02-13T09:15:30Z', '2026-02-13T09:15:30.000Z', false],
  ['2026-02-13T09:15-03:30', '2026-02-13T12:45:00.000Z', false],
  ['2026-02-13T09:15 05:30', '2026-02-13T03:45:00.000Z', false],
])('%s is %s', (text, moment, dayOnly) => {
  expect(instantOf(text)).toEqual({ at: Date.parse(moment), dayOnly });
});

test.each([
  '',
  '2026-02-30',
  '2026-13-01',
  '2026-02-13T24:00',
  '2026-02-13T09',
  '13.02.2026',
  '2026-02-13T09:15+15:00',
])('"%s" is no moment', (text) => {
  expect(instantOf(text)).toBeNull();
});
