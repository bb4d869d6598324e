import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { checkSystem } from '../../check/check-system.ts';
import { tableOf, type Report } from '../../check/report.ts';
import type { Workflows } from '../../check/temporal-agrees.ts';
import { createToldSystem, type ToldSystem } from './told-system.ts';

let told: ToldSystem;
beforeAll(async () => {
  told = await createToldSystem();
});
afterAll(() => told.close());

const broken = ({ results }: Report) => results.filter((result) => result.broken > 0).map(({ name }) => name);
const check = (workflows?: Workflows) =>
  checkSystem(told.system.db.ownerUrl, { workflows, evidence: told.system.api.config.evidenceDir });

test('everything holds of a system that nobody tampered with, and every invariant looked at something', async () => {
  const report = await check();
  expect(broken(report)).toEqual([]);
  expect(report.holds).toBe(true);
  const idle = report.results.filter(({ looked }) => looked === 0).map(({ name }) => name);
  expect(idle).toEqual(['temporal-agrees']);
  expect(tableOf(report)).toMatch(/未核对 not checked/);
});

describe('Temporal is looked at beside the database', () => {
  /** A Temporal that runs these workflows. */
  function running(stages: Record<string, string>, orders = [`supervision-order:${told.order}`]): Workflows {
    return {
      running: async function* () {
        for (const [id, stage] of Object.entries(stages)) yield { id, stage };
      },
      runningOrders: async function* () {
        yield* orders;
      },
      now: async (id) => (orders.includes(id) ? { stage: null } : stages[id] ? { stage: stages[id] } : null),
    };
  }
  const ours = (stage: string) => ({ [`case:${told.waiting}`]: stage, [`case:${told.amended}`]: 'fulfilment' });

  test('one workflow for each open case, in its stage, and none for the archived ones', async () => {
    expect(broken(await check(running(ours('deliberation'))))).toEqual([]);
  });

  test('a list that still names an ended one beside the one that followed it is no fault', async () => {
    const now = running(ours('deliberation'));
    const twice: Workflows = {
      ...now,
      running: async function* () {
        yield* now.running();
        yield* running(ours('issuing')).running();
      },
    };
    expect(broken(await check(twice))).toEqual([]);
  });

  test.each([
    ['no workflow for an open case', () => ({ [`case:${told.waiting}`]: 'deliberation' })],
    ['a workflow in another stage', () => ours('issuing')],
    ['a workflow for an archived case', () => ({ ...ours('deliberation'), [`case:${told.whole}`]: 'archived' })],
    ['a workflow without a case', () => ({ ...ours('deliberation'), 'case:nobody': 'intake' })],
  ])('%s', async (_what, stages) => {
    expect(broken(await check(running(stages())))).toEqual(['temporal-agrees']);
  });

  test.each([
    ['no workflow for an order on an agency', () => []],
    ['a workflow for an order that there is not', () => [`supervision-order:${told.order}`, 'supervision-order:none']],
  ])('%s', async (_what, orders) => {
    expect(broken(await check(running(ours('deliberation'), orders())))).toEqual(['temporal-agrees']);
  });

  test('a list that lags behind is no fault', async () => {
    const { now } = running(ours('deliberation'));
    expect(broken(await check({ ...running({}), now }))).toEqual([]);
  });
});

describe('a database that it does not know is refused', () => {
  afterEach(() => told.restore());

  test('with newer migrations', async () => {
    await told.plant(
      `UPDATE _prisma_migrations SET migration_name = '29990101000000_later' WHERE migration_name LIKE '%one_round_trip'`,
    );
    await expect(check()).rejects.toThrow(/29990101000000_later/);
  });

  test('of somebody else', async () => {
    const url = new URL(told.system.db.ownerUrl);
    url.pathname = '/postgres';
    await expect(checkSystem(url.toString())).rejects.toThrow(/not a database of Sanxiang/);
  });

  test('as a role from which rows are hidden', async () => {
    await expect(checkSystem(told.system.db.appUrl)).rejects.toThrow(/DATABASE_OWNER_URL/);
  });
});
