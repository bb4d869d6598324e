import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PublicAnswer } from '../../api/schemas/public.ts';
import { createTestApi, insertPeople, type TestApi } from '../support/api.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { insertPublication } from '../support/publications.ts';

const data = '/api/v1/public/decisions';
let db: TestDatabase;
let api: TestApi;
let rehearsal: TestApi;

beforeAll(async () => {
  db = await createTestDatabase();
  await insertPeople(db, []);
  api = createTestApi(db);
  rehearsal = createTestApi(db, { SANXIANG_PROFILE: 'rehearsal' });
  const empty = await api.browser().get('/public').expect(200);
  expect(empty.text).toContain('目前没有公示中的决定');
  await insertPublication(db, {
    caseId: 'C1',
    documentNo: '示应急罚〔2026〕1号',
    facts: '第一段，身份证号码［已隐去］。\n第二段。',
    fields: {
      CF_XDR_MC: '示例化工有限公司',
      CF_YJ: '《安全生产法》第二十八条',
      CF_NR: '处一万八千元罚款。',
      CF_NR_FK: 1.8,
      CF_JDRQ: '2026/02/27',
      CF_FR_ZJHM: '990000197906123172',
    },
    publishedAt: '2026-03-02T09:00:00+08:00',
    publicUntil: '2099-03-04',
  });
  await insertPublication(db, {
    caseId: 'C2',
    documentNo: '示商罚〔2026〕1号',
    agency: 'a2',
    title: '<script>alert(1)</script>',
    partyName: '"><img src=x onerror=alert(2)>',
    facts: "<b>事实</b> & 'more'",
    fields: { CF_NR: '<i>内容</i>' },
    publishedAt: '2026-03-03T09:00:00+08:00',
  });
  await insertPublication(db, { caseId: 'C3', documentNo: '示应急罚〔2026〕3号', status: 'approved' });
});
afterAll(async () => {
  await api.close();
  await rehearsal.close();
  await db.close();
});

const found = async (query: Record<string, string>, clock?: string) => {
  const request = (clock ? rehearsal : api).browser().get(data).query(query);
  const answer = await (clock ? request.set('Sanxiang-Clock', clock) : request).expect(200);
  return answer.body as PublicAnswer;
};
const numbers = ({ items }: PublicAnswer) => items.map(({ documentNo }) => documentNo);

describe('the published decisions', () => {
  test('are listed for anybody, the newest first, and only those that are published', async () => {
    expect(numbers(await found({}))).toEqual(['示商罚〔2026〕1号', '示应急罚〔2026〕1号']);
    const { text } = await api.browser().get('/public').expect(200);
    expect(text.indexOf('示商罚〔2026〕1号')).toBeLessThan(text.indexOf('示应急罚〔2026〕1号'));
    expect(text).not.toContain('示应急罚〔2026〕3号');
  });

  test('go out with exactly the fields of the published forms', async () => {
    const { items } = await found({ documentNo: '示应急罚〔2026〕1号' });
    expect(items).toEqual([
      {
        documentNo: '示应急罚〔2026〕1号',
        title: '未按规定培训案',
        kind: 'penalty',
        agency: 'a1',
        agencyName: '示例市应急管理局',
        partyName: '示例化工有限公司',
        fields: {
          CF_XDR_MC: '示例化工有限公司',
          CF_YJ: '《安全生产法》第二十八条',
          CF_NR: '处一万八千元罚款。',
          CF_NR_FK: 1.8,
          CF_JDRQ: '2026/02/27',
        },
        facts: '第一段，身份证号码［已隐去］。\n第二段。',
        publishedAt: '2026-03-02T09:00:00+08:00',
        publicUntil: '2099-03-04',
        corrections: [],
        withdrawn: null,
      },
    ]);
  });

  test('keep the order of the published form', async () => {
    const { items } = await found({ documentNo: '示应急罚〔2026〕1号' });
    const order = ['CF_XDR_MC', 'CF_YJ', 'CF_NR', 'CF_NR_FK', 'CF_JDRQ'];
    expect(Object.keys(items[0]!.fields)).toEqual(order);
  });

  test('are found by a part of number, party or agency, whatever brackets are typed', async () => {
    expect(numbers(await found({ documentNo: '示应急罚[2026]1号' }))).toEqual(['示应急罚〔2026〕1号']);
    expect(numbers(await found({ party: '化工' }))).toEqual(['示应急罚〔2026〕1号']);
    expect(numbers(await found({ agency: '商务' }))).toEqual(['示商罚〔2026〕1号']);
    expect(numbers(await found({ agency: 'a1' }))).toEqual(['示应急罚〔2026〕1号']);
    expect(numbers(await found({ party: '%' }))).toEqual([]);
    expect(numbers(await found({ party: '_' }))).toEqual([]);
    expect(numbers(await found({ party: '', agency: '' }))).toHaveLength(2);
  });

  test('leave by themselves after the last day of their public period', async () => {
    const first = '示应急罚〔2026〕1号';
    expect(numbers(await found({ documentNo: first }, '2099-03-04T23:59:00+08:00'))).toEqual([first]);
    expect(numbers(await found({ documentNo: first }, '2099-03-05T00:00:00+08:00'))).toEqual([]);
    const page = `/public/decisions/${encodeURIComponent(first)}`;
    await rehearsal.browser().get(page).set('Sanxiang-Clock', '2099-03-04T23:59:00+08:00').expect(200);
    const gone = await rehearsal.browser().get(page).set('Sanxiang-Clock', '2099-03-05T00:00:00+08:00').expect(404);
    expect(gone.text).toContain('公示期已满');
  });

  test('are not there before they were published', async () => {
    expect(numbers(await found({}, '2026-03-02T12:00:00+08:00'))).toEqual(['示应急罚〔2026〕1号']);
  });

  test('refuse an unknown condition, a mended cursor and a text that is not plain', async () => {
    for (const query of [
      { name: 'x' },
      { cursor: 'abc' },
      { cursor: 'WyIyMDI2LTAxLTAxVDAwOjAwOjAwLjAwMFoiLCJcdTAwMDAiXQ' },
      { party: 'a\u202Eb' },
    ]) {
      const answer = await api.browser().get(data).query(query).expect(400);
      expect(JSON.parse(answer.text)).toMatchObject({ code: 'input.invalid' });
    }
  });
});

describe('a page for readers', () => {
  test('escapes whatever a row holds', async () => {
    const list = await api.browser().get('/public').query({ agency: '"><script>' }).expect(200);
    const decision = await api
      .browser()
      .get(`/public/decisions/${encodeURIComponent('示商罚〔2026〕1号')}`)
      .expect(200);
    const all = await api.browser().get('/public').expect(200);
    for (const { text } of [list, decision, all]) {
      expect(text).not.toMatch(/<script|<img|<b>|<i>|onerror=[^&]*>/);
    }
    expect(decision.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(decision.text).toContain('&lt;b&gt;事实&lt;/b&gt; &amp; &#39;more&#39;');
  });

  test('shows the decision as a document, marks what was taken out and says how to complain', async () => {
    const { text } = await api
      .browser()
      .get(`/public/decisions/${encodeURIComponent('示应急罚〔2026〕1号')}`)
      .expect(200);
    expect(text).toContain('身份证号码<span class="redacted">〔已隐去〕</span>。');
    expect(text).toContain('<p>第二段。</p>');
    expect(text).toContain('《安全生产法》第二十八条');
    expect(text).toContain('<time datetime="2099-03-04">2099年3月4日</time>');
    expect(text).toContain('执法监督机关示例市司法局');
    expect(text).not.toContain('990000197906123172');
  });

  test('says what to do next when nothing is found, and when something is wrong', async () => {
    const nothing = await api.browser().get('/public').query({ party: '没有的' }).expect(200);
    expect(nothing.text).toContain('请减少一个条件');
    const wrong = await api.browser().get('/public').query({ party: 'a\u202Eb' }).expect(400);
    expect(wrong.text).toContain('查询条件有误');
    const unknown = await api.browser().get('/public/decisions/%00').expect(404);
    expect(unknown.text).toContain('请核对文号');
  });

  test('takes no offence at the marks of other sites in its address', async () => {
    await api.browser().get('/public?utm_source=x').expect(200);
  });

  test.each(['/', '/public', `/public/decisions/${encodeURIComponent('示应急罚〔2026〕1号')}`])(
    'has language, title, landmarks, one heading and a label for every field: %s',
    async (path) => {
      const { text } = await api.browser().get(path).expect(200);
      expect(text).toMatch(/<html lang="zh-CN">/);
      expect(text).toMatch(/<title>[^<]+<\/title>/);
      expect(text.match(/<main[ >]/g)).toHaveLength(1);
      expect(text.match(/<h1[ >]/g)).toHaveLength(1);
      for (const [, id] of text.matchAll(/<input id="([^"]+)"/g)) expect(text).toContain(`<label for="${id}">`);
      for (const [, address] of text.matchAll(/(?:href|src|action)="([^"]+)"/g)) expect(address).toMatch(/^[/#]/);
      expect(text).not.toMatch(/style=|<style|<script/);
    },
  );
});

describe('many published decisions', () => {
  let many: TestDatabase;
  let other: TestApi;

  beforeAll(async () => {
    many = await createTestDatabase();
    await insertPeople(many, []);
    for (let n = 1; n <= 45; n += 1) {
      const publishedAt = `2026-03-${n <= 30 ? '01' : '02'}T09:00:00+08:00`;
      await insertPublication(many, {
        caseId: `C${String(n).padStart(2, '0')}`,
        documentNo: `示应急罚〔2026〕${n}号`,
        publishedAt,
      });
    }
    other = createTestApi(many);
  });
  afterAll(async () => {
    await other.close();
    await many.close();
  });

  test('come page by page, each once, even when many were published at the same moment', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    let pages = 0;
    while (cursor !== null && pages < 9) {
      const { body } = await other
        .browser()
        .get(data)
        .query(cursor ? { cursor } : {})
        .expect(200);
      const page = body as PublicAnswer;
      seen.push(...numbers(page));
      cursor = page.nextCursor;
      pages += 1;
    }
    expect(pages).toBe(3);
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
    expect(seen[0]).toBe('示应急罚〔2026〕45号');
  });

  test('have a link to the next page that keeps what was searched for', async () => {
    const { text } = await other.browser().get('/public').query({ agency: '应急' }).expect(200);
    const next = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    expect(next).toContain(encodeURIComponent('应急'));
    const second = await other.browser().get(next!).expect(200);
    expect(second.text.match(/<th scope="row">/g)).toHaveLength(20);
  });
});
