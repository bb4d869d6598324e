import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { storyOf, upTo } from '../support/stories.ts';
import { browserPath, openDesks, soon, unusable, type Desks } from './browser.ts';

const withBrowser = browserPath ? describe : describe.skip;

withBrowser('a page whose file cannot be read', () => {
  let desks: Desks;
  let caseId: string;

  beforeAll(async () => {
    desks = await openDesks();
    caseId = await desks.system.tellAll(upTo(storyOf('C01').requests, 'submit'));
  });
  afterAll(() => desks?.close());
  // The browser's console has the error for whoever mends it; nothing else is complained about.
  afterEach(() => expect(desks.complaints.splice(0).filter((line) => !line.includes('not read'))).toEqual([]));

  /** As after an update of the server: the file that the open window names is gone. */
  async function gone(page: Page, file: RegExp): Promise<void> {
    await page.route(file, (route) => route.fulfill({ status: 404, body: '' }));
  }

  test('is said in its place, the way to other pages stays, and it is read again on demand', async () => {
    const page = await desks.open('xltyj-f1');
    await page.locator('tbody tr').first().waitFor();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (/cases-page-.*\.js/.test(request.url())) asked.push(request.url());
    });
    await gone(page, /assets\/cases-page-.*\.js/);
    await page.getByRole('link', { name: '案件', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: '这里的内容没有读到' }).waitFor();
    expect(await unusable(page)).toEqual([]);
    expect(asked).toHaveLength(1);
    await page.getByRole('link', { name: /^消息/ }).click();
    await page.getByRole('heading', { name: '消息' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.goBack();
    await page.getByRole('alert').waitFor();
    await page.getByRole('button', { name: '重新读取' }).click();
    await soon(async () => expect(asked.length).toBe(2));
    await page.getByRole('alert').waitFor();
    await page.unroute(/assets\/cases-page-.*\.js/);
    await page.getByRole('button', { name: '重新读取' }).click();
    await page.getByRole('heading', { name: '案件' }).waitFor();
  });

  test('is not left for a page of the browser while the server cannot be reached', async () => {
    const page = await desks.open('xltyj-f1');
    await page.locator('tbody tr').first().waitFor();
    await page.context().setOffline(true);
    await page.getByRole('link', { name: '案件', exact: true }).click();
    await page.getByRole('button', { name: '重新读取' }).click();
    await page.getByText('还是连不上服务器').waitFor();
    expect(await unusable(page)).toEqual([]);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '重新读取' }).click();
    await page.getByRole('heading', { name: '案件' }).waitFor();
  });

  test('leaves a case usable where only one of its tabs cannot be read, and what is typed stays', async () => {
    const page = await desks.open('xltyj-f1', `/cases/${caseId}`);
    await gone(page, /assets\/opinions-tab-.*\.js/);
    await page.getByRole('button', { name: '初审退回', exact: true }).click();
    await page.getByLabel('理由').fill('证据清单缺页');
    await page.getByRole('tab', { name: '意见' }).click();
    await page.getByRole('alert').filter({ hasText: '这里的内容没有读到' }).waitFor();
    expect(await page.getByLabel('理由').inputValue()).toBe('证据清单缺页');
    expect(await unusable(page)).toEqual([]);
    await page.unroute(/assets\/opinions-tab-.*\.js/);
    await page.getByRole('button', { name: '重新读取' }).click();
    await page.getByRole('tabpanel', { name: '意见' }).waitFor();
    expect(await page.getByLabel('理由').inputValue()).toBe('证据清单缺页');
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('is said in English too, and to whoever is not signed in', async () => {
    const page = await desks.window();
    await page.addInitScript(`localStorage.setItem('sanxiang.language', 'en')`);
    await gone(page, /assets\/sign-in-page-.*\.js/);
    await page.goto(`${desks.url}/sign-in`);
    await page.getByText('What belongs here could not be read').waitFor();
    expect(await unusable(page)).toEqual([]);
    await page.unroute(/assets\/sign-in-page-.*\.js/);
    await page.getByRole('button', { name: 'Read again' }).click();
    await page.getByLabel('User name').waitFor();
  });

  test('is said in both languages where not even the first file came, and not while it is only on its way', async () => {
    const page = await desks.window();
    const said = page.getByText('页面还没有读出来');
    await gone(page, /assets\/index-.*\.js/);
    await page.goto(`${desks.url}/sign-in`);
    expect(await said.isVisible()).toBe(false);
    await said.waitFor();
    await page.getByText('This page has not been read yet').waitFor();
    await page.unroute(/assets\/index-.*\.js/);
    await page.getByRole('link', { name: '重新读取' }).click();
    await page.getByLabel('用户名').waitFor();
    expect(await said.count()).toBe(0);
  });

  test('an answer that a page cannot show breaks that page alone, without a stack', async () => {
    const page = await desks.open('xltyj-f1');
    await page.locator('tbody tr').first().waitFor();
    await page.route(/api\/v1\/cases\?/, (route) => route.fulfill({ json: { items: 'of another time' } }));
    await page.getByRole('link', { name: '案件', exact: true }).click();
    const said = page.getByRole('alert').filter({ hasText: '这里的内容出了差错' });
    await said.waitFor();
    expect(await said.innerText()).not.toMatch(/TypeError|at \w+ |assets|not a function/);
    expect(await unusable(page)).toEqual([]);
    expect(desks.complaints.splice(0).join('\n')).toMatch(/TypeError/);
    await page.getByRole('link', { name: '工作台', exact: true }).click();
    await page.locator('tbody tr').first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});
