import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { picture, soon } from './browser.ts';
import type { Keyboard } from './keyboard.ts';

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

/** Waits until a field holds this. */
export function holds(field: Locator, value: string): Promise<void> {
  return soon(async () => expect(await field.inputValue()).toBe(value));
}

/** How a field is filled in and an entry of a list chosen. */
type Hand = Pick<Keyboard, 'choose' | 'write'>;

const byMouse: Hand = {
  choose: async (list, value) => void (await list.selectOption(value)),
  write: (field, text) => field.fill(text),
};

/** Fills in a filing by the labels that people read. */
export async function fillFiling(page: Page, filing: Filing, { choose, write }: Hand = byMouse): Promise<void> {
  const { title, documentNo, second = 'xltyj-h2' } = filing;
  await choose(page.getByLabel('类别').first(), 'penalty');
  await choose(page.getByLabel('执法事项'), 'xltyj-F01');
  await choose(page.getByLabel('领域'), '安全生产');
  await write(textBox(page, '案件名称'), title);
  await choose(page.getByLabel('当事人类别'), '法人及非法人组织');
  await write(textBox(page, '名称或者姓名'), '盘锦辰浦石化设备安装有限公司');
  await write(textBox(page, '统一社会信用代码'), '91991103MA7C01A150');
  await choose(page.getByLabel('第2承办人'), second);
  await write(textBox(page, '事实'), '2026年11月20日现场检查，新招用人员6名未经培训即上岗。');
  await write(textBox(page, '立案审批文号'), documentNo);
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
