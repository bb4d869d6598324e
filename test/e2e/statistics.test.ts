import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { tellDemo } from '../rebuild/demo-stories.ts';
import { browserPath, openDesks, unusable, type Desks } from './browser.ts';

const withBrowser = browserPath ? describe : describe.skip;

withBrowser('statistics in a browser', () => {
  let desks: Desks;

  beforeAll(async () => {
    desks = await openDesks();
    await tellDemo(desks.system);
  });
  afterAll(() => desks?.close());
  afterEach(() => expect(desks.complaints).toEqual([]));

  test('every figure is a link to as many cases as it says, and back leads to the figures', async () => {
    const page = await desks.open('xltsf-o1', '/statistics?from=2025-01&to=2026-12');
    await page.getByRole('heading', { name: '立案 3 件' }).waitFor();
    expect(await unusable(page)).toEqual([]);
    const row = page.getByRole('row', { name: /^行政处罚/ });
    await row.getByRole('link', { name: '3' }).click();
    await page.getByRole('heading', { name: '3 件案件' }).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(3);
    expect(await unusable(page)).toEqual([]);
    await page.goBack();
    await row.getByRole('link', { name: '1' }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '1 件案件' }).waitFor();
    await page.locator('tbody a').click();
    await page.waitForURL(/\/cases\/[\w-]+$/);
  });

  test('months without anything are said, and whoever oversees nothing is told why', async () => {
    const page = await desks.open('xltsf-o1', '/statistics?from=2021-01&to=2021-12');
    await page.getByText('这些月份没有立案').waitFor();
    const handler = await desks.open('xltyj-h1', '/statistics');
    await handler.getByRole('alert').waitFor();
    expect(await handler.getByRole('link', { name: '统计' }).count()).toBe(0);
  });
});
