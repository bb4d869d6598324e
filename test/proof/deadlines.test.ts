import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { calendarOf, isWorkday, type CalendarYear } from '../../domain/calendar.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { findPython } from './deadlines/python.ts';
import { randomDeadline, type Asked } from './deadlines/random-deadline.ts';
import { keep, long, seed, sized } from './proof.ts';
import { randomFrom } from './random.ts';

jest.setTimeout(300_000);

const zones = ['Asia/Shanghai', 'America/New_York', 'Pacific/Apia'];
const count = sized(1_000, 10_000);
const { answers, missing } = findPython();
const suite = missing ? describe.skip : describe;

interface Reckoned {
  due: { day: string; provisional: boolean };
  explained: object;
  route: { day: string; dueAt: string; provisional: boolean };
}

suite(`${count} random deadlines of 2024 to 2026${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let db: TestDatabase;
  let years: CalendarYear[];
  let asked: Asked[];
  let reckoned: Reckoned[][];

  beforeAll(async () => {
    if (long) process.stderr.write(`deadlines: seed ${seed}\n`);
    db = await createTestDatabase();
    const rows = await db.database.calendarYear.findMany({ orderBy: { year: 'asc' } });
    years = rows.map(({ year, holidays, makeUpWorkdays }) => ({ year, holidays, makeUpWorkdays }));
    const random = randomFrom(seed);
    asked = Array.from({ length: count }, () => randomDeadline(random));
    reckoned = zones.map((zone) => reckonIn(zone));
  });
  afterAll(() => db?.close());

  const lines = (values: object[]) => values.map((value) => JSON.stringify(value)).join('\n');

  function reckonIn(zone: string): Reckoned[] {
    const args = ['--import', 'tsx', 'test/proof/deadlines/reckon.ts'];
    const env = { ...process.env, NODE_OPTIONS: '', TZ: zone };
    const input = lines([years, ...asked]);
    const child = spawnSync(process.execPath, args, { input, env, encoding: 'utf8', maxBuffer: 1e9 });
    if (child.status !== 0) throw new Error(child.stderr);
    return child.stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as Reckoned); // prettier-ignore
  }

  test('the seeded years have the working days that an independent source has', () => {
    const calendar = calendarOf({ version: 1, years });
    const theirs = answers!<[string, boolean]>('', ['--calendar']);
    expect(theirs.length).toBe(366 + 365 + 365);
    expect(theirs.filter(([day, worked]) => isWorkday(calendar, day) !== worked)).toEqual([]);
  });

  test('end on the day that an independent implementation finds, and are provisional exactly where it finds none', () => {
    const theirs = answers!<string | null>(lines(asked));
    const ours = reckoned[0]!.map(({ due }) => (due.provisional ? null : due.day));
    const wrong = asked.flatMap((one, n) => (ours[n] === theirs[n] ? [] : [{ one, ours: ours[n], theirs: theirs[n] }]));
    expect({ seed, wrong: wrong.length, first: wrong.slice(0, 3) }).toEqual({ seed, wrong: 0, first: [] });
    const known = theirs.filter((day) => day !== null).length;
    expect(known).toBeGreaterThan(count * 0.8);
    keep({
      part: 'deadlines',
      title: '期限与独立实现一致 Deadlines as an independent implementation finds them',
      what: 'Random starts, budgets, pauses and extensions; a day that differs from what Python finds on chinesecalendar 1.11.0, or between two time zones, would have failed it.',
      figures: {
        deadlines: count,
        'in working days': asked.filter(({ unit }) => unit === 'wd').length,
        'with pauses': asked.filter(({ pauses }) => pauses.length > 0).length,
        'with extensions': asked.filter(({ extensions }) => extensions.length > 0).length,
        'reaching into a year that is not published': count - known,
        'time zones': zones.join(', '),
        different: 0,
      },
    });
  });

  test('are the same to the letter in each of three time zones, as is what the public route says', () => {
    for (const [index, zone] of zones.entries()) {
      const other = reckoned[index]!;
      const differ = other.filter((one, n) => JSON.stringify(one) !== JSON.stringify(reckoned[0]![n]));
      expect({ zone, seed, differ: differ.slice(0, 2) }).toEqual({ zone, seed, differ: [] });
    }
  });

  test('are what the public route answers to the same question', () => {
    const differ = reckoned[0]!.filter(
      ({ due, route }) => due.day !== route.day || due.provisional !== route.provisional,
    );
    expect({ seed, differ: differ.slice(0, 2) }).toEqual({ seed, differ: [] });
    expect(reckoned[0]!.every(({ route }) => route.dueAt === `${route.day}T23:59:59+08:00`)).toBe(true);
  });
});
