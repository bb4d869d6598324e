import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestApi, insertPeople, password } from '../support/api.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const path = '/api/v1/demo-accounts';
let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
  await insertPeople(db, [{ id: 'li', name: '李某示', roles: ['handler'] }]);
});
afterAll(() => db.close());

/** What the address answers in a profile, with the file of the demo's accounts in the data folder. */
async function answerIn(profile: string) {
  const secret = profile === 'production' ? { SANXIANG_SESSION_SECRET: 'x'.repeat(32) } : {};
  const api = createTestApi(db, { SANXIANG_PROFILE: profile, ...secret });
  mkdirSync(api.config.dataDir, { recursive: true });
  writeFileSync(join(api.config.dataDir, 'demo-accounts.json'), JSON.stringify([{ username: 'li', password }]));
  const { status, body, text } = await api.browser().get(path);
  await api.close();
  return { status, body, text };
}

test('the demo offers its accounts to whoever wants to sign in', async () => {
  const { status, body } = await answerIn('demo');
  expect([status, body.items]).toEqual([200, [expect.objectContaining({ username: 'li', password, name: '李某示' })]]);
});

test.each(['production', 'rehearsal'])(
  'profile %s knows no such address, whatever lies in its folder',
  async (profile) => {
    const { status, body, text } = await answerIn(profile);
    expect([status, body.code]).toEqual([404, 'route.unknown']);
    expect(text).not.toContain(password);
  },
);
