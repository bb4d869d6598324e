import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PublicAnswer } from '../../api/schemas/public.ts';
import { createTestApi, insertPeople, type TestApi } from '../support/api.ts';
import { createTestDatabase, withClient, type TestDatabase } from '../support/database.ts';
import { insertPublication } from '../support/publications.ts';

const data = '/api/v1/public/decisions';
let db: TestDatabase;
let api: TestApi;

beforeAll(async () => {
  db = await createTestDatabase();
  await insertPeople(db, []);
  for (const [caseId, documentNo] of [
    ['W1', '示应急罚〔2026〕7号'],
    ['W2', '示应急罚〔2026〕8号'],
  ] as const) {
    await insertPublication(db, {
      caseId,
      documentNo,
      partyName: `撤回示例${caseId}公司`,
      facts: '不应再看到的事实。',
      fields: { CF_XDR_MC: `撤回示例${caseId}公司`, CF_NR: '处一万元罚款。' },
      publishedAt: '2026-03-02T09:00:00+08:00',
    });
  }
  await withClient(db.ownerUrl, async (client) => {
    await client.query(`UPDATE publication SET status = 'withdrawn', withdrawn_at = '2026-10-09T09:30:00+08:00',
      withdrawn_reason = '该处罚决定已被行政复议机关依法撤销。' WHERE case_id = 'W1'`);
    const corrections = [{ what: '罚款金额单位有误', reason: '录入错误', at: '2026-03-05T10:00:00+08:00' }];
    await client.query(`UPDATE publication SET corrections = $1`, [JSON.stringify(corrections)]);
  });
  api = createTestApi(db);
});
afterAll(async () => {
  await api.close();
  await db.close();
});

describe('a withdrawn publication', () => {
  test('keeps its place in the list with the reason, and says nothing of the party', async () => {
    const { items } = (await api.browser().get(data).expect(200)).body as PublicAnswer;
    const withdrawn = items.find((item) => item.documentNo === '示应急罚〔2026〕7号');
    expect(withdrawn).toMatchObject({
      partyName: '',
      facts: '',
      fields: {},
      corrections: [],
      withdrawn: { at: '2026-10-09T09:30:00+08:00', reason: '该处罚决定已被行政复议机关依法撤销。' },
    });
    const page = await api.browser().get('/public').expect(200);
    expect(page.text).toContain('已撤回：该处罚决定已被行政复议机关依法撤销。');
    expect(page.text).not.toContain('撤回示例W1公司');
  });

  test('has a page that tells why and when, without what was published', async () => {
    const page = await api
      .browser()
      .get(`/public/decisions/${encodeURIComponent('示应急罚〔2026〕7号')}`)
      .expect(200);
    expect(page.text).toContain('本公示已撤回');
    expect(page.text).toContain('依法撤销');
    expect(page.text).not.toMatch(/不应再看到的事实|撤回示例W1公司|一万元/);
  });

  test('is not found by its party any more', async () => {
    const { items } = (await api.browser().get(data).query({ party: '撤回示例' }).expect(200)).body as PublicAnswer;
    expect(items.map((item) => item.documentNo)).toEqual(['示应急罚〔2026〕8号']);
  });
});

describe('a corrected publication', () => {
  test('says beside the decision what was corrected and why', async () => {
    const page = await api
      .browser()
      .get(`/public/decisions/${encodeURIComponent('示应急罚〔2026〕8号')}`)
      .expect(200);
    expect(page.text).toContain('罚款金额单位有误（录入错误）');
  });
});
