import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openPool, type Pool } from '../../prisma/pool.ts';
import { recordedCases } from '../../stories/recorded-cases.ts';
import { recordedOrders } from '../../stories/recorded-orders.ts';
import { createTestApi, type TestApi } from '../support/api.ts';
import { createFirstVisit, type FirstVisit } from '../support/first-visit.ts';
import { browserPath, openWindows, unusable, type Windows } from './browser.ts';

const withBrowser = browserPath ? describe : describe.skip;

withBrowser('the first visit to a fresh demo', () => {
  let demo: FirstVisit;
  let pool: Pool;
  let api: TestApi;
  let windows: Windows;

  beforeAll(async () => {
    demo = await createFirstVisit(Date.now());
    pool = openPool(demo.db.appUrl, 5);
    const cases = recordedCases(demo.db.database, pool);
    api = createTestApi(demo.db, {}, { cases, orders: recordedOrders(demo.db.database, pool) });
    windows = await openWindows(api.app, (person) => demo.passwords.get(person) ?? '');
  });
  afterAll(async () => {
    await windows?.close();
    await api?.close();
    await pool?.end();
    await demo?.close();
  });
  afterEach(() => expect(windows.complaints).toEqual([]));

  const roles: [string, string, string][] = [
    ['handler', 'xltyj-h1', '/work'],
    ['first reviewer', 'xltyj-f1', '/work'],
    ['section head', 'xltyj-s1', '/work'],
    ['legal head', 'xltyj-q1', '/work'],
    ['legal reviewer', 'xltyj-r1', '/work'],
    ['adviser', 'xltyj-a1', '/work'],
    ['head of the agency', 'xltyj-l1', '/work'],
    ['leader in charge', 'xltyj-l2', '/work'],
    ['publisher', 'xltyj-p2', '/work?scope=claimable'],
    ['archivist', 'xltyj-d1', '/work?scope=claimable'],
  ];

  test('each role finds something to do', async () => {
    for (const [role, person, place] of roles) {
      const page = await windows.open(person, place);
      await page.locator('tr[data-case]').first().waitFor();
      expect({ role, asked: await page.locator('tr[data-case] td.asked strong').count() }).not.toEqual({
        role,
        asked: 0,
      });
      await page.context().close();
    }
  });

  test('whoever never saw the process is shown it once, and finds it again above every page', async () => {
    const page = await windows.open('xltyj-q1');
    await page.getByRole('link', { name: '看一遍' }).click();
    await page.getByRole('heading', { name: '1. 立案和调查' }).waitFor();
    expect(await unusable(page)).toEqual([]);
    for (const next of ['科室把关 →', '法制审核 →']) await page.getByRole('link', { name: next }).click();
    await page.getByText('出具意见 行政处罚法 58').waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: '2. 科室把关' }).waitFor();
    await page.goto(`${windows.url}/tour?stop=archive`);
    await page.getByRole('link', { name: '去工作台 →' }).click();
    await page.locator('tr[data-case]').first().waitFor();
    expect(await page.getByRole('link', { name: '看一遍' }).count()).toBe(0);
    await page.getByRole('link', { name: '导览' }).click();
    await page.getByRole('heading', { name: '办案导览' }).waitFor();
  });

  test('the tour is dismissed by whoever does not want it, for good', async () => {
    const page = await windows.open('xltyj-r1');
    await page.getByRole('button', { name: '不用了' }).click();
    await page.reload();
    await page.locator('tr[data-case]').first().waitFor();
    expect(await page.getByRole('button', { name: '不用了' }).count()).toBe(0);
  });

  test('every empty page says so, with a next step', async () => {
    const empty: [string, RegExp, string][] = [
      ['/work', /没有等您办理的事项/, '看看可以认领的'],
      ['/work?scope=section', /本科室没有/, '回到我的事项'],
      ['/work?due=late&stage=closing', /没有符合这些条件的事项/, '去掉筛选'],
      ['/cases?text=查无此词', /没有符合条件的案件/, '去掉筛选'],
    ];
    const page = await windows.open('xltyj-p1');
    for (const [place, sentence, step] of empty) {
      await page.goto(windows.url + place);
      await page.getByText(sentence).waitFor();
      await page.getByRole('link', { name: step }).waitFor();
      expect(await unusable(page)).toEqual([]);
    }
  });

  test('no page of a case shows a code where words belong', async () => {
    const rows = await demo.db.asOwner<{ id: string; stage: string }>(
      `SELECT DISTINCT ON (stage) id, stage FROM case_file WHERE agency_id = 'xltyj' ORDER BY stage, id`,
    );
    const page = await windows.open('xltyj-l1');
    for (const { id, stage } of rows) {
      await page.goto(`${windows.url}/cases/${id}?tab=history`);
      await page.locator('.standing').waitFor();
      for (const tab of ['经过', '内容']) {
        await page.getByRole('tab', { name: tab }).click();
        await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
        const shown = await page.locator('main').innerText();
        const codes = shown.match(/\b[a-z]+[A-Z]\w*|xltyj-\w+|\bundefined\b|。。/g);
        expect({ stage, tab, codes }).toEqual({ stage, tab, codes: null });
      }
    }
  });

  test('a case reads at twice the size and tells whose move it is, until when and why', async () => {
    const [row] = await demo.db.asOwner<{ id: string }>(`SELECT id FROM case_file WHERE party_name LIKE '%铭渤%'`);
    // 200 % of 1366 × 768.
    const page = await windows.open('xltyj-r1', `/cases/${row!.id}`, { width: 683, height: 384 });
    await page.getByText(/法制审核人员 翟霁月/).waitFor();
    await page
      .getByText(/逾期 \d+ 天/)
      .first()
      .waitFor();
    expect(await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')).toBe(false);
    await page.getByRole('link', { name: '为什么' }).first().click();
    await page
      .getByText(/期限5个工作日/)
      .first()
      .waitFor();
    expect(await unusable(page)).toEqual([]);
  });
});
