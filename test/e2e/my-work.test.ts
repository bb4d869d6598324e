import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { storyOf, upTo } from '../support/stories.ts';
import { atRest, browserPath, openDesks, soon, unusable, type Desks } from './browser.ts';

const withBrowser = browserPath ? describe : describe.skip;

withBrowser('my work in a browser', () => {
  let desks: Desks;
  let inReview: string;
  let inFirstReview: string;

  beforeAll(async () => {
    desks = await openDesks();
    inReview = await desks.system.tellAll(upTo(storyOf('C01').requests, 'acceptForReview'));
    inFirstReview = await desks.system.tellAll(upTo(storyOf('C02').requests, 'submit'));
  });
  afterAll(() => desks?.close());
  afterEach(() => expect(desks.complaints).toEqual([]));

  test('the numbers lead to their rows, filters stay in the address, and going back undoes them one by one', async () => {
    const page = await desks.open('xltyj-l1', '/work?scope=section');
    await page.locator('tr[data-case]').nth(1).waitFor();
    await page.getByLabel('全部科室').selectOption('执法中队');
    await page.waitForURL(`${desks.url}/work?scope=section&section=xltyj-B`);
    await page.locator(`tr[data-case="${inFirstReview}"]`).waitFor();
    // The rows of before stay until those of the section are there.
    await soon(async () => expect(await page.locator('tr[data-case]').count()).toBe(1));
    await page.getByLabel('全部持有人').selectOption('聂若樵');
    await page.getByText('没有符合这些条件的事项').waitFor();
    expect(await unusable(page)).toEqual([]);
    await page.goBack();
    await page.locator(`tr[data-case="${inFirstReview}"]`).waitFor();
    await page.goBack();
    await page.locator('tr[data-case]').nth(1).waitFor();
    await page.getByRole('link', { name: /已逾期/ }).click();
    await page.waitForURL(`${desks.url}/work?due=late`);
    await page.goBack();
    expect(page.url()).toBe(`${desks.url}/work?scope=section`);
  });

  test('the keyboard alone goes through the list, opens, begins what is asked, searches and explains itself', async () => {
    const page = await desks.open('xltyj-l1', '/work?scope=section');
    const rows = page.locator('tr[data-case]');
    await rows.nth(1).waitFor();
    await atRest(page);
    const focused = () => page.evaluate<string>("document.activeElement?.closest('tr')?.dataset.case");
    await page.keyboard.press('j');
    const first = await focused();
    await page.keyboard.press('j');
    expect(await focused()).not.toBe(first);
    await page.keyboard.press('k');
    expect(await focused()).toBe(first);
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('转办').waitFor();
    expect(await unusable(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/cases/${first}`));
    await page.goBack();
    await rows.nth(1).waitFor();
    await atRest(page);
    await page.keyboard.press('/');
    await page.waitForURL(`${desks.url}/cases`);
    await page.locator('input:focus').waitFor();
    await page.keyboard.type('隆拓');
    await page.keyboard.press('Enter');
    await page.waitForURL(/text=/);
    await page.locator(`tr[data-case="${inFirstReview}"]`).waitFor();
  });

  test('a claimed task is begun where it is done', async () => {
    const page = await desks.open('xltyj-f2');
    await page.locator(`tr[data-case="${inFirstReview}"]`).waitFor();
    await atRest(page);
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await page.waitForURL(`${desks.url}/cases/${inFirstReview}?act=passFirstReview`);
    await page.getByRole('button', { name: '确定初审通过' }).waitFor();
    expect(await unusable(page)).toEqual([]);
    await page.goBack();
    await page.locator(`tr[data-case="${inFirstReview}"]`).waitFor();
  });

  test('a reviewer hands a review over to a colleague who may have it, with a reason, and it is theirs', async () => {
    const page = await desks.open('xltyj-r1');
    await page.locator(`tr[data-case="${inReview}"]`).waitFor();
    await atRest(page);
    await page.keyboard.press('j');
    await page.keyboard.press('t');
    await page.waitForURL(`${desks.url}/cases/${inReview}?act=reassign`);
    await page.getByText('柯念慈').waitFor();
    expect(await unusable(page)).toEqual([]);
    await page.getByRole('radio', { name: /巩纪云/ }).check();
    await page.getByRole('textbox').fill('出差一周');
    await page.getByRole('button', { name: '确定转办' }).click();
    await page.getByText(/法制审核人员 巩纪云/).waitFor();
    const colleague = await desks.open('xltyj-r2');
    await colleague.locator(`tr[data-case="${inReview}"]`).waitFor();
  });

  test('who may not hand a task over is told why', async () => {
    const page = await desks.open('xltyj-p1', `/cases/${inFirstReview}?act=reassign`);
    await page.getByText(/不能转办——/).waitFor();
    expect(await unusable(page)).toEqual([]);
  });

  test('on a phone the numbers, the tasks and a case read in one column', async () => {
    const page = await desks.open('xltyj-f2', '/work', { width: 390, height: 844 });
    await page.locator('tr[data-case]').first().waitFor();
    const wider = () => page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
    expect(await wider()).toBe(false);
    await page.locator('tr[data-case] a').first().click();
    await page.getByRole('button', { name: '初审通过' }).waitFor();
    expect(await wider()).toBe(false);
    expect(await unusable(page)).toEqual([]);
  });
});
