import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { noticePageAnswer, type NoticeAnswer } from '../../api/schemas/notifications.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { requestFor, storyOf, upTo } from '../support/stories.ts';

const path = '/api/v1/notifications';
let system: RecordedSystem;
let id: string;
const { requests } = storyOf('C01');
const later = '2026-12-31T09:00:00+08:00';

beforeAll(async () => {
  system = await createRecordedSystem();
  id = await system.tellAll(upTo(requests, 'submit'));
});
afterAll(() => system.close());

async function noticesOf(person: string, query = '', at = later) {
  const { status, body } = await system.get(person, `${path}${query}`, at);
  expect({ status, body }).toMatchObject({ status: 200 });
  return noticePageAnswer.parse(body);
}

const ofCase = (items: NoticeAnswer[], caseId = id) => items.filter((item) => item.caseId === caseId);

async function mark(person: string, what: string, body: object = {}, at = later) {
  const { browser, csrf } = await system.api.signedIn(person);
  return browser.post(`${path}/${what}`).set({ 'X-CSRF-Token': csrf, 'Sanxiang-Clock': at }).send(body);
}

describe('a person who was told', () => {
  test('reads what happened, in both languages, with the title of the case and the way to it', async () => {
    const { items, unread, total } = await noticesOf('xltyj-f1');
    expect({ unread, total }).toEqual({ unread: 1, total: 1 });
    expect(items).toEqual([
      {
        id: '1',
        kind: 'task',
        kindName: '新任务',
        kindNameEn: 'New task',
        orderId: null,
        text: `「${items[0]!.title}」请办理（科室初审）`,
        textEn: `“${items[0]!.title}” is waiting for you (First review)`,
        caseId: id,
        title: expect.stringContaining('盘锦辰浦石化设备安装有限公司'),
        path: `/api/v1/cases/${id}`,
        stage: 'firstReview',
        rung: null,
        due: null,
        at: requestFor(requests, 'submit').at,
        readAt: null,
      },
    ]);
    expect((await system.get('xltyj-f1', items[0]!.path)).status).toBe(200);
  });

  test('marks it as read once, however often, and nobody else can', async () => {
    expect((await mark('xltyj-h1', '1/read')).status).toBe(404);
    expect((await noticesOf('xltyj-f1')).unread).toBe(1);
    const first = await mark('xltyj-f1', '1/read', {}, '2026-12-31T10:00:00+08:00');
    const second = await mark('xltyj-f1', '1/read', {}, '2026-12-31T11:00:00+08:00');
    expect([first.status, first.body, second.status, second.body]).toEqual([200, { unread: 0 }, 200, { unread: 0 }]);
    const { items } = await noticesOf('xltyj-f1');
    expect(items[0]?.readAt).toBe('2026-12-31T10:00:00+08:00');
    expect((await noticesOf('xltyj-f1', '?unread=true')).items).toEqual([]);
  });

  test.each(['99', '0', 'x', '99999999999999999999', '%2e'])('has no notice %s', async (which) => {
    const { status, body } = await mark('xltyj-f1', `${which}/read`);
    expect([status, body.code]).toEqual([404, 'notice.unknown']);
  });

  test('is asked to sign in first', async () => {
    await system.api.browser().get(path).expect(401);
    await system.api.browser().get(`${path}/stream`).expect(401);
  });
});

describe('what is not yet to be told', () => {
  test('is not there at an earlier moment: not in the list, not in the counts, not to be marked', async () => {
    const before = '2026-01-01T09:00:00+08:00';
    expect(await noticesOf('xltyj-h2', '', before)).toMatchObject({ items: [], total: 0, unread: 0 });
    expect((await mark('xltyj-h2', '1/read', {}, before)).status).toBe(404);
    await mark('xltyj-h2', 'read-all', {}, before);
    expect((await noticesOf('xltyj-h2')).unread).toBeGreaterThan(0);
  });

  test('a reminder at midnight is told when the office opens', async () => {
    await system.get('xltyj-f1', `/api/v1/cases/${id}`, '2026-12-31T09:00:00+08:00');
    const all = ofCase((await noticesOf('xltyj-f1')).items).filter(({ kind }) => kind === 'reminder');
    for (const { at } of all) expect(at).toMatch(/T08:30:00/);
  });
});

describe('a long list', () => {
  beforeAll(async () => {
    for (let n = 0; n < 25; n += 1) {
      await system.post('xltyj-s1', `/api/v1/cases/${id}/actions/urge`, { text: '请抓紧' }, later);
    }
  });

  test('comes in pages, the newest first, each notice once, whatever comes meanwhile', async () => {
    const seen: NoticeAnswer[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor ? `?limit=7&cursor=${cursor}` : '?limit=7';
      const page = await noticesOf('xltyj-f1', query);
      seen.push(...page.items);
      cursor = page.nextCursor;
      if (seen.length < 20) await system.post('xltyj-s1', `/api/v1/cases/${id}/actions/urge`, {}, later);
    } while (cursor);
    const ids = seen.map((item) => item.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(25);
    const order = seen.map(({ at, id: position }) => `${at} ${position.padStart(9, '0')}`);
    expect(order).toEqual(order.toSorted().toReversed());
    expect(seen[0]).toMatchObject({ kind: 'urged', text: expect.stringContaining('被催办，请尽快办理') });
  });

  test('is marked as read up to what was seen, and no further', async () => {
    const { mark: upTo, unread } = await noticesOf('xltyj-f1');
    expect(unread).toBeGreaterThanOrEqual(25);
    await system.post('xltyj-s1', `/api/v1/cases/${id}/actions/urge`, {}, later);
    expect((await mark('xltyj-f1', 'read-all', { upTo })).body).toEqual({ unread: 1 });
    expect((await mark('xltyj-f1', 'read-all', { upTo })).body).toEqual({ unread: 1 });
    expect((await mark('xltyj-f1', 'read-all')).body).toEqual({ unread: 0 });
  });

  test.each([
    ['?cursor=nonsense', 'cursor'],
    ['?limit=0', 'limit'],
    ['?unread=maybe', 'unread'],
    ['?other=1', ''],
  ])('refuses %s', async (query, where) => {
    const { status, body } = await system.get('xltyj-f1', `${path}${query}`);
    expect([status, body.code]).toEqual([400, 'input.invalid']);
    expect(body.details.issues[0].path).toBe(where);
  });
});

test('a copy tells the persons named; with somebody who may not read the case it is refused and tells nobody', async () => {
  const copy = (to: string[]) => system.post('xltyj-f1', `/api/v1/cases/${id}/actions/copyTo`, { to }, later);
  const before = (await noticesOf('xltyj-s1')).total;
  const refused = await copy(['xltyj-s1', 'plzwk-nobody']);
  expect(refused.body).toMatchObject({ code: 'person.mayNotRead', details: { persons: ['plzwk-nobody'] } });
  expect((await noticesOf('xltyj-s1')).total).toBe(before);
  expect((await copy(['xltyj-s1'])).status).toBe(200);
  const { items, total } = await noticesOf('xltyj-s1');
  expect(total).toBe(before + 1);
  expect(items[0]).toMatchObject({ kind: 'copied', caseId: id });
});

test('a command that is refused, or sent twice, tells nobody or once', async () => {
  const { browser, csrf } = await system.api.signedIn('xltyj-s1');
  const key = randomUUID();
  const before = (await noticesOf('xltyj-f1')).total;
  for (let n = 0; n < 3; n += 1) {
    await browser.post(`/api/v1/cases/${id}/actions/urge`).set({ 'X-CSRF-Token': csrf, 'Idempotency-Key': key, 'Sanxiang-Clock': later }).send({}).expect(200); // prettier-ignore
  }
  expect((await noticesOf('xltyj-f1')).total).toBe(before + 1);
  expect((await system.post('xltyj-h1', `/api/v1/cases/${id}/actions/urge`, {}, later)).status).toBe(403);
  expect((await noticesOf('xltyj-f1')).total).toBe(before + 1);
});

test('the sentence is made with the title that the reader may read; without it, with none', async () => {
  await system.db.asOwner(`UPDATE person SET roles = '{systemAdmin}' WHERE id = 'xltyj-s1'`);
  const [notice] = (await noticesOf('xltyj-s1')).items;
  await system.db.asOwner(`UPDATE person SET roles = '{sectionHead}' WHERE id = 'xltyj-s1'`);
  expect(notice).toMatchObject({ title: null, text: '一件案件抄送给您（科室初审）' });
});
