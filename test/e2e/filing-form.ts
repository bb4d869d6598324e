import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { picture } from './browser.ts';

interface Filing {
  title: string;
  documentNo: string;
  /** The second handler. */
  second?: string;
}

/** The field that people know by this label. */
export function textBox(page: Page, label: string): Locator {
  return page.getByRole('textbox', { name: label }).first();
}

/** Fills in a filing by the labels that people read. */
export async function fillFiling(page: Page, { title, documentNo, second = 'xltyj-h2' }: Filing): Promise<void> {
  await page.getByLabel('类别').first().selectOption('penalty');
  await page.getByLabel('执法事项').selectOption('xltyj-F01');
  await page.getByLabel('领域').selectOption('安全生产');
  await textBox(page, '案件名称').fill(title);
  await page.getByLabel('当事人类别').selectOption('法人及非法人组织');
  await textBox(page, '名称或者姓名').fill('盘锦辰浦石化设备安装有限公司');
  await textBox(page, '统一社会信用代码').fill('91991103MA7C01A150');
  await page.getByLabel('第2承办人').selectOption(second);
  await textBox(page, '事实').fill('2026年11月20日现场检查，新招用人员6名未经培训即上岗。');
  await textBox(page, '立案审批文号').fill(documentNo);
}

/** Waits until the server has what is typed. */
export async function saved(page: Page): Promise<void> {
  await page.locator('.saving.saved').getByText(/已保存 \d\d:\d\d/).waitFor(); // prettier-ignore
}

/** Keeps a picture of the page where a test fails. */
export function pictured(page: () => Page, play: () => Promise<void>): () => Promise<void> {
  return () =>
    play().catch(async (error: unknown) => {
      await picture(page(), expect.getState().currentTestName?.slice(0, 80) ?? 'filing');
      throw error;
    });
}
