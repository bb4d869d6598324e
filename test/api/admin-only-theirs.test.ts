import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createAdminSystem, everything, type AdminSystem } from '../support/administration.ts';
import { password } from '../support/api.ts';
import { audit, security, system } from '../support/administrators.ts';

let admin: AdminSystem;

beforeAll(async () => {
  admin = await createAdminSystem();
});
afterAll(() => admin.close());

const accounts = () => admin.db.asOwner('SELECT id, password_hash, disabled FROM account ORDER BY id');
const addresses = () => admin.db.asOwner('SELECT * FROM notice_contact UNION ALL SELECT agency_id, section_id, key FROM notice_robot'); // prettier-ignore
const standing = async () => [await everything(admin.db), await accounts(), await addresses()];
const signIn = (username: string, secret: string) =>
  admin.api.browser().post('/api/v1/session').send({ username, password: secret });

describe('the security administrator', () => {
  test.each(['open', 'renewPassword', 'disable', 'enable'])(
    'does not %s an account of another agency',
    async (what) => {
      const before = await standing();
      const answer = await admin.post(security, 'people/asys-h1/account', { what });
      expect(answer.body).toMatchObject({ status: 403, code: 'role.missing' });
      expect(await standing()).toEqual(before);
    },
  );

  test.each(['renewPassword', 'disable', 'enable'])('does not %s the own account', async (what) => {
    const before = await standing();
    const answer = await admin.post(security, `people/${security}/account`, { what });
    expect(answer.body).toMatchObject({ status: 403, code: 'admin.keptApart' });
    expect(await standing()).toEqual(before);
  });

  test('gives a disabled account another password and leaves it disabled', async () => {
    await admin.post(security, 'people/xltyj-h2/account', { what: 'disable' });
    const renewed = await admin.post(security, 'people/xltyj-h2/account', { what: 'renewPassword' });
    expect(renewed.body).toMatchObject({ disabled: true, password: expect.any(String) });
    await signIn('xltyj-h2', String(renewed.body['password'])).expect(401);
    await admin.post(security, 'people/xltyj-h2/account', { what: 'enable' });
    await signIn('xltyj-h2', String(renewed.body['password'])).expect(201);
  });
});

describe('whoever is signed in', () => {
  test.each(['renewPassword', 'disable'])(
    'is so no longer after %s, nor when the account is enabled again',
    async (what) => {
      const { browser } = await admin.api.signedIn('xltyj-h3');
      const { browser: colleague } = await admin.api.signedIn('xltyj-h4');
      const changed = await admin.post(security, 'people/xltyj-h3/account', { what });
      expect(changed.status).toBe(200);
      await browser.get('/api/v1/session').expect(401);
      await admin.post(security, 'people/xltyj-h3/account', { what: 'enable' });
      await browser.get('/api/v1/session').expect(401);
      await colleague.get('/api/v1/session').expect(200);
      await admin.db.asOwner(`UPDATE account SET password_hash = (SELECT password_hash FROM account WHERE id = 'xltyj-h4') WHERE id = 'xltyj-h3'`); // prettier-ignore
    },
  );
});

describe('the system administrator', () => {
  test.each([
    ['a role', { roles: ['handler'] }],
    ['a certificate', { certificate: { number: 'X1', categories: ['penalty'], regions: ['211103'], validFrom: '2026-01-01', validTo: '2027-01-01', status: 'valid' } }], // prettier-ignore
    ['a passed legal exam', { legalExam: { passed: true } }],
  ])('brings nobody new with %s', async (_what, entitled) => {
    const before = await standing();
    const fresh = { id: 'xltyj-h70', agency: 'xltyj', section: 'xltyj-A', name: '试某', title: '科员' };
    const answer = await admin.bring(system, 'people', { people: [{ ...fresh, ...entitled }] });
    expect(answer.body).toMatchObject({ status: 403, code: 'admin.keptApart' });
    expect(await standing()).toEqual(before);
  });

  test('says where notices go for people of the own agency alone', async () => {
    const before = await standing();
    const answer = await admin.post(system, 'people/asys-h1/contact', { email: 'x@example.gov.cn' });
    expect(answer.body).toMatchObject({ status: 403, code: 'role.missing' });
    expect(await standing()).toEqual(before);
  });

  test('and nobody else says where a group’s notices go, or reads what was sent', async () => {
    const before = await standing();
    for (const [person, code] of [
      [security, 'admin.keptApart'],
      [audit, 'admin.keptApart'],
      ['xltyj-h1', 'role.missing'],
    ] as const) {
      // prettier-ignore
      const robot = await admin.post(person, 'robots', { key: '693axxx6-7aoc-4bc4-97a0-0ec2sifa5aaa' });
      expect([person, robot.status, robot.body['code']]).toEqual([person, 403, code]);
      const contact = await admin.post(person, 'people/xltyj-h1/contact', { email: 'x@example.gov.cn' });
      expect([person, contact.status, contact.body['code']]).toEqual([person, 403, code]);
      expect((await admin.get(person, 'admin/deliveries')).body).toMatchObject({ status: 403, code });
    }
    expect(await standing()).toEqual(before);
  });
});

test('the audit administrator of an overseeing bureau reads the bureau’s trail and ledger, not those of whom it oversees', async () => {
  await admin.db.asOwner(`UPDATE person SET roles = '{auditAdmin}' WHERE id = 'xltsf-o1'`);
  await admin.post(security, 'people/xltyj-h4/roles', { role: 'publisher' });
  await signIn('xltsf-o1', password).expect(201);
  const granted = await admin.db.asOwner(
    `SELECT 1 FROM agency_grant WHERE agency_id = 'xltyj' AND grantee_id = 'xltsf'`,
  );
  expect(granted).toHaveLength(1);
  expect((await admin.get(audit, 'admin/changes')).body['items']).not.toEqual([]);
  expect((await admin.get(audit, 'admin/ledger')).body['items']).not.toEqual([]);
  expect((await admin.get('xltsf-o1', 'admin/changes')).body).toEqual({ items: [], next: null });
  expect((await admin.get('xltsf-o1', 'admin/ledger')).body).toEqual({ head: null, items: [], next: null });
});
