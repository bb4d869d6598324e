import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { browserPath, openDesks, unusable, type Desks } from './browser.ts';
import { password } from '../support/api.ts';

const withBrowser = browserPath ? describe : describe.skip;
const next = 'another-Horse-8';

withBrowser('one’s own account in a browser', () => {
  let desks: Desks;

  beforeAll(async () => {
    desks = await openDesks();
  });
  afterAll(() => desks?.close());

  afterEach(() => expect(desks.complaints.filter((one) => !one.includes('403'))).toEqual([]));

  test('the password is changed there, after a wrong attempt that says so, and one goes on working', async () => {
    const page = await desks.open('xltyj-r2', '/work');
    await page.locator('header a.who').click();
    await page.getByRole('heading', { name: '我的账号' }).waitFor();
    expect(await unusable(page)).toEqual([]);
    const fill = async (current: string, again: string) => {
      await page.getByLabel('现在的密码').fill(current);
      await page.getByLabel('新密码', { exact: true }).fill(next);
      await page.getByLabel('再输入一次新密码').fill(again);
    };
    const save = page.getByRole('button', { name: '修改密码' });
    await fill('wrong one', `${next}x`);
    await page.getByText('两次输入的新密码不一样。').waitFor();
    expect(await save.isDisabled()).toBe(true);
    await fill('wrong one', next);
    await save.click();
    await page.getByText('现在的密码不正确').waitFor();
    await fill(password, next);
    await save.click();
    await page.getByText('密码已修改').waitFor();
    expect(await unusable(page)).toEqual([]);
    await page.getByRole('link', { name: '工作台' }).click();
    await page.getByRole('heading', { name: '工作台' }).waitFor();
  });
});
