import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { checkSystem } from '../../check/check-system.ts';
import { invariants } from '../../check/invariant.ts';
import type { Report } from '../../check/report.ts';
import { copyCase } from '../check/copied-cases.ts';
import { faults } from '../check/faults.ts';
import { createToldSystem, type ToldSystem } from '../check/told-system.ts';
import { withClient } from '../support/database.ts';
import { keep, sized } from './proof.ts';

jest.setTimeout(600_000);

const copies = sized(30, 2_400);
let told: ToldSystem;
const figures: Record<string, number | string> = {
  Invariants: Object.keys(invariants).length,
  'Faults planted': faults.length,
  'Faults found by their own invariant': 0,
};

beforeAll(async () => {
  told = await createToldSystem();
}, 240_000);
afterAll(() => told?.close());

const broken = ({ results }: Report) =>
  results.flatMap(({ name, first }) => first.map(({ what }) => `${name}: ${what}`));

describe('a fault is found by the name of its invariant', () => {
  afterEach(() => told.restore());

  test.each(faults)('%s: %s', async (_what, invariant, sql) => {
    await told.plant(sql(told));
    const report = await checkSystem(told.system.db.ownerUrl);
    const result = report.results.find(({ name }) => name === invariant)!;
    expect(result.broken).toBeGreaterThan(0);
    expect(result.first[0]?.what).toBeTruthy();
    expect(report.holds).toBe(false);
    figures['Faults found by their own invariant'] = Number(figures['Faults found by their own invariant']) + 1;
  });

  test('each invariant of the database is broken by two of them at least', () => {
    const counts = Object.values(invariants)
      .filter(({ name }) => name !== 'temporal-agrees')
      .map(({ name }) => [name, faults.filter(([, invariant]) => invariant === name).length >= 2]);
    expect(counts.filter(([, enough]) => !enough)).toEqual([]);
  });
});

test(`among ${copies} cases it finds nothing where nothing is wrong, and the one that is`, async () => {
  await withClient(told.system.db.adminUrl, async (client) => {
    for (const [n, id] of [told.whole, told.amended, told.annulled].entries()) {
      await copyCase(client, id, copies / 3, n * 1_000_000);
    }
  });
  const before = process.memoryUsage().rss;
  let most = before;
  const begun = Date.now();
  const report = await checkSystem(told.system.db.ownerUrl, {
    say: () => (most = Math.max(most, process.memoryUsage().rss)),
  });
  const seconds = (Date.now() - begun) / 1_000;
  expect(broken(report)).toEqual([]);
  // Beside the cases one supervision order on an agency is looked at.
  const cases = report.results.find(({ name }) => name === 'fold-gives-read-model')!.looked - 1;
  expect(cases).toBe(copies + 4);
  Object.assign(figures, {
    'Cases in the large database': cases,
    'Ledger entries in it': report.results.find(({ name }) => name === 'ledger-unbroken')!.looked,
    'Cases checked a second': Math.round(cases / seconds),
    'Memory beyond the start (MB)': Math.round((most - before) / 1e6),
  });
  await told.plant(
    `UPDATE case_file SET round = 7 WHERE id = (SELECT max(id) FROM case_file WHERE id <> '${told.waiting}')`,
  );
  expect(broken(await checkSystem(told.system.db.ownerUrl))).toEqual([
    'fold-gives-read-model: round is not what the events give',
  ]);
  keep({
    part: 'checker',
    title: 'The consistency checker finds what is planted, and nothing where nothing is',
    what: 'Faults were planted in the database behind the back of every trigger, each to be found by the invariant it breaks; in a large database without any, one finding would have failed it.',
    figures,
  });
});
