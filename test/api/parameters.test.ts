import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '../../domain/calendar.ts';
import { createAdminSystem, openCase, type AdminSystem } from '../support/administration.ts';
import { system } from '../support/administrators.ts';
import { todayForAWhile } from '../support/today.ts';

const tomorrow = addDays(await todayForAWhile(), 1);
let admin: AdminSystem;

beforeAll(async () => {
  admin = await createAdminSystem();
  for (const [id, stage] of [['one', 'investigating'], ['two', 'firstReview'], ['three', 'legalReview']] as const) {
    await openCase(admin.db, { id, stage, holder: ['xltyj-h1'], handlers: ['xltyj-h1', 'xltyj-h2'] });
  } // prettier-ignore
});
afterAll(() => admin.close());

const bring = (pack: object, dryRun: boolean) =>
  admin.bring(system, 'parameters', { packs: [{ agency: 'xltyj', effectiveFrom: tomorrow, limits: {}, ...pack }] }, { dryRun }); // prettier-ignore

describe('a pack of parameters', () => {
  const ladder = { legalReview: { plus5: 8 } };
  const kept = { legalReview: { value: 5, unit: 'wd' }, legalReviewExtension: { value: 3, unit: 'wd' } };

  test('is previewed with what it changes for the cases that are open now, and nothing is written', async () => {
    const { body } = await bring({ limits: { ...kept, firstReview: { value: 4, unit: 'wd' } }, ladder }, true);
    expect(body).toMatchObject({
      dryRun: true,
      applied: false,
      effects: [
        { limit: 'firstReview', label: '科室初审', before: { value: 2 }, after: { value: 4 }, comeToIt: 1 },
        { limit: 'legalReview', before: { ladder: { plus5: 5 } }, after: { ladder: { plus5: 8 } }, comeToIt: 2 },
      ],
    });
    expect(await admin.db.asOwner(`SELECT 1 FROM parameter_pack WHERE effective_from = '${tomorrow}'`)).toEqual([]);
  });

  test.each([
    ['tells the bureau before the leader', { ladder: { every: { plus2: 7 } } }, 409, 'import.ladderOrder'],
    ['names a rung that does not exist', { ladder: { every: { plus9: 1 } } }, 400, 'input.invalid'],
    ['names a limit that does not exist', { ladder: { lunch: { plus2: 1 } } }, 400, 'input.invalid'],
    ['counts days below zero', { ladder: { every: { plus2: -1 } } }, 400, 'input.invalid'],
    ['has a limit of no days', { limits: { firstReview: { value: 0, unit: 'wd' } } }, 400, 'input.invalid'],
    ['begins in the past', { effectiveFrom: '2026-01-05' }, 409, 'import.packInPast'],
  ])('that %s is refused with the reason', async (_what, pack, status, code) => {
    expect((await bring(pack, false)).body).toMatchObject({ status, code });
  });

  test('in force is told to everybody of the agency, beside the defaults', async () => {
    expect((await bring({ ladder }, false)).body).toMatchObject({ applied: true });
    const { body } = await admin.get('xltyj-h1', 'parameters');
    expect(body['defaults']).toMatchObject({ limits: { legalReview: { value: 5 } }, ladder: { plus2: 2, plus5: 5 } });
    expect(body['packs'].map(({ inForce }: { inForce: boolean }) => inForce)).toEqual([true, false]);
    expect(body['packs'][1]).toMatchObject({ effectiveFrom: tomorrow, ladder });
    expect((await admin.get('czsw-h1', 'parameters')).body['packs'].length).toBe(1);
  });
});
