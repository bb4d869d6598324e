import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { evidenceFolder } from '../../evidence/folder.ts';
import { breachesOf } from '../support/breaches.ts';
import { withClient } from '../support/database.ts';
import { browserPath, picture } from './browser.ts';
import { fillFiling, holds } from './filing-form.ts';
import { answerTen, keyboardOf } from './keyboard.ts';
import { openRealDesks, type RealDesks } from './real-desks.ts';

jest.setTimeout(240_000);
const withBrowser = browserPath ? describe : describe.skip;

/** Takes an act that is done on the case page in one screen. */
async function act(
  page: Page,
  label: string,
  fill: (form: ReturnType<Page['locator']>) => Promise<void>,
): Promise<void> {
  const beside = page.getByText('其他事项', { exact: true });
  const button = page.getByRole('button', { name: label, exact: true });
  await page.getByRole('heading', { name: '您可以' }).waitFor();
  if (!(await button.isVisible())) await beside.click();
  await button.click();
  await fill(page.locator('.acting form'));
  await page.getByRole('button', { name: `确定${label}` }).click();
  await page.locator('.acting').waitFor({ state: 'detached' });
}

withBrowser('a case from its filing to the public, on a whole system', () => {
  let desks: RealDesks;
  let last: Page | undefined;
  const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();

  beforeAll(async () => {
    desks = await openRealDesks();
  }, 240_000);
  afterAll(async () => {
    if (last && desks.complaints.length > 0) await picture(last, 'main-journey');
    await desks?.close();
  });

  test('is filed, reviewed, approved, decided, served and published by nine people, each in a browser of their own', async () => {
    try {
      await journey();
    } catch (error) {
      if (last) await picture(last, 'main-journey');
      throw error;
    }
    expect(desks.complaints).toEqual([]);
  });

  const at = async (person: string, place: string) => (last = await desks.at(person, place));

  async function journey(): Promise<void> {
    const handler = await at('xltyj-h1', '/cases/new');
    await fillFiling(handler, { title: '辰浦公司未培训上岗案', documentNo: `兴应急立〔${year}〕31号` });
    await handler.getByText('必填内容已齐').waitFor();
    await handler.getByRole('button', { name: '确认立案' }).click();
    await handler.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
    const place = new URL(handler.url()).pathname;

    await handler.getByRole('link', { name: '拟稿' }).click();
    await handler.getByLabel('罚款', { exact: true }).check();
    await handler.getByLabel('罚款（补偿）数额（元）').fill('18000');
    await handler.getByLabel('从事项清单选阶次').selectOption({ index: 2 });
    await handler.getByLabel('裁量理由').fill('首次违法，按期整改');
    await handler.getByLabel('决定内容').fill('处人民币一万八千元罚款。');
    await handler.getByRole('button', { name: '拟稿：存为第1版' }).click();
    await handler.getByText('与第1版一致').waitFor();

    const told = await at('xltyj-h1', place);
    await act(told, '事先告知', async (form) => {
      await form.getByLabel('告知书名称').fill('行政处罚事先告知书');
      await form.getByLabel('送达方式').fill('直接送达');
      await holds(form.getByLabel('金额（元）'), '18000');
      expect(await form.getByLabel('罚款', { exact: true }).isChecked()).toBe(true);
    });
    await act(told, '陈述申辩', async (form) => {
      await form.getByLabel('放弃陈述、申辩').check();
    });

    const submitting = await at('xltyj-h1', `${place}/draft`);
    await submitting.getByText('与第1版一致').waitFor();
    const boxes = submitting.locator('.materials input');
    await boxes.first().waitFor();
    for (let n = 0; n < (await boxes.count()); n += 1) await boxes.nth(n).check();
    await submitting.getByText('全部备齐').waitFor();
    await submitting.getByRole('button', { name: '提交初审' }).click();
    await submitting.getByText('科室初审').first().waitFor();

    const first = await at('xltyj-f1', '/work');
    await first.locator('tbody a').first().click();
    await first.waitForURL(`${desks.system.url}${place}`);
    await act(first, '初审通过', (form) => form.getByLabel('意见').fill('事实清楚，同意报审签。'));
    await act(await at('xltyj-s1', place), '科室审签', (form) => form.getByLabel('意见').fill('同意送审。'));
    await act(await at('xltyj-q1', place), '受理', async (form) => {
      await form.getByRole('radio', { name: /翟霁月/ }).check();
      await form.getByLabel('我确认送审材料齐全').check();
    });

    const reviewer = await at('xltyj-r1', `${place}/review`);
    await reviewer.locator('[data-item=subjectCompetent]').focus();
    await answerTen(keyboardOf(reviewer), (item) => (item === 10 ? '3' : '1'));
    await reviewer.getByText('十项都已作答').waitFor();
    await reviewer.getByRole('radio', { name: /^同意/ }).check();
    await reviewer.getByRole('button', { name: '出具意见' }).click();
    await reviewer.waitForURL(`${desks.system.url}${place}?tab=opinions`);

    await act(await at('xltyj-q1', place), '审签意见', async (form) => {
      await form.locator('input[name=opinionNo]:not([value=""])').waitFor();
    });
    const waiting = await at('xltyj-h1', place);
    await waiting.getByText('为什么不能办其他事项').click();
    await waiting.getByText(/^制发：/).waitFor();
    await act(await at('xltyj-l2', place), '负责人批准', (form) => form.getByLabel('意见').fill('同意。'));
    await act(await at('xltyj-h2', place), '制发', async (form) => {
      await form.getByLabel('文号').fill(`兴应急罚〔${year}〕1号`);
      await form.getByLabel('用印').check();
    });
    await last!.getByText('送达·公示·执行').first().waitFor();
    await madePublic(place);

    const { databaseOwnerUrl, temporalAddress, temporalNamespace, dataDir } = desks.system;
    const { rows } = await withClient(databaseOwnerUrl, (client) =>
      client.query('SELECT document_no, review_state, amount_fen FROM decision'),
    );
    expect(rows).toEqual([{ document_no: `兴应急罚〔${year}〕1号`, review_state: 'passed', amount_fen: '1800000' }]);
    expect(
      await breachesOf(databaseOwnerUrl, temporalAddress, {
        namespace: temporalNamespace,
        evidence: evidenceFolder(dataDir),
      }),
    ).toEqual([]);
  }

  /** Nothing was filed for the publication: it goes out in the fields of 双公示 all the same, and what is to be hidden is hidden. */
  async function madePublic(place: string): Promise<void> {
    await act(await at('xltyj-h1', place), '送达', async (form) => {
      await form.getByLabel('送达方式').fill('直接送达');
      await form.getByLabel('回证').fill('送达回证1号');
    });
    await act(await at('xltyj-p1', place), '拟制公示', async (form) => {
      await form.getByLabel(/还应隐去的文字/).fill('新招用人员→员工\n6名');
      expect(await form.getByLabel('许可类别').count()).toBe(0);
    });
    const approving = await at('xltyj-p2', place);
    await approving.getByRole('heading', { name: /拟公示稿（待批准）/ }).waitFor();
    await approving.getByText('2026年11月20日现场检查，员工〔已隐去〕未经培训即上岗。').first().waitFor();
    await approving.getByText('处罚类别', { exact: true }).waitFor();
    await act(approving, '批准公示', (form) => form.getByLabel('已确认技术处理').check());
    await act(await at('xltyj-p1', place), '公示', (form) => form.getByLabel('公示渠道').fill('区政府门户网站'));
    const reader = await at('xltyj-p1', `/public/decisions/${encodeURIComponent(`兴应急罚〔${year}〕1号`)}`);
    await reader.getByText('员工〔已隐去〕未经培训即上岗').first().waitFor();
    for (const field of ['违法行为类型', '处罚类别', '处罚有效期', '罚款金额（万元）', '处罚机关统一社会信用代码'])
      await reader.getByRole('rowheader', { name: field }).waitFor();
    expect(await reader.getByText('新招用人员').count()).toBe(0);
  }
});
