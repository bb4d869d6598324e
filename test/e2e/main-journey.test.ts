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

withBrowser('a case from its filing to the decision, on a whole system', () => {
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

  test('is filed, reviewed, approved and decided by seven people, each in a browser of their own', async () => {
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
});
