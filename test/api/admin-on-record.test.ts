import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createAdminSystem, type AdminSystem } from '../support/administration.ts';
import { audit, security, system } from '../support/administrators.ts';

let admin: AdminSystem;

beforeAll(async () => {
  admin = await createAdminSystem();
});
afterAll(() => admin.close());

describe('what is on record, as an import writes it', () => {
  test.each([
    ['organisation', 'agencies', 1, ''],
    ['catalogue', 'entries', 7, ''],
    ['catalogue', 'entries', 2, '?id=xltyj-K02'],
    ['items', 'items', 7, ''],
    ['items', 'items', 1, '?id=xltyj-F01'],
    ['people', 'people', 1, '?id=xltyj-h1'],
  ])('is %s as %s, %i of them%s, and imported as it is changes nothing', async (kind, list, count, query) => {
    const { status, body } = await admin.get(system, `admin/imports/${kind}${query}`);
    expect(status).toBe(200);
    expect(body[list]).toHaveLength(count);
    const dry = await admin.bring(system, kind, body, { dryRun: true });
    expect(dry.body).toMatchObject({ dryRun: true, changes: [], breaks: [] });
  });

  test('is of the own agency alone: another’s item, entry or person is not among it', async () => {
    for (const [kind, list, id] of [['items', 'items', 'asys-F01'], ['catalogue', 'entries', 'asys-K01'], ['people', 'people', 'asys-h1']]) {
      expect((await admin.get(system, `admin/imports/${kind}?id=${id}`)).body).toEqual({ [list!]: [] });
    }
  }); // prettier-ignore

  test('is of people one at a time, without telephone and leave', async () => {
    expect((await admin.get(system, 'admin/imports/people')).body).toEqual({ people: [] });
    const { body } = await admin.get(security, 'admin/imports/people?id=xltyj-h1');
    expect(body['people'][0]).toMatchObject({ name: '晏秉衡', certificate: { number: '0021110300201', regions: ['211103'] } });
    expect(Object.keys(body['people'][0])).not.toEqual(expect.arrayContaining(['phone']));
    expect(Object.keys(body['people'][0])).not.toEqual(expect.arrayContaining(['leave']));
  }); // prettier-ignore

  test('is of a person the legal exam and the years of training as well; of whoever nothing was said of, no exam', async () => {
    const of = async (id: string) => (await admin.get(system, `admin/imports/people?id=${id}`)).body['people'][0];
    expect(await of('xltyj-h2')).toMatchObject({ legalExam: { passed: true, certificateNo: 'A20169901001202' }, training: [{ year: 2025, hours: 53 }] });
    await admin.db.asOwner(`UPDATE person SET legal_exam = '{}' WHERE id = 'xltyj-h2'`);
    expect(await of('xltyj-h2')).not.toHaveProperty('legalExam');
    expect((await admin.bring(system, 'people', { people: [await of('xltyj-h2')] })).body).toMatchObject({ changes: [] });
  }); // prettier-ignore

  test('is read by whoever may import it', async () => {
    for (const kind of ['organisation', 'catalogue', 'items']) {
      expect((await admin.get(security, `admin/imports/${kind}`)).body).toMatchObject({ code: 'admin.keptApart' });
      expect((await admin.get(audit, `admin/imports/${kind}`)).body).toMatchObject({ code: 'admin.keptApart' });
      expect((await admin.get('xltyj-h1', `admin/imports/${kind}`)).body).toMatchObject({ code: 'role.missing' });
    }
    expect((await admin.get(system, 'admin/imports/items?id=a%20b')).body).toMatchObject({ code: 'input.invalid' });
  });
});
