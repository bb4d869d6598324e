import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { checkSystem } from '../../check/check-system.ts';
import { createAdminSystem, type AdminSystem } from '../support/administration.ts';

let admin: AdminSystem;
beforeAll(async () => {
  admin = await createAdminSystem('rehearsal');
  const people = ['xltyj-h1', 'xtfg-h1'].map((id) => ({ id, title: '主任科员' }));
  const answer = await admin.bring('rehearsal-admin', 'people', { people });
  expect(answer.body).toMatchObject({ applied: true });
});
afterAll(() => admin.close());

const broken = async () =>
  (await checkSystem(admin.db.ownerUrl)).results.filter((result) => result.broken > 0).map(({ name }) => name);

test('what administrators change in two agencies at once has an entry in the ledger of each', async () => {
  expect(await broken()).toEqual([]);
});

test('an administrator’s change that was altered, is somebody else’s, or has lost its entry, is found', async () => {
  await admin.db.asOwner('ALTER TABLE admin_change DISABLE TRIGGER USER');
  const asked = `UPDATE command_intake SET person_id = $1 WHERE id = (SELECT command_id FROM admin_change LIMIT 1)`;
  await admin.db.asOwner(asked, ['somebody']);
  expect(await broken()).toContain('one-effect-per-command');
  await admin.db.asOwner(asked, ['rehearsal-admin']);
  expect(await broken()).toEqual([]);
  await admin.db.asOwner(`UPDATE admin_change SET after = after || '{"title": "局长"}' WHERE target = 'xtfg-h1'`);
  expect(await broken()).toEqual(['ledger-unbroken']);
  await admin.db.asOwner(`UPDATE admin_change SET command_id = 'another' WHERE target = 'xtfg-h1'`);
  expect(await broken()).toEqual(['one-effect-per-command', 'one-ledger-entry']);
});
