import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { problemBody, problemFrom, problemOf } from '../../api/problem.ts';
import { problemMessages } from '../../api/problem-messages.ts';
import { openDatabase } from '../../prisma/client.ts';
import { createTestApi, insertPeople, password, type TestApi } from '../support/api.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const session = '/api/v1/session';
let db: TestDatabase;
let api: TestApi;

beforeAll(async () => {
  db = await createTestDatabase();
  await insertPeople(db, [{ id: 'li', name: '李某示', roles: ['handler'] }]);
});
afterAll(() => db.close());
beforeEach(() => {
  api = createTestApi(db);
});
afterEach(() => api.close());

describe('a problem', () => {
  test('says in two languages what is wrong and what to do, under a stable code', async () => {
    const answer = await api.browser().get('/api/v1/nothing?name=x').expect(404);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(JSON.parse(answer.text)).toEqual({
      type: '/problems/route.unknown',
      title: '没有这一地址',
      titleEn: 'There is no such address',
      status: 404,
      code: 'route.unknown',
      detail: '没有这一地址；请查阅 /api/docs。',
      detailEn: 'There is no such address; see /api/docs.',
      instance: '/api/v1/nothing',
    });
  });

  test('of the domain is 403 where another person could act, and 409 where the case stands in the way', () => {
    const forbidden = [
      'role.missing',
      'duty.separation',
      'person.left',
      'certificate.expired',
      'admin.keptApart',
    ] as const;
    for (const code of forbidden) expect(problemOf({ code }).status).toBe(403);
    for (const code of ['gate.noPass', 'stage.wrongStage'] as const) expect(problemOf({ code }).status).toBe(409);
    const body = problemBody(
      problemOf({ code: 'gate.noPass', details: { requirement: 'passUnchanged', version: 2 } }),
      '/x',
    );
    expect(body).toMatchObject({
      title: '尚无通过的法制审核，不得作出决定',
      requirement: 'passUnchanged',
      details: { version: 2 },
    });
  });

  test('has both languages and a next step for every code', () => {
    for (const [code, { zh, en }] of Object.entries(problemMessages)) {
      expect([code, zh]).toEqual([code, expect.stringMatching(/；.+。$/)]);
      expect([code, en]).toEqual([code, expect.stringMatching(/; .+\.$/)]);
    }
  });

  test('nobody foresaw tells nothing of itself, to the sender or to the log', async () => {
    const broken = { ...db.database, account: { findUnique: () => Promise.reject(new Error('身份证号 990000')) } };
    const other = createTestApi(db, {}, { database: broken as never });
    const answer = await other.browser().post(session).send({ username: 'li', password }).expect(500);
    expect(answer.text).not.toContain('990000');
    expect(answer.text).not.toContain('.ts');
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'internal' });
    expect(other.logged.join('')).not.toContain('990000');
    expect(other.logged.join('')).toContain('"code":"internal"');
    await other.close();
  });

  test('is 503 when the database is away, and not when a statement is wrong', async () => {
    const away = openDatabase('postgresql://nobody:x@127.0.0.1:1/none');
    const other = createTestApi(db, {}, { database: away });
    const answer = await other.browser().post(session).send({ username: 'li', password }).expect(503);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'database.away' });
    await other.close();
    await away.$disconnect();
    expect(problemFrom(Object.assign(new Error('duplicate key'), { code: '23505' })).code).toBe('internal');
    expect(problemFrom(Object.assign(new Error('admin shutdown'), { code: '57P01' })).code).toBe('database.away');
  });
});

describe('what is sent', () => {
  const send = (body: string, type = 'application/json') =>
    api.browser().post(session).set('Content-Type', type).send(body);
  const refused = async (body: string, type?: string) => {
    const { status, text } = await send(body, type);
    return { status, ...(JSON.parse(text) as { code: string; details?: { issues: { path: string }[] } }) };
  };

  test('may hold no unknown field', async () => {
    const answer = await refused(JSON.stringify({ username: 'li', password, admin: true }));
    expect(answer).toMatchObject({ status: 400, code: 'input.invalid' });
    expect(answer.details?.issues).toEqual([
      { path: '', message: '没有这样的字段：admin；请去掉', messageEn: 'unknown field: admin; leave it out' },
    ]);
  });

  test('is named by place when its type is wrong or it is missing, and never repeated', async () => {
    const answer = await refused(JSON.stringify({ username: 990000197906 }));
    expect(answer).toMatchObject({ status: 400, code: 'input.invalid' });
    expect(answer.details?.issues).toEqual([
      { path: 'username', message: '应为文本', messageEn: 'must be a text' },
      { path: 'password', message: '必须填写（文本）', messageEn: 'is required (a text)' },
    ]);
    expect(JSON.stringify(answer)).not.toContain('990000197906');
  });

  test('may be 1 MB and not a byte more', async () => {
    const body = (bytes: number) => `{"username":"li","password":"${'x'.repeat(bytes - 31)}"}`;
    expect(Buffer.byteLength(body(1_000_000))).toBe(1_000_000);
    expect(await refused(body(1_000_000))).toMatchObject({ status: 400, code: 'input.invalid' });
    expect(await refused(body(1_000_001))).toMatchObject({ status: 413, code: 'input.tooLarge' });
  });

  test('must be well-formed JSON', async () => {
    for (const body of ['{"username":', '"li"', '{"username":"li"}}', 'null']) {
      expect(await refused(body)).toMatchObject({ status: 400, code: 'json.malformed' });
    }
  });

  test('must say that it is JSON, in UTF-8', async () => {
    const body = JSON.stringify({ username: 'li', password });
    for (const type of ['text/plain', 'application/xml', 'multipart/form-data', 'application/json; charset=gbk']) {
      expect(await refused(body, type)).toMatchObject({ status: 415, code: 'media.unsupported' });
    }
  });

  test('may be a form at the sign-in and nowhere else', async () => {
    const { browser, csrf } = await api.signedIn('li');
    const answer = await browser.post('/api/v1/cases').set('X-CSRF-Token', csrf).type('form').send({ a: 'b' });
    expect(answer.status).toBe(415);
  });

  test.each([
    ['a line', (text: string) => JSON.stringify({ username: text, password })],
    ['a field that there is not', (text: string) => JSON.stringify({ username: 'li', password, [text]: 1 })],
  ])('is refused at once, however long it would take to normalise %s', async (_what, written) => {
    const begun = performance.now();
    expect(await refused(written(`e${'\u0301\u0323'.repeat(60_000)}`))).toMatchObject({ code: 'input.invalid' });
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  test.each([
    ['a direction override', 'li\u202Ecod'],
    ['a zero-width space', 'l\u200Bi'],
    ['a control character', 'li\u0000'],
    ['half a character', 'li\uD800'],
    ['a pile of marks', `li${'\u0301'.repeat(40)}`],
  ])('may not hold %s', async (_what, username) => {
    const answer = await refused(JSON.stringify({ username, password }));
    expect(answer).toMatchObject({ status: 400, code: 'input.invalid', details: { issues: [{ path: 'username' }] } });
  });
});

describe('an answer', () => {
  test('that takes a session is kept in no cache, whatever it says', async () => {
    const { browser } = await api.signedIn('li');
    for (const path of [session, '/api/v1/cases', '/api/v1/cases/none', '/api/v1/nothing']) {
      expect((await browser.get(path)).headers['cache-control']).toBe('no-store');
      expect((await api.browser().get(path)).headers['cache-control']).toBe('no-store');
    }
  });

  test.each(['/', '/public', '/public/decisions/none', '/api/v1/public/decisions'])(
    'for everybody at %s is asked for again each time, so that what is withdrawn is gone',
    async (path) => {
      expect((await api.browser().get(path)).headers['cache-control']).toBe('no-cache');
    },
  );
});

describe('Sanxiang-Clock', () => {
  const at = (moment: string, to = api, path = '/public') => to.browser().get(path).set('Sanxiang-Clock', moment);

  test.each(['/healthz', '/', '/public', '/api/v1/session', '/api/v1/nothing'])(
    'is refused at %s outside the rehearsal',
    async (path) => {
      const answer = await at('2026-02-12T10:00:00+08:00', api, path).expect(400);
      expect(JSON.parse(answer.text)).toMatchObject({ code: 'clock.notHere' });
    },
  );

  test('is taken in the rehearsal, as a moment in +08:00 and nothing else', async () => {
    const rehearsal = createTestApi(db, { SANXIANG_PROFILE: 'rehearsal' });
    await at('2026-02-12T10:00:00+08:00', rehearsal).expect(200);
    for (const moment of [
      '2026-02-12',
      '2026-02-12T10:00:00Z',
      '2026-02-30T10:00:00+08:00',
      '2026-02-12T25:00:00+08:00',
    ]) {
      const answer = await at(moment, rehearsal).expect(400);
      expect(JSON.parse(answer.text)).toMatchObject({ code: 'clock.invalid' });
    }
    await rehearsal.close();
  });
});

describe('health', () => {
  test('/healthz answers while the process does', async () => {
    const answer = await api.browser().get('/healthz').expect(200);
    expect(answer.body).toEqual({ status: 'ok' });
  });

  test('/readyz answers 200 only when every part does, and else says which does not', async () => {
    let temporal = true;
    const ready = async () => ({ database: true, temporal });
    const other = createTestApi(db, {}, { ready });
    await other.browser().get('/readyz').expect(200);
    temporal = false;
    const answer = await other.browser().get('/readyz').expect(503);
    expect(answer.body).toMatchObject({ down: ['temporal'], parts: { database: true, temporal: false } });
    await other.close();
  });

  test('/readyz answers 503 when asking the parts fails', async () => {
    const other = createTestApi(db, {}, { ready: () => Promise.reject(new Error('away')) });
    await other.browser().get('/readyz').expect(503);
    await other.close();
  });

  test('/metrics measures by route and status', async () => {
    await api.browser().get('/public/decisions/nothing');
    const { text } = await api.browser().get('/metrics').expect(200);
    expect(text).toContain(
      'http_request_duration_seconds_count{method="GET",route="/public/decisions/:documentNo",status="404"} 1',
    );
  });
});

describe('every answer', () => {
  test('forbids other hosts and names itself', async () => {
    const answer = await api.browser().get('/public').set('X-Request-Id', 'seen-from-outside');
    expect(answer.headers['content-security-policy']!.split(';')).toEqual([
      ...["default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'"],
      ...["connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"],
    ]);
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
    expect(answer.headers).not.toHaveProperty('x-powered-by');
    expect(answer.headers['x-request-id']).toBe('seen-from-outside');
    expect((await api.browser().get('/public').set('X-Request-Id', 'a b<c')).headers['x-request-id']).toMatch(
      /^[0-9a-f-]{36}$/,
    );
  });

  test('leaves neither bodies, cookies, queries nor names in the log', async () => {
    const { browser } = await api.signedIn('li');
    await browser.get('/public?party=李某示');
    await browser.get(session);
    const lines = api.logged.join('');
    expect(lines).toContain('"path":"/public"');
    for (const secret of [password, 'sanxiang.sid', '李某示', encodeURIComponent('李某示'), 'party']) {
      expect(lines).not.toContain(secret);
    }
  });
});

describe('the description of the API', () => {
  test('is OpenAPI 3.1 and documents problems', async () => {
    const { body } = await api.browser().get('/api/v1/openapi.json').expect(200);
    const description = body as { openapi: string; paths: Record<string, Record<string, { responses: object }>> };
    expect(description.openapi).toBe('3.1.0');
    expect(description.paths['/api/v1/session']?.['post']?.responses).toHaveProperty(
      '400.content.application/problem+json',
    );
    expect(description.paths['/api/v1/public/decisions']?.['get']?.responses).toHaveProperty('200');
  });

  test('can be read without another host', async () => {
    const { text } = await api.browser().get('/api/docs/').expect(200);
    expect(text).not.toMatch(/(src|href)=.https?:\/\//);
    await api.browser().get('/api/docs/swagger-ui-bundle.js').expect(200);
  });
});
