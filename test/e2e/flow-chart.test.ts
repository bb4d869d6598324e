import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { playingStages } from '../support/played-stages.ts';
import { browserPath, openDesks, unusable, type Desks } from './browser.ts';

const withBrowser = browserPath ? describe : describe.skip;

withBrowser('the flow chart in a browser', () => {
  let desks: Desks;
  let caseId: string;

  beforeAll(async () => {
    desks = await openDesks();
    caseId = (await playingStages(desks.system).ordinary('legalReview')).id;
  });
  afterAll(() => desks?.close());
  afterEach(() => expect(desks.complaints).toEqual([]));

  test('shows where a case stands, from its page, and leads to the words of a stage by keyboard', async () => {
    const page = await desks.open('xltyj-r1', `/cases/${caseId}`);
    await page.getByRole('link', { name: '流程图' }).click();
    await page.waitForURL(`${desks.url}/process/penalty?case=${caseId}`);
    const here = page.locator('.flow a.here');
    await here.waitFor();
    expect(await here.textContent()).toContain('法制审核');
    expect(await here.textContent()).toMatch(/到期/);
    expect(await page.locator('.flow a.passed').count()).toBe(4);
    expect(await unusable(page)).toEqual([]);
    await here.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#stage-legalReview$/);
    const review = page.getByRole('region', { name: '法制审核', exact: true });
    expect(await review.innerText()).toMatch(/出具意见[\s\S]*十项审核内容逐项作答/);
  });

  test('says the limits in force, for each category its own, in English too, and fits a sheet across', async () => {
    const page = await desks.open('xltyj-r1', '/process/permit');
    await page.getByText('办理期限（自受理）：20个工作日').waitFor();
    expect(await page.getByText('简易程序：').count()).toBe(0);
    await page.getByRole('link', { name: '行政处罚' }).click();
    await page.getByText('办理期限（自立案）：90日').waitFor();
    await page.getByText('简易程序：').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'The process: Penalty' }).waitFor();
    expect(await unusable(page)).toEqual([]);
    // A4 across within its margins, in pixels of 1/96 inch.
    const sheet = { width: 1047, height: 718 };
    await page.setViewportSize(sheet);
    await page.emulateMedia({ media: 'print' });
    const { x, y, width, height } = (await page.locator('.flow').boundingBox())!;
    expect([x >= 0, x + width <= sheet.width, y + height <= sheet.height]).toEqual([true, true, true]);
    expect(await page.getByRole('banner').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.goto(`${desks.url}/process/nothing`);
    await page.getByText('There is no such page').waitFor();
  });
});
