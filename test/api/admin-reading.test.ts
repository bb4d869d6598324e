import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createAdminSystem, type AdminSystem } from '../support/administration.ts';
import { audit, security, system } from '../support/administrators.ts';

let admin: AdminSystem;

beforeAll(async () => {
  admin = await createAdminSystem();
});
afterAll(() => admin.close());

async function areasOf(person: string): Promise<string[]> {
  const { areas } = (await admin.get(person, 'admin/areas')).body;
  return areas.filter(({ may }: { may: boolean }) => may).map(({ area }: { area: string }) => area);
}

describe('what an administrator may do', () => {
  test('is apart for each of the three', async () => {
    const [one, other, third] = [await areasOf(system), await areasOf(security), await areasOf(audit)];
    expect(one).toEqual(expect.arrayContaining(['organisation', 'people', 'leave', 'parameters', 'catalogue']));
    expect(one).not.toEqual(expect.arrayContaining(['calendar']));
    expect(other).toEqual(['people', 'roles', 'accounts']);
    expect(third).toEqual(['reconciliations', 'trail', 'ledger']);
  });

  test('is nothing for everybody else, and why is said', async () => {
    const { areas } = (await admin.get('xltyj-h1', 'admin/areas')).body;
    expect(areas.every(({ may }: { may: boolean }) => !may)).toBe(true);
    expect(areas[0]).toMatchObject({ area: 'organisation', why: { zh: '三员分设，由系统管理员办理。' } });
  });

  test('is the calendar for a judicial bureau’s system administrator alone, of whom the demo has one', async () => {
    expect(await areasOf('xltsf-y1')).toContain('calendar');
    const { areas } = (await admin.get(system, 'admin/areas')).body;
    const calendar = areas.find(({ area }: { area: string }) => area === 'calendar');
    expect(calendar.why.zh).toContain('司法局的系统管理员');
  });
});

describe('the list of people', () => {
  test('says roles, certificate and its days left, leave and account', async () => {
    const { body } = await admin.get(security, 'admin/people');
    expect(body['total']).toBe(29);
    const one = body['items'].find(({ id }: { id: string }) => id === 'xltyj-h5');
    expect(one).toMatchObject({
      name: '勾禹行',
      sectionName: '执法科',
      roles: [{ role: 'handler', label: '承办人' }],
      certificate: { validTo: '2025-12-31', expiring: true, covers: ['行政处罚', '行政强制', '行政检查'] },
      account: 'open',
    });
    expect(one.certificate.daysLeft).toBeLessThan(0);
    expect(JSON.stringify(body)).not.toMatch(/phone|0003\d{7}/);
  });

  test('finds by a part of a name, and those whose certificate ends soon', async () => {
    const found = (await admin.get(system, `admin/people?q=${encodeURIComponent('禹行')}`)).body;
    expect(found['items'].map(({ id }: { id: string }) => id)).toEqual(['xltyj-h5']);
    const expiring = (await admin.get(system, 'admin/people?expiring=true')).body;
    expect(expiring['items'].map(({ id }: { id: string }) => id)).toEqual(['xltyj-h5']);
  });

  test('goes on where a page ended', async () => {
    const first = (await admin.get(audit, 'admin/people?limit=20')).body;
    const second = (await admin.get(audit, `admin/people?limit=20&after=${first['next']}`)).body;
    expect(second['next']).toBeNull();
    expect(new Set([...first['items'], ...second['items']].map(({ id }) => id)).size).toBe(29);
  });
});

describe('what is on record of an agency', () => {
  test('names sections with their duties, catalogue, items and series', async () => {
    const { body } = await admin.get(system, 'admin/organisation');
    expect(body['agency']).toMatchObject({ name: '盘锦市兴隆台区应急管理局', legalHead: '臧慕白', quorum: 4 });
    expect(body['sections']).toContainEqual(expect.objectContaining({ name: '执法科', head: '敖南星' }));
    expect(body['catalogue'].length).toBeGreaterThan(0);
    expect(body['items'].length).toBeGreaterThan(0);
  });
});

describe('the ledger', () => {
  test('is read by the audit administrator, each leaf reckoned anew', async () => {
    await admin.bring(system, 'people', { people: [{ id: 'xltyj-h7', title: '三级主任科员' }] });
    const { body } = await admin.get(audit, 'admin/ledger');
    expect(body['head'].seq).toBe(body['items'][0].seq);
    expect(body['items'].every(({ intact }: { intact: boolean }) => intact)).toBe(true);
    expect(body['items'][0]).toMatchObject({ kind: 'administration' });
    await admin.db.asOwner(`ALTER TABLE ledger_leaf DISABLE TRIGGER USER`);
    await admin.db.asOwner(`UPDATE ledger_leaf SET payload = payload || ' ' WHERE agency_id = 'xltyj' AND seq = $1`, [
      body['items'][0].seq,
    ]);
    expect((await admin.get(audit, 'admin/ledger')).body['items'][0].intact).toBe(false);
  });

  test('and the trail says by name who changed whom', async () => {
    const { items } = (await admin.get(audit, 'admin/changes?limit=1')).body;
    expect(items[0]).toMatchObject({ person: system, personName: '晏季川', id: 'xltyj-h7', name: '卓疏影' });
  });

  test('is read by nobody else, as is all of the administration by those outside it', async () => {
    expect((await admin.get(system, 'admin/ledger')).body).toMatchObject({ status: 403, code: 'admin.keptApart' });
    for (const path of ['people', 'organisation', 'ledger', 'reconciliations']) {
      expect((await admin.get('xltyj-q1', `admin/${path}`)).body).toMatchObject({ status: 403, code: 'role.missing' });
    }
    expect((await admin.get(audit, 'admin/reconciliations')).status).toBe(200);
    expect((await admin.get(security, 'admin/reconciliations')).body).toMatchObject({ code: 'admin.keptApart' });
  });
});
