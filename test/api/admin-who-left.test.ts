import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createAdminSystem, everything, type AdminSystem } from '../support/administration.ts';

const leave = (admin: AdminSystem) =>
  admin.db.asOwner(`UPDATE person SET left_on = '2026-01-01' WHERE id IN ('wsq-y1', 'wsq-c1', 'wsq-t1')`);

describe('whoever has left, though the account is open still', () => {
  let admin: AdminSystem;
  beforeAll(async () => {
    admin = await createAdminSystem();
    for (const person of ['wsq-y1', 'wsq-t1']) await admin.get(person, 'admin/areas');
    await leave(admin);
  });
  afterAll(() => admin.close());

  test.each([
    ['wsq-y1', 'admin/people'],
    ['wsq-t1', 'admin/changes'],
    ['wsq-t1', 'admin/ledger'],
  ])('reads nothing of administration: %s, %s', async (person, path) => {
    expect((await admin.get(person, path)).body).toMatchObject({ status: 401, code: 'session.expired' });
  });

  test('changes nothing', async () => {
    const answer = await admin.bring('wsq-y1', 'people', { people: [{ id: 'wsq-h1', title: '' }] });
    expect(answer.body).toMatchObject({ status: 401, code: 'session.expired' });
  });
});

describe('whoever has left by the day that a rehearsal says administers nothing', () => {
  let admin: AdminSystem;
  beforeAll(async () => {
    admin = await createAdminSystem('rehearsal');
    await leave(admin);
  });
  afterAll(() => admin.close());
  const standing = () => everything(admin.db);

  test.each([
    ['a role', 'wsq-c1', 'people/wsq-h1/roles', { role: 'publisher' }],
    ['an account', 'wsq-c1', 'people/wsq-h1/account', { what: 'disable' }],
    ['roles by an import', 'wsq-c1', 'imports/people?dryRun=false', { people: [{ id: 'wsq-h1', roles: ['leader'] }] }],
    ['an address', 'wsq-y1', 'people/wsq-h1/contact', { email: 'x@example.gov.cn' }],
    ['a robot', 'wsq-y1', 'robots', { key: '693axxx6-7aoc-4bc4-97a0-0ec2sifa5aaa' }],
    ['what an import would change', 'wsq-y1', 'imports/people?dryRun=true', { people: [{ id: 'wsq-h1', title: '' }] }],
  ])('not %s', async (_what, person, path, body) => {
    const before = await standing();
    expect((await admin.post(person, path, body)).body).toMatchObject({ status: 403, code: 'person.left' });
    expect(await standing()).toEqual(before);
  });

  test('not somebody’s leave', async () => {
    const { browser, csrf } = await admin.api.signedIn('wsq-y1');
    const answer = await browser
      .post('/api/v1/people/wsq-h1/leave')
      .set({ 'X-CSRF-Token': csrf, 'Idempotency-Key': 'leave-by-who-left' })
      .send({ from: '2027-01-04', to: '2027-01-05' });
    expect(answer.body).toMatchObject({ status: 403, code: 'person.left' });
  });
});
