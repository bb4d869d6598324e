import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '../../domain/calendar.ts';
import { createAdminSystem, type AdminSystem } from '../support/administration.ts';
import { system } from '../support/administrators.ts';
import { todayForAWhile } from '../support/today.ts';

const tomorrow = addDays(await todayForAWhile(), 1);
let admin: AdminSystem;

beforeAll(async () => {
  admin = await createAdminSystem();
});
afterAll(() => admin.close());

function pack(relaxations: unknown) {
  return { packs: [{ agency: 'xltyj', effectiveFrom: tomorrow, limits: {}, relaxations }] };
}

describe('what a small agency relaxes', () => {
  test('needs its ground, and names nothing that the process does not know', async () => {
    for (const wrong of [
      { headDoesFirstReview: {} },
      { headDoesFirstReview: { ground: ' ' } },
      { noReview: { ground: '人少' } },
    ]) {
      expect((await admin.bring(system, 'parameters', pack(wrong))).status).toBe(400);
    }
  });

  test('comes with a pack of parameters, and lets those who help read the cases', async () => {
    const relaxations = {
      headDoesFirstReview: { ground: '科室仅三人' },
      pooledReviewers: { ground: '只有一名审核人员', agencies: ['czsw'] },
    };
    expect((await admin.bring(system, 'parameters', pack(relaxations))).body).toMatchObject({ applied: true });
    const rows = await admin.db.asOwner(
      'SELECT relaxations FROM parameter_pack WHERE agency_id = $1 AND effective_from = $2',
      ['xltyj', tomorrow],
    );
    expect(rows).toEqual([{ relaxations }]);
    const grants = await admin.db.asOwner(`SELECT grantee_id FROM agency_grant WHERE agency_id = 'xltyj' ORDER BY 1`);
    expect(grants).toEqual([{ grantee_id: 'czsw' }, { grantee_id: 'xltsf' }]);
  });

  test('is the same when it is brought again', async () => {
    const relaxations = {
      headDoesFirstReview: { ground: '科室仅三人' },
      pooledReviewers: { ground: '只有一名审核人员', agencies: ['czsw'] },
    };
    expect((await admin.bring(system, 'parameters', pack(relaxations))).body).toMatchObject({ changes: [] });
    const other = { headDoesFirstReview: { ground: '别的理由' } };
    expect((await admin.bring(system, 'parameters', pack(other))).body).toMatchObject({ code: 'import.packDiffers' });
  });
});
