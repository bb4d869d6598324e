import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { storyOf, upTo } from '../support/stories.ts';
import { browserPath, openDesks, untold, unusable, type Desks } from './browser.ts';

const withBrowser = browserPath ? describe : describe.skip;

withBrowser('the desks in a browser', () => {
  let desks: Desks;
  let caseId: string;

  beforeAll(async () => {
    desks = await openDesks();
    caseId = await desks.system.tellAll(upTo(storyOf('C01').requests, 'submit'));
  });
  afterAll(() => desks?.close());
  afterEach(() => expect(desks.complaints).toEqual([]));

  test('whoever is not signed in is led to the sign-in page, and after it to where they wanted to go', async () => {
    const page = await desks.window();
    await page.goto(`${desks.url}/cases?overdue=true`);
    await page.getByLabel('用户名').fill('xltyj-f1');
    await page.getByLabel('密码').fill('wrong');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('用户名或者密码').waitFor();
    expect(await unusable(page)).toEqual([]);
    await page.getByLabel('密码').fill('Right-horse-7');
    await page.getByRole('button', { name: '登录' }).click();
    await page.waitForURL(`${desks.url}/cases?overdue=true`);
  });

  test('the workbench says what is asked, until when, and leads to the case', async () => {
    const page = await desks.open('xltyj-f1');
    const row = page.locator('tbody tr');
    await row.first().waitFor();
    expect(await row.first().innerText()).toMatch(/初审通过\s+初审退回/);
    expect(await unusable(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await row.first().getByRole('link').first().press('Enter');
    await page.waitForURL(`${desks.url}/cases/${caseId}`);
  });

  test('nothing to do is said, with the next step', async () => {
    const page = await desks.open('xltyj-l1');
    await page.getByText('没有等您办理的事项').waitFor();
    expect(await unusable(page)).toEqual([]);
  });

  test('a first reviewer returns a case with reasons in one place; what was typed survives a refusal', async () => {
    const page = await desks.open('xltyj-f1', `/cases/${caseId}`);
    await untold(page);
    await page.getByRole('button', { name: '初审退回', exact: true }).click();
    expect(await unusable(page)).toEqual([]);
    await page.getByLabel('理由').fill('证据清单缺页\n缺询问笔录');
    await desks.system.post('xltyj-h1', `/api/v1/cases/${caseId}/actions/withdrawSubmission`, { reason: '补充取证' }, '2026-02-10T09:00:00+08:00'); // prettier-ignore
    await page.getByRole('button', { name: '确定初审退回' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('理由').inputValue()).toBe('证据清单缺页\n缺询问笔录');
  });

  test('each deadline says why it is that day', async () => {
    const page = await desks.open('xltyj-f1', `/cases/${caseId}?tab=deadlines`);
    await page.getByText(/期限90日，自2026年1月19日/).waitFor();
    expect(await unusable(page)).toEqual([]);
  });

  test('a notice comes while one looks, and leads to its case', async () => {
    const told = await desks.system.tellAll(upTo(storyOf('C02').requests, 'saveDraft'));
    const page = await desks.open('xltyj-f2', '/notices');
    await page.getByText('没有消息').waitFor();
    await desks.system.tellAll(upTo(storyOf('C02').requests, 'submit').slice(-1), told);
    const notice = page.getByRole('link', { name: /请办理/ });
    await notice.waitFor();
    await page.locator('.count', { hasText: /^1$/ }).waitFor();
    expect(await unusable(page)).toEqual([]);
    await notice.click();
    await page.waitForURL(`${desks.url}/cases/${told}`);
    await page.locator('.count').waitFor({ state: 'detached' });
  });

  test('English says the same', async () => {
    const page = await desks.open('xltyj-f1', `/cases/${caseId}?tab=history`);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('link', { name: 'My work' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await unusable(page)).toEqual([]);
  });
});
