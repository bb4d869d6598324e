import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openPool } from '../../prisma/pool.ts';
import { livingSessions } from '../../prisma/sessions.ts';
import { createTestApi, insertPeople, password, type TestApi } from '../support/api.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { endStreams } from '../../api/app.ts';
import { cookieOf, openEventStream, served } from '../support/event-stream.ts';

const path = '/api/v1/session';
let db: TestDatabase;
let api: TestApi;

beforeAll(async () => {
  db = await createTestDatabase();
  await insertPeople(db, [{ id: 'li', name: '李某示', roles: ['handler', 'publisher'] }]);
});
afterAll(() => db.close());
beforeEach(() => {
  api = createTestApi(db);
});
afterEach(() => api.close());

describe('signing in', () => {
  test('answers when the session is kept, so that what follows at once is not nobody’s', async () => {
    const { url, close } = await served(api.app);
    await db.asOwner(`CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.5); RETURN NEW; END'`);
    await db.asOwner('CREATE TRIGGER slowly BEFORE INSERT ON session FOR EACH ROW EXECUTE FUNCTION slowly()');
    try {
      const body = JSON.stringify({ username: 'li', password });
      const { headers } = await fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      const cookie = headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
      expect((await fetch(url + path, { headers: { cookie } })).status).toBe(200);
    } finally {
      await db.asOwner('DROP FUNCTION slowly CASCADE');
      await close();
    }
  }); // prettier-ignore

  test('answers with the person and a token, and keeps the session in a cookie that scripts cannot read', async () => {
    const answer = await api.browser().post(path).send({ username: 'li', password }).expect(201);
    expect(answer.body).toEqual({
      csrfToken: expect.stringMatching(/.{32,}/),
      person: {
        id: 'li',
        name: '李某示',
        title: '科员',
        agency: 'a1',
        agencyName: '示例市应急管理局',
        section: 'a1-A',
        sectionName: '执法一科',
        roles: ['handler', 'publisher'],
      },
    });
    const cookie = ([] as string[])
      .concat(answer.headers['set-cookie'] ?? [])
      .find((line) => line.startsWith('sanxiang.sid='));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
  });

  test('takes a plain form too', async () => {
    await api.browser().post(path).type('form').send({ username: 'li', password }).expect(201);
  });

  test('does not say whether the name or the password is wrong', async () => {
    const wrong = await api.browser().post(path).send({ username: 'li', password: 'no' }).expect(401);
    const unknown = await api.browser().post(path).send({ username: 'nobody', password }).expect(401);
    expect(wrong.body).toEqual(unknown.body);
    expect(wrong.body).toMatchObject({ code: 'session.wrong' });
  });

  test('gives another session id, so that one planted before is worth nothing', async () => {
    const { browser } = await api.signedIn('li');
    const before = await db.asOwner<{ sid: string }>('SELECT sid FROM session');
    await browser.post(path).send({ username: 'li', password }).expect(201);
    const after = await db.asOwner<{ sid: string }>('SELECT sid FROM session');
    expect(after).toHaveLength(before.length);
    expect(after).not.toEqual(before);
  });

  test('is stopped for a while after ten failures, for that name alone', async () => {
    await insertIfMissing('wang');
    for (let n = 0; n < 10; n += 1) await api.browser().post(path).send({ username: 'li', password: 'no' }).expect(401);
    const locked = await api.browser().post(path).send({ username: 'li', password }).expect(429);
    expect(locked.body).toMatchObject({ code: 'session.locked' });
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0);
    await api.browser().post(path).send({ username: 'wang', password }).expect(201);
  });

  test('that failed ten times elsewhere stops nobody at their own address', async () => {
    const elsewhere = { 'X-Forwarded-For': '203.0.113.7' };
    const wrong = { username: 'li', password: 'no' };
    for (let n = 0; n < 10; n += 1) await api.browser().post(path).set(elsewhere).send(wrong).expect(401);
    await api.browser().post(path).set(elsewhere).send({ username: 'li', password }).expect(429);
    await api.browser().post(path).send({ username: 'li', password }).expect(201);
  });

  test('is stopped after a hundred failures from one address, whatever names were tried', async () => {
    for (let n = 0; n < 12; n += 1) await insertIfMissing(`many-${n}`);
    for (let n = 0; n < 100; n += 1) {
      await api
        .browser()
        .post(path)
        .send({ username: `many-${n % 12}`, password: 'no' })
        .expect(401);
    }
    const locked = await api.browser().post(path).send({ username: 'li', password }).expect(429);
    expect(locked.body).toMatchObject({ code: 'session.locked' });
    await api.browser().post(path).set('X-Forwarded-For', '203.0.113.8').send({ username: 'li', password }).expect(201);
  });

  test('sets cookies that are sent over TLS alone, where that is set', async () => {
    const behindTls = createTestApi(db, { SANXIANG_SECURE_COOKIES: 'true' });
    const answer = await behindTls
      .browser()
      .post(path)
      .set('X-Forwarded-Proto', 'https')
      .send({ username: 'li', password });
    const cookies = ([] as string[]).concat(answer.headers['set-cookie'] ?? []);
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['sanxiang.csrf', 'sanxiang.sid']);
    for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly.*; Secure.*SameSite=Lax|; Secure; .*HttpOnly/);
    await behindTls.close();
  });

  test('is refused from another site', async () => {
    const answer = await api
      .browser()
      .post(path)
      .set('Sec-Fetch-Site', 'cross-site')
      .send({ username: 'li', password });
    expect(answer.status).toBe(403);
  });
});

describe('whoever has left', () => {
  const days = { today: 'shanghai_day(now())', soon: 'shanghai_day(now()) + 2' };
  const leaves = (day: string) => db.asOwner(`UPDATE person SET left_on = ${day} WHERE id = 'li'`);
  afterEach(() => leaves('NULL'));

  test('reads nothing more from that day on, though nobody disabled the account', async () => {
    const { browser } = await api.signedIn('li');
    await leaves(days.soon);
    await browser.get(path).expect(200);
    await leaves(days.today);
    expect((await browser.get(path).expect(401)).body).toMatchObject({ code: 'session.expired' });
    expect((await browser.get('/api/v1/cases').expect(401)).body).toMatchObject({ code: 'session.expired' });
  });

  test('does not sign in again, and is told why only with the right password', async () => {
    await leaves(days.today);
    const right = await api.browser().post(path).send({ username: 'li', password }).expect(403);
    expect(right.body).toMatchObject({ code: 'person.left' });
    const wrong = await api.browser().post(path).send({ username: 'li', password: 'no' }).expect(401);
    expect(wrong.body).toMatchObject({ code: 'session.wrong' });
  });

  test('is there still in a rehearsal, where each request says what day it is', async () => {
    const rehearsal = createTestApi(db, { SANXIANG_PROFILE: 'rehearsal' });
    await leaves(days.today);
    const { browser } = await rehearsal.signedIn('li');
    await browser.get(path).expect(200);
    await rehearsal.close();
  });
});

describe('a session', () => {
  test('says who is signed in, and gives a token that works', async () => {
    const { browser } = await api.signedIn('li');
    const answer = await browser.get(path).expect(200);
    await browser
      .delete(path)
      .set('X-CSRF-Token', (answer.body as { csrfToken: string }).csrfToken)
      .expect(204);
  });

  test('ends when signing out', async () => {
    const { browser, csrf } = await api.signedIn('li');
    await browser.delete(path).set('X-CSRF-Token', csrf).expect(204);
    const answer = await browser.get(path).expect(401);
    expect(answer.body).toMatchObject({ code: 'session.required' });
  });

  test('that has expired is answered with 401 session.expired', async () => {
    const { browser } = await api.signedIn('li');
    await db.asOwner(`UPDATE session SET expire = now() - interval '1 minute'`);
    const answer = await browser.get(path).expect(401);
    expect(answer.body).toMatchObject({ code: 'session.expired' });
  });

  test('lasts on while it is used', async () => {
    const { browser } = await api.signedIn('li');
    await db.asOwner(`UPDATE session SET expire = now() + interval '1 minute'`);
    await browser.get(path).expect(200);
    const [row] = await db.asOwner<{ later: boolean }>(
      `SELECT max(expire) > now() + interval '1 hour' AS later FROM session`,
    );
    expect(row?.later).toBe(true);
  });

  test('ends though a page is open that goes on asking by itself, or for live updates', async () => {
    const { url, close } = await served(api.app);
    const cookie = await cookieOf(url, 'li', password);
    await db.asOwner(`UPDATE session SET expire = now() + interval '1 minute'`);
    const { status } = await fetch(url + path, { headers: { cookie, 'Sanxiang-Unattended': '1' } });
    const stream = await openEventStream(`${url}/api/v1/notifications/stream`, { cookie });
    expect([status, stream.status]).toEqual([200, 200]);
    endStreams(api.app);
    await stream.ended;
    await close();
    expect(await db.asOwner(`SELECT 1 FROM session WHERE expire > now() + interval '1 minute'`)).toEqual([]);
  });

  test('of a disabled account is worth nothing from the next request on', async () => {
    await insertIfMissing('zhao');
    const { browser } = await api.signedIn('zhao');
    await db.asOwner(`UPDATE account SET disabled = true WHERE id = 'zhao'`);
    await browser.get(path).expect(401);
    await api.browser().post(path).send({ username: 'zhao', password }).expect(401);
  });

  test('shows a removed role as removed at the very next request', async () => {
    await insertIfMissing('qian');
    const { browser } = await api.signedIn('qian');
    await db.asOwner(`UPDATE person SET roles = '{archivist}' WHERE id = 'qian'`);
    const answer = await browser.get(path).expect(200);
    expect(answer.body).toMatchObject({ person: { roles: ['archivist'] } });
  });

  test('changes nothing without the token, or with the token of another session', async () => {
    const { browser } = await api.signedIn('li');
    const other = await api.signedIn('li');
    for (const token of ['', other.csrf]) {
      const answer = await browser.delete(path).set('X-CSRF-Token', token).expect(403);
      expect(answer.body).toMatchObject({ code: 'csrf.missing' });
    }
    await browser.get(path).expect(200);
  });

  test.each(['post', 'put', 'patch', 'delete'] as const)(
    'lets nobody %s anything without its token',
    async (method) => {
      const { browser, csrf } = await api.signedIn('li');
      for (const place of ['/api/v1/working-copies/x', '/api/v1/cases', '/api/v1/evidence-files/x']) {
        const answer = await browser[method](place).set('X-CSRF-Token', `${csrf}x`);
        expect([answer.status, answer.body.code]).toEqual([403, 'csrf.missing']);
      }
    },
  );

  test('that has ended, or whose account is disabled, keeps no stream open', async () => {
    await insertIfMissing('sun');
    const sids = async () => (await db.asOwner<{ sid: string }>('SELECT sid FROM session')).map(({ sid }) => sid);
    const sidOf = async (username: string) => {
      const before = await sids();
      await api.signedIn(username);
      return (await sids()).find((sid) => !before.includes(sid))!;
    };
    const [living, ended, disabled] = [await sidOf('li'), await sidOf('li'), await sidOf('sun')];
    await db.asOwner(`UPDATE session SET expire = now() - interval '1 second' WHERE sid = $1`, [ended]);
    await db.asOwner(`UPDATE account SET disabled = true WHERE id = 'sun'`);
    const pool = openPool(db.appUrl, 1);
    expect(await livingSessions(pool, [living, ended, disabled, 'never'], null)).toEqual(new Set([living]));
    await pool.end();
  });

  test('is nowhere for who never signed in', async () => {
    const answer = await api.browser().get(path).expect(401);
    expect(answer.body).toMatchObject({ code: 'session.required' });
  });
});

async function insertIfMissing(id: string): Promise<void> {
  await db.asOwner(
    `INSERT INTO person SELECT $1, agency_id, section_id, '赵某示', title, roles, certificate, legal_exam, training, leave, hired_on, left_on, particulars
     FROM person WHERE id = 'li' ON CONFLICT DO NOTHING`,
    [id],
  );
  await db.asOwner(
    `INSERT INTO account (id, username, password_hash, person_id) SELECT $1, $1, password_hash, $1 FROM account WHERE id = 'li'
     ON CONFLICT DO NOTHING`,
    [id],
  );
}
