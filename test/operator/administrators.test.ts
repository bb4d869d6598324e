import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { checkSystem } from '../../check/check-system.ts';
import { createTestApi, type TestApi } from '../support/api.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let db: TestDatabase;
let api: TestApi;
const passwords = new Map<string, string>();
beforeAll(async () => {
  db = await createTestDatabase();
  api = createTestApi(db, { SANXIANG_PROFILE: 'production', SANXIANG_SESSION_SECRET: 'x'.repeat(32) });
});
afterAll(async () => {
  await api.close();
  await db.close();
});

/** `npm run administrators -- …`, as a process of its own. */
function run(args: string[], url = db.ownerUrl) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'operator/main.ts', ...args],
    { env: { PATH: process.env['PATH'], DATABASE_OWNER_URL: url }, encoding: 'utf8' }, // prettier-ignore
  );
  const told = /password: (\S{16})$/m.exec(stdout)?.[1];
  if (told) passwords.set(args.at(args[0] === 'appoint' ? 2 : 1)!, told);
  return { status, stdout, stderr };
}

async function signIn(username: string, password = passwords.get(username)) {
  const browser = api.browser();
  const { status, body } = await browser.post('/api/v1/session').send({ username, password });
  const post = (path: string, sent: object) =>
    browser.post(`/api/v1/admin/${path}`).set({ 'X-CSRF-Token': body.csrfToken, 'Idempotency-Key': randomUUID() }).send(sent); // prettier-ignore
  return { status, browser, post };
}

test('an installation that holds nothing gets its three administrators, who bring the first agency and its people', async () => {
  expect(run(['appoint', 'systemAdmin', 'wangwei', '王伟'])).toMatchObject({ status: 0, stderr: '' });
  expect(run(['appoint', 'securityAdmin', 'lina', '李娜']).status).toBe(0);
  expect(run(['appoint', 'auditAdmin', 'zhangmin', '张敏']).status).toBe(0);

  const system = await signIn('wangwei');
  const regions = [{ code: '211103', name: '兴隆台区', parent: null }];
  const agency = {
    ...{ id: 'xltsf', name: '兴隆台区司法局', shortName: '兴隆台司法局', region: '211103', level: '县级' },
    ...{ creditCode: '11211103MB0B22T288', documentWord: '兴司', kind: 'judicialBureau' },
    sections: [{ id: 'xltsf-O', name: '办公室', kind: 'office' }],
  };
  const people = [{ id: 'xltsf-y1', agency: 'xltsf', section: 'xltsf-O', name: '管某', title: '科员' }];
  const organisation = await system.post('imports/organisation', { regions, agencies: [agency] });
  expect(organisation.body).toMatchObject({ applied: true });
  expect((await system.post('imports/people', { people })).body).toMatchObject({ applied: true });

  const security = await signIn('lina');
  expect((await security.post('people/xltsf-y1/roles', { role: 'systemAdmin' })).body).toMatchObject({ roles: ['systemAdmin'] }); // prettier-ignore
  const opened = await security.post('people/xltsf-y1/account', { what: 'open' });
  expect((await signIn('xltsf-y1', opened.body.password)).status).toBe(201);
});

test('what the operator did is in the audit trail and in the ledger, without a password', async () => {
  const { browser } = await signIn('zhangmin');
  const { items } = (await browser.get('/api/v1/admin/changes')).body as { items: Record<string, string>[] };
  const appointed = items.filter(({ action }) => action === 'appoint');
  expect(appointed.map(({ kind, id, person }) => `${kind} ${id} ${person}`).toSorted()).toEqual([
    ...['account lina 运维 operator', 'account wangwei 运维 operator', 'account zhangmin 运维 operator'],
    ...[
      'agency installation 运维 operator',
      'person lina 运维 operator',
      'person wangwei 运维 operator',
      'person zhangmin 运维 operator',
    ],
    'section installation-O 运维 operator',
  ]);
  const kept = JSON.stringify(await db.asOwner('SELECT to_jsonb(c) FROM command_intake c')) + JSON.stringify(items);
  for (const password of passwords.values()) expect(kept).not.toContain(password);
  const { results } = await checkSystem(db.ownerUrl);
  expect(results.flatMap(({ first }) => first)).toEqual([]);
});

test('a password that was forgotten is renewed for anybody, and whoever was signed in with it is not any more', async () => {
  const before = await signIn('lina');
  const forgotten = passwords.get('lina');
  expect(run(['password', 'lina']).status).toBe(0);
  expect((await before.browser.get('/api/v1/session')).status).toBe(401);
  expect((await signIn('lina', forgotten)).status).toBe(401);
  expect((await signIn('lina')).status).toBe(201);
  expect(run(['password', 'xltsf-y1']).status).toBe(0);
  expect((await signIn('xltsf-y1')).status).toBe(201);
});

test('an administrator who is dismissed cannot sign in, and a successor can', async () => {
  expect(run(['appoint', 'systemAdmin', 'zhaoqiang', '赵强']).status).toBe(0);
  expect(run(['dismiss', 'wangwei'])).toMatchObject({ status: 0, stdout: expect.stringContaining('wangwei left') });
  expect((await signIn('wangwei')).status).toBe(401);
  const regions = [{ code: '211104', name: '大洼区', parent: null }];
  const successor = await signIn('zhaoqiang');
  expect((await successor.post('imports/organisation', { regions })).body).toMatchObject({ applied: true });
});

test('what cannot be is refused in a sentence, and changes nothing', async () => {
  const count = () => db.asOwner('SELECT (SELECT count(*) FROM admin_change), (SELECT count(*) FROM command_intake)');
  const before = await count();
  expect(run(['appoint', 'auditAdmin', 'lina', '李娜'])).toMatchObject({ status: 2, stderr: expect.stringMatching(/lina is somebody’s user name already/) }); // prettier-ignore
  expect(run(['password', 'nobody'])).toMatchObject({ status: 2, stderr: expect.stringMatching(/Nobody signs in as nobody/) }); // prettier-ignore
  expect(run(['dismiss', 'xltsf-y1'])).toMatchObject({ status: 2, stderr: expect.stringMatching(/no administrator of the installation/) }); // prettier-ignore
  expect(run(['appoint', 'handler', 'x1', '某'])).toMatchObject({ status: 2, stderr: expect.stringMatching(/npm run administrators -- appoint/) }); // prettier-ignore
  expect(run([])).toMatchObject({ status: 2, stderr: expect.stringMatching(/say what to do/) });
  expect(run(['password', 'lina'], db.appUrl)).toMatchObject({ status: 2, stderr: expect.stringMatching(/name the owner in DATABASE_OWNER_URL/) }); // prettier-ignore
  expect(await count()).toEqual(before);
});
