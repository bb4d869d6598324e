import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createAdminSystem, type AdminSystem } from '../support/administration.ts';
import { bureau, security, system } from '../support/administrators.ts';

let admin: AdminSystem;

beforeAll(async () => {
  admin = await createAdminSystem();
});
afterAll(() => admin.close());

describe('a new agency', () => {
  const fresh = {
    ...{
      id: 'xlzrj',
      name: '示例区自然资源局',
      shortName: '示例自然资源局',
      region: '211103',
      level: '县级',
      creditCode: '11991103MB0B22T288',
    },
    ...{ documentWord: '兴自然资', overseenBy: 'xltsf', categories: ['penalty'], legalHead: 'xlzrj-q1' },
    sections: [{ id: 'xlzrj-A', name: '执法科', kind: 'enforcement' }],
  };

  test('is brought with its first people by the bureau that oversees it, which then sees its cases', async () => {
    expect((await admin.bring(bureau, 'organisation', { agencies: [fresh] })).body).toMatchObject({ applied: true });
    const people = [{ id: 'xlzrj-y1', agency: 'xlzrj', section: 'xlzrj-A', name: '管某', title: '科员' }];
    expect((await admin.bring(bureau, 'people', { people })).body).toMatchObject({ applied: true });
    const grants = await admin.db.database.agencyGrant.findMany({ where: { agencyId: 'xlzrj' } });
    expect(grants).toEqual([{ agencyId: 'xlzrj', granteeId: 'xltsf' }]);
  });

  test('is brought by nobody else', async () => {
    const other = { ...fresh, id: 'xlzrj2', sections: [] };
    expect((await admin.bring(system, 'organisation', { agencies: [other] })).body).toMatchObject({
      status: 403,
      code: 'role.missing',
    });
    const elsewhere = { ...other, overseenBy: 'assf' };
    expect((await admin.bring(bureau, 'organisation', { agencies: [elsewhere] })).body).toMatchObject({ status: 403 });
  });

  test('names no ordinary agency as the one above it, so that none founds a bureau of its own and with it a calendar for all', async () => {
    const own = { ...fresh, id: 'xlzrj4', sections: [], overseenBy: 'xltyj' };
    for (const kind of ['agency', 'judicialBureau']) {
      const { body } = await admin.bring(system, 'organisation', { agencies: [{ ...own, kind }] });
      expect(body).toMatchObject({ status: 403, code: 'role.missing' });
    }
    expect(await admin.db.asOwner(`SELECT 1 FROM agency WHERE id = 'xlzrj4'`)).toEqual([]);
  });

  test('is nobody’s but that bureau’s to administer while it has nobody of its own for it', async () => {
    const people = [{ id: 'xlzrj-h1', agency: 'xlzrj', section: 'xlzrj-A', name: '某', title: '科员' }];
    expect((await admin.bring(system, 'people', { people })).body).toMatchObject({ status: 403, code: 'role.missing' });
    const granted = await admin.post(security, 'people/xlzrj-y1/roles', { role: 'systemAdmin' });
    expect(granted.body).toMatchObject({ status: 403, code: 'role.missing' });
    const opened = await admin.post(security, 'people/xlzrj-y1/account', { what: 'open' });
    expect(opened.body).toMatchObject({ status: 403, code: 'role.missing' });
    const sections = { agencies: [{ id: 'xlzrj', sections: [{ id: 'xlzrj-B', name: '二科', kind: 'enforcement' }] }] };
    expect((await admin.bring(system, 'organisation', sections)).body).toMatchObject({ status: 403, code: 'role.missing' }); // prettier-ignore
    const rows = await admin.db.asOwner(`SELECT id, roles FROM person WHERE agency_id = 'xlzrj'`);
    expect(rows).toEqual([{ id: 'xlzrj-y1', roles: [] }]);
  });

  test('of which something is missing, or whose region does not exist, is refused', async () => {
    const { name: _, ...nameless } = { ...fresh, id: 'xlzrj3', sections: [] };
    expect((await admin.bring(bureau, 'organisation', { agencies: [nameless] })).body).toMatchObject({
      code: 'import.incomplete',
    });
    const nowhere = { ...fresh, id: 'xlzrj3', region: '999999', sections: [] };
    expect((await admin.bring(bureau, 'organisation', { agencies: [nowhere] })).body).toMatchObject({
      code: 'import.unknownRegion',
    });
  });

  test('once it has an administrator of its own is left to it', async () => {
    const answer = await admin.bring(bureau, 'people', { people: [{ id: 'xltyj-h1', title: '别的' }] });
    expect(answer.body).toMatchObject({ status: 403, code: 'role.missing' });
  });
});
