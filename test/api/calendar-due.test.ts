import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { createTestApi, type TestApi } from '../support/api.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let db: TestDatabase;
let api: TestApi;

beforeAll(async () => {
  db = await createTestDatabase();
  api = createTestApi(db);
});
afterAll(async () => {
  await api.close();
  await db.close();
});

const ask = (query: Record<string, string>) => supertest(api.app).get('/api/v1/calendar/due').query(query);

describe('anybody may ask when a period ends', () => {
  // Reckoned by hand from the notices. prettier-ignore
  test.each<[string, Record<string, string>, string, boolean]>([
    ['over the Spring Festival of 2024 and both its make-up Sundays', { from: '2024-02-02', budget: '8', unit: 'wd' }, '2024-02-19', false],
    ['over the Spring Festival of 2025', { from: '2025-01-24', budget: '3', unit: 'wd' }, '2025-02-05', false],
    ['over the Spring Festival of 2026 and its make-up Saturday', { from: '2026-02-13T18:00:00+08:00', budget: '2', unit: 'wd' }, '2026-02-24', false],
    ['in calendar days ending on a day off', { from: '2025-09-01', budget: '30', unit: 'd' }, '2025-10-09', false],
    ['with a pause in working days', { from: '2026-03-02', budget: '5', unit: 'wd', pauses: '2026-03-03/2026-03-06' }, '2026-03-12', false],
    ['with two pauses in calendar days, in any order', { from: '2026-03-02', budget: '10', unit: 'd', pauses: '2026-03-09/2026-03-11,2026-03-03/2026-03-04' }, '2026-03-16', false],
    ['into a year that is not published', { from: '2026-12-30', budget: '3', unit: 'wd' }, '2027-01-04', true],
    ['from a moment in another zone', { from: '2026-03-02T20:00:00Z', budget: '1', unit: 'wd' }, '2026-03-04', false],
    ['from a moment whose plus sign nobody escaped', { from: '2026-03-03T04:00:00 08:00', budget: '1', unit: 'wd' }, '2026-03-04', false],
  ])('%s', async (_what, query, day, provisional) => {
    const { status, body } = await ask(query);
    expect({ status, body }).toMatchObject({ status: 200, body: { day, dueAt: `${day}T23:59:59+08:00`, provisional } });
    expect(body.explanation.zh).toContain('24时届满');
    expect(body.explanation.en).toContain(`due at the end of ${day}`);
  }); // prettier-ignore

  test('and is told how it came about', async () => {
    const { body } = await ask({ from: '2026-02-13', budget: '2', unit: 'wd' });
    expect(body.explanation).toEqual({
      zh: '期限2个工作日，自2026年2月13日（周五）起算，当日不计；2月15日（周日）至2月23日（周一）放假，不计；2月14日（周六）调休上班，计入；2026年2月24日（周二）24时届满。',
      en: '2 working days from 2026-02-13, that day not counted; holidays not counted: 2026-02-15 to 2026-02-23; make-up working days counted: 2026-02-14; due at the end of 2026-02-24.',
    });
  });

  test('and has the longest answer at once, in less than a second of work', async () => {
    const before = process.cpuUsage();
    const pauses = Array.from({ length: 50 }, (_, n) => `${2026 + n}-01-01/${2027 + n}-01-01`).join(',');
    const { status } = await ask({ from: '2026-01-01', budget: '3650', unit: 'wd', pauses });
    expect(status).toBe(200);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(1_000);
  });
});

const good = { from: '2026-03-02', budget: '5', unit: 'wd' };

// prettier-ignore
test.each<[string, Record<string, string>, string, string]>([
  ['no start', { budget: '5', unit: 'wd' }, 'from', 'required'],
  ['a day that does not exist', { ...good, from: '2026-02-30' }, 'from', 'ISO 8601'],
  ['a start beyond the years that are answered', { ...good, from: '2101-01-01' }, 'from', 'years 2000 to 2100'],
  ['a budget of zero', { ...good, budget: '0' }, 'budget', 'not below 1'],
  ['a budget below zero', { ...good, budget: '-3' }, 'budget', 'not below 1'],
  ['half a day', { ...good, budget: '1.5' }, 'budget', 'whole number'],
  ['a budget in words', { ...good, budget: 'five' }, 'budget', 'number'],
  ['a huge budget', { ...good, budget: '3651' }, 'budget', 'not above 3650'],
  ['an unknown unit', { ...good, unit: 'h' }, 'unit', 'wd, d'],
  ['a pause without an end', { ...good, pauses: '2026-03-03' }, 'pauses', 'from/to'],
  ['a pause that ends before it begins', { ...good, pauses: '2026-03-05/2026-03-03' }, 'pauses', 'ends before it begins'],
  ['pauses that overlap', { ...good, pauses: '2026-03-03/2026-03-05,2026-03-04/2026-03-06' }, 'pauses', 'overlap'],
  ['a pause before the start', { ...good, pauses: '2026-03-01/2026-03-03' }, 'pauses', 'before the period does'],
  ['an unknown word', { ...good, calendar: 'x' }, '', 'unknown field'],
])('%s is refused with the reason', async (_what, query, path, reason) => {
  const { status, body } = await ask(query);
  expect({ status, code: body.code }).toEqual({ status: 400, code: 'input.invalid' });
  const found = body.details.issues.find((issue: { path: string }) => issue.path === path);
  expect(found?.messageEn).toContain(reason);
  expect(found?.message).toMatch(/[一-龥]/);
});
