import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { browserPath, openDesks, picture, unusable, type Desks } from './browser.ts';

jest.setTimeout(60_000);
const withBrowser = browserPath ? describe : describe.skip;

const creditCode = '91991103MA7C01A150';
let desks: Desks;
let page: Page;

/** Fills in a filing by the labels that people read. */
async function fillFiling(on: Page, title: string, documentNo: string): Promise<void> {
  await on.getByLabel('类别', { exact: false }).first().selectOption('penalty');
  await on.getByLabel('执法事项').selectOption('xltyj-F01');
  await on.getByLabel('领域').selectOption('安全生产');
  await on.getByLabel('案件名称').fill(title);
  await on.getByLabel('当事人类别').selectOption('法人及非法人组织');
  await on.getByLabel('名称或者姓名').fill('盘锦辰浦石化设备安装有限公司');
  await on.getByLabel('统一社会信用代码').fill(creditCode);
  await on.getByLabel('第2承办人').selectOption('xltyj-h2');
  await on.getByLabel('事实', { exact: false }).first().fill('2026年11月20日现场检查，新招用人员6名未经培训即上岗。');
  await on.getByLabel('立案审批文号').fill(documentNo);
}

const saved = (on: Page) =>
  on
    .locator('.saving.saved')
    .getByText(/已保存 \d\d:\d\d/)
    .waitFor();

withBrowser('filing and drafting in a browser', () => {
  beforeAll(async () => {
    desks = await openDesks();
  }, 120_000);
  afterAll(() => desks?.close());
  afterEach(async () => {
    const state = expect.getState();
    if (state.testPath && page && !page.isClosed())
      await picture(page, `filing-${state.currentTestName?.slice(-40) ?? ''}`);
    expect(desks.complaints).toEqual([]);
  });

  test('a handler files a case from nothing, drafts it and submits it for first review', async () => {
    page = await desks.open('xltyj-h1');
    await page.getByRole('link', { name: '立案' }).click();
    await page.waitForURL(`${desks.url}/cases/new`);
    await page.getByRole('heading', { name: /还缺/ }).waitFor();
    expect(await unusable(page)).toEqual([]);
    await fillFiling(page, '辰浦公司未培训上岗案', '兴应急立〔2026〕31号');
    await page.getByText('必填内容已齐').waitFor();
    await saved(page);
    expect(await unusable(page)).toEqual([]);
    await page.getByRole('button', { name: '确认立案' }).click();
    await page.getByRole('heading', { name: '辰浦公司未培训上岗案' }).waitFor();
    await page.getByRole('link', { name: '拟稿' }).click();
    await page.getByLabel('罚款', { exact: true }).check();
    await page.getByLabel('罚款（补偿）数额（元）').fill('60,000');
    await page.getByText('当事人可以要求听证').waitFor();
    await page.getByText('重大：法制审核后集体讨论').waitFor();
    await page.getByLabel('罚款（补偿）数额（元）').fill('18000');
    await page.getByText('非重大：法制审核后负责人审批').waitFor();
    await page.getByLabel('从事项清单选阶次').selectOption({ index: 2 });
    await page.getByLabel('裁量理由').fill('首次违法，按期整改');
    await page.getByLabel('决定内容').fill('处人民币一万八千元罚款。');
    expect(await unusable(page)).toEqual([]);
    await page.getByRole('button', { name: '拟稿：存为第1版' }).click();
    await page.getByText('与第1版一致').waitFor();
    await page.locator('button:not(.ant-btn-loading)', { hasText: '提交初审' }).waitFor();
    await page.getByRole('button', { name: '提交初审' }).click();
    await page.getByText('送审材料不齐全').first().waitFor();
    const boxes = page.locator('.materials input');
    for (let n = 0; n < (await boxes.count()); n++) await boxes.nth(n).check();
    await page.getByText('全部备齐').waitFor();
    await page.getByRole('button', { name: '提交初审' }).click();
    await page.getByText('科室初审').first().waitFor();
    const [row] = await desks.system.db
      .asOwner(`SELECT stage, amount_fen, (SELECT count(*)::int FROM working_copy) AS left
      FROM case_file f JOIN content_version v ON v.case_id = f.id WHERE title = '辰浦公司未培训上岗案'`);
    expect(row).toEqual({ stage: 'firstReview', amount_fen: '1800000', left: 0 });
  });
});
