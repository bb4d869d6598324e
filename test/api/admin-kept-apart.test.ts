import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFacts } from '../../api/facts.ts';
import { inAgency } from '../../prisma/client.ts';
import { createAdminSystem, openCase, type AdminSystem } from '../support/administration.ts';
import { audit, security, system } from '../support/administrators.ts';

let admin: AdminSystem;

beforeAll(async () => {
  admin = await createAdminSystem();
});
afterAll(() => admin.close());

const rolesOf = async (id: string) => (await admin.db.database.person.findUniqueOrThrow({ where: { id } })).roles;

describe('the system administrator', () => {
  test('imports people without what entitles them to act', async () => {
    const answer = await admin.bring(system, 'people', {
      people: [{ id: 'xltyj-h80', agency: 'xltyj', section: 'xltyj-A', name: '试某', title: '科员' }],
    });
    expect(answer.body).toMatchObject({ applied: true });
    expect(await rolesOf('xltyj-h80')).toEqual([]);
  });

  test.each(['roles', 'certificate', 'legalExam'])('does not touch %s', async (field) => {
    const values = { roles: ['handler'], certificate: null, legalExam: { passed: true } };
    const answer = await admin.bring(system, 'people', {
      people: [
        { id: 'xltyj-h7', [field]: values[field as 'roles'] },
        { id: 'xltyj-q1', [field]: values[field as 'roles'] },
      ],
    });
    expect(answer.body).toMatchObject({ status: 403, code: 'admin.keptApart' });
  });

  test('grants no role, opens no account and reads no audit trail', async () => {
    expect((await admin.post(system, 'people/xltyj-h1/roles', { role: 'publisher' })).body).toMatchObject({
      code: 'admin.keptApart',
    });
    expect((await admin.post(system, 'people/xltyj-h80/account', { what: 'open' })).body).toMatchObject({
      code: 'admin.keptApart',
    });
    expect((await admin.get(system, 'admin/changes')).body).toMatchObject({ status: 403, code: 'admin.keptApart' });
  });

  test('acts for no other agency, and not where an agency stands', async () => {
    const other = await admin.bring(system, 'people', { people: [{ id: 'asys-h1', title: '别的' }] });
    expect(other.body).toMatchObject({ status: 403, code: 'role.missing' });
    const standing = await admin.bring(system, 'organisation', { agencies: [{ id: 'xltyj', overseenBy: null }] });
    expect(standing.body).toMatchObject({ status: 403, code: 'role.missing' });
    const region = await admin.bring(system, 'organisation', {
      regions: [{ code: '211104', name: '示例区', parent: '211100' }],
    });
    expect(region.body).toMatchObject({ status: 403, code: 'role.missing' });
    const year = await admin.bring(system, 'calendar', {
      year: 2028,
      source: '通知',
      holidays: [],
      makeUpWorkdays: [],
    });
    expect(year.body).toMatchObject({ status: 403, code: 'role.missing' });
  });
});

describe('the security administrator', () => {
  test('imports roles and certificates and nothing else', async () => {
    const answer = await admin.bring(security, 'people', { people: [{ id: 'xltyj-h80', roles: ['handler'] }] });
    expect(answer.body).toMatchObject({ applied: true });
    const title = await admin.bring(security, 'people', { people: [{ id: 'xltyj-h80', title: '别的' }] });
    expect(title.body).toMatchObject({ status: 403, code: 'admin.keptApart' });
    const added = await admin.bring(security, 'people', {
      people: [{ id: 'xltyj-h81', agency: 'xltyj', section: 'xltyj-A', name: '某', title: '' }],
    });
    expect(added.body).toMatchObject({ status: 403, code: 'admin.keptApart' });
  });

  test.each(['organisation', 'catalogue', 'items', 'calendar', 'parameters', 'series'])(
    'imports no %s',
    async (kind) => {
      expect((await admin.bring(security, kind, {})).body).toMatchObject({ status: 403, code: 'admin.keptApart' });
    },
  );

  test('grants a role, which counts from the very next command', async () => {
    const version = await admin.version('xltyj');
    const granted = await admin.post(security, 'roles', { to: 'xltyj-h5', role: 'publisher' });
    expect(granted.body).toEqual({ person: 'xltyj-h5', roles: ['handler', 'publisher'], leaves: [] });
    expect((await admin.get('xltyj-h5', 'session')).body).toMatchObject({
      person: { roles: ['handler', 'publisher'] },
    });
    expect(await admin.version('xltyj')).toBe(version + 1);
    await admin.post(security, 'people/xltyj-h5/roles', { role: 'publisher', grant: false });
    expect((await admin.get('xltyj-h5', 'session')).body).toMatchObject({ person: { roles: ['handler'] } });
  });

  test('withdraws a role even from the holder of an open case, and is told which one is stuck now', async () => {
    await openCase(admin.db, { id: 'open-2', stage: 'firstReview', holder: ['xltyj-f2'], handlers: ['xltyj-h3'] });
    const answer = await admin.post(security, 'people/xltyj-f2/roles', { role: 'firstReviewer', grant: false });
    expect(answer.status).toBe(200);
    expect(answer.body['leaves']).toMatchObject([
      { code: 'import.orphansCases', details: { cases: [{ id: 'open-2' }] } },
      { code: 'import.roleMissing' },
    ]);
    const place = { agency: 'xltyj', section: 'xltyj-B', persons: ['xltyj-f2'], now: Date.now() };
    const facts = await inAgency(admin.db.database, 'xltyj', (transaction) => readFacts(transaction, place));
    expect(facts).toMatchObject({ version: await admin.version('xltyj'), persons: { 'xltyj-f2': { roles: [] } } });
  });

  test.each([
    ['a second administration to the system administrator', system, 'auditAdmin'],
    ['administration to somebody with a part in cases', 'xltyj-h6', 'systemAdmin'],
    ['a part in cases to an administrator', audit, 'handler'],
    ['a role to itself', security, 'auditAdmin'],
  ])('does not grant %s', async (_name, person, role) => {
    const before = await rolesOf(person);
    const answer = await admin.post(security, `people/${person}/roles`, { role });
    expect(answer.body).toMatchObject({ status: 403, code: 'admin.keptApart' });
    expect(await rolesOf(person)).toEqual(before);
  });

  test('leaves a refusal in the intake and in the ledger', async () => {
    await admin.post(security, 'roles', { to: system, role: 'auditAdmin' }, 'a-refused-key');
    const [row] = await admin.db.asOwner(`SELECT id, status, code FROM command_intake WHERE key = 'a-refused-key'`);
    expect(row).toMatchObject({ status: 'refused', code: 'admin.keptApart' });
    expect(
      await admin.db.asOwner(`SELECT 1 FROM ledger_leaf WHERE kind = 'refusal' AND ref = $1`, [row!['id']]),
    ).toHaveLength(1);
    const again = await admin.post(security, 'roles', { to: system, role: 'auditAdmin' }, 'a-refused-key');
    expect(again.body).toMatchObject({ status: 403, code: 'admin.keptApart' });
  });

  test('opens an account whose password is told once, disables it and gives another', async () => {
    const opened = await admin.post(security, 'people/xltyj-h80/account', { what: 'open' }, 'account-key-1');
    const told = String(opened.body['password']);
    await admin.api.browser().post('/api/v1/session').send({ username: 'xltyj-h80', password: told }).expect(201);
    const again = await admin.post(security, 'people/xltyj-h80/account', { what: 'open' }, 'account-key-1');
    expect(again.body).toEqual({ username: 'xltyj-h80', disabled: false });
    expect((await admin.post(security, 'people/xltyj-h80/account', { what: 'open' })).body).toMatchObject({
      code: 'account.exists',
    });
    await admin.post(security, 'people/xltyj-h80/account', { what: 'disable' });
    await admin.api.browser().post('/api/v1/session').send({ username: 'xltyj-h80', password: told }).expect(401);
    await admin.post(security, 'people/xltyj-h80/account', { what: 'enable' });
    await admin.post(security, 'people/xltyj-h80/account', { what: 'renewPassword' });
    await admin.api.browser().post('/api/v1/session').send({ username: 'xltyj-h80', password: told }).expect(401);
  });

  test('has nothing to do with people of other agencies, nor with those who do not exist', async () => {
    expect((await admin.post(security, 'people/asys-h1/roles', { role: 'publisher' })).body).toMatchObject({
      code: 'role.missing',
    });
    expect((await admin.post(security, 'people/nobody/roles', { role: 'publisher' })).body).toMatchObject({
      code: 'person.unknown',
    });
  });
});

describe('the audit administrator', () => {
  test('reads what the others changed, latest first, and changes nothing', async () => {
    const trail = await admin.get(audit, 'admin/changes?limit=2');
    expect(trail.body['items']).toHaveLength(2);
    expect(trail.body['items'][0]).toMatchObject({
      person: security,
      kind: 'account',
      id: 'xltyj-h80',
      what: 'changed',
    });
    expect(JSON.stringify(trail.body)).not.toMatch(/argon2/);
    const next = await admin.get(audit, `admin/changes?limit=2&before=${trail.body['next']}`);
    expect(next.body['items'][0]['position']).not.toBe(trail.body['items'][1]['position']);
    expect((await admin.bring(audit, 'people', { people: [{ id: 'xltyj-h1' }] })).body).toMatchObject({
      code: 'admin.keptApart',
    });
    expect((await admin.post(audit, 'people/xltyj-h1/roles', { role: 'publisher' })).body).toMatchObject({
      code: 'admin.keptApart',
    });
  });
});

describe('everybody else', () => {
  test('administers nothing', async () => {
    expect((await admin.bring('xltyj-h1', 'people', { people: [{ id: 'xltyj-h1' }] })).body).toMatchObject({
      status: 403,
      code: 'role.missing',
    });
    expect((await admin.post('xltyj-l1', 'people/xltyj-h1/roles', { role: 'leader' })).body).toMatchObject({
      code: 'role.missing',
    });
    expect((await admin.get('xltyj-l1', 'admin/changes')).body).toMatchObject({ code: 'role.missing' });
    await admin.api
      .browser()
      .post('/api/v1/admin/imports/people')
      .set('Idempotency-Key', 'nobody-at-all')
      .send({})
      .expect(401);
  });

  test('the initial administrator of rehearsals is nobody in another profile', async () => {
    const answer = await admin.bring('rehearsal-admin', 'people', { people: [{ id: 'xltyj-h1', title: '别的' }] });
    expect(answer.body).toMatchObject({ status: 403 });
  });
});
