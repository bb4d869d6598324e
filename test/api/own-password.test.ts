import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createTestApi, insertPeople, password, type TestApi } from '../support/api.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const session = '/api/v1/session';
const path = `${session}/password`;
const next = 'another-Horse-8';
const ids = Array.from({ length: 10 }, (_one, n) => `li${n}`);
let db: TestDatabase;
let api: TestApi;

beforeAll(async () => {
  db = await createTestDatabase();
  await insertPeople(
    db,
    ids.map((id) => ({ id, name: '李某示', roles: ['handler'] })),
  );
});
afterAll(() => db.close());
beforeEach(() => {
  api = createTestApi(db);
});
afterEach(() => api.close());

/** Somebody whose password nobody has changed yet. */
const someone = () => ids.pop()!;

async function seat(id: string) {
  const { browser, csrf } = await api.signedIn(id);
  let keys = 0;
  const change = (body: object, key = `password-${id}-${(keys += 1)}`) =>
    browser.post(path).set('X-CSRF-Token', csrf).set('Idempotency-Key', key).send(body);
  return { browser, change };
}

const signIn = (username: string, word: string) => api.browser().post(session).send({ username, password: word });

test('one’s own password is changed with the present one, and sign-ins elsewhere end while this one goes on', async () => {
  const id = someone();
  const [here, there] = [await seat(id), await seat(id)];
  const { body } = await here.change({ current: password, next }).expect(200);
  expect(body).toMatchObject({ csrfToken: expect.stringMatching(/.{32,}/), person: { id } });
  await here.browser.get(session).expect(200);
  await there.browser.get(session).expect(401);
  await signIn(id, password).expect(401);
  await signIn(id, next).expect(201);
  await here.browser.delete(session).set('X-CSRF-Token', body.csrfToken).expect(204);
});

test('a wrong present password changes nothing, ends nothing and stays as a refusal', async () => {
  const id = someone();
  const { browser, change } = await seat(id);
  const { body } = await change({ current: 'no such one', next }).expect(403);
  expect(body.code).toBe('password.wrong');
  await browser.get(session).expect(200);
  await signIn(id, password).expect(201);
  const kept = await db.asOwner(`SELECT status FROM command_intake WHERE person_id = '${id}' AND action = 'changePassword'`);
  expect(kept).toEqual([{ status: 'refused' }]);
}); // prettier-ignore

test.each([
  ['short', 'Short-7'],
  ['of one kind of characters', 'onlysmallletters'],
  ['of few characters', 'aaaa1111aaaa'],
  ['the present one', password],
])('a new one that is %s is refused with what to do', async (_what, word) => {
  const id = someone();
  const { change } = await seat(id);
  const { body } = await change({ current: password, next: word }).expect(400);
  expect(body.details.issues).toMatchObject([{ path: 'next' }]);
  await signIn(id, password).expect(201);
});

test('the eleventh wrong attempt in a quarter of an hour is not looked at', async () => {
  const id = someone();
  const { change } = await seat(id);
  for (let n = 0; n < 10; n += 1) await change({ current: `guess ${n}`, next }).expect(403);
  const { body } = await change({ current: password, next }).expect(429);
  expect(body.code).toBe('session.locked');
});

test('it stands in the audit trail that, not what, was changed', async () => {
  const id = someone();
  const { change } = await seat(id);
  await change({ current: password, next }).expect(200);
  const trail = await db.asOwner(`SELECT c.* FROM admin_change c WHERE target = '${id}'`);
  expect(trail).toMatchObject([{ kind: 'account', what: 'changed' }]);
  const everything = JSON.stringify([trail, await db.asOwner('SELECT * FROM command_intake'), api.logged]);
  for (const word of [password, next, 'argon2']) expect(everything).not.toContain(word);
});

test('a key that was used for another password is refused instead of answered as done', async () => {
  const id = someone();
  const { change, browser } = await seat(id);
  const { body } = await change({ current: password, next }, `password-${id}-key`).expect(200);
  const again = await browser.post(path).set('X-CSRF-Token', body.csrfToken).set('Idempotency-Key', `password-${id}-key`)
    .send({ current: next, next: 'a third-Horse-9' }); // prettier-ignore
  expect([again.status, again.body.code]).toEqual([422, 'idempotency.mismatch']);
  await signIn(id, next).expect(201);
});

test('nobody who is not signed in changes one', async () => {
  await api.browser().post(path).set('Idempotency-Key', 'nobody-1').send({ current: password, next }).expect(401);
});
