import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { playingStages, type Played } from '../support/played-stages.ts';
import { browserPath, openDesks, unusable, type Desks } from './browser.ts';
import { holds } from './filing-form.ts';

const withBrowser = browserPath ? describe : describe.skip;
const phone = { width: 390, height: 844 };

withBrowser('naming, consulting and signing', () => {
  let desks: Desks;
  let playing: ReturnType<typeof playingStages>;
  const standing = async ({ id, at }: Played) =>
    (await desks.system.get('xltyj-q1', `/api/v1/cases/${id}`, at)).body as Record<string, unknown>;
  async function open(person: string, place: string, { at }: Played, viewport?: typeof phone): Promise<Page> {
    const page = await desks.open(person, place, viewport);
    await page.context().setExtraHTTPHeaders({ 'Sanxiang-Clock': at });
    return page;
  }
  const wide = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');

  beforeAll(async () => {
    desks = await openDesks();
    playing = playingStages(desks.system);
  });
  afterAll(() => desks?.close());
  afterEach(() => expect(desks.complaints).toEqual([]));

  test('the legal head accepts a case and names a reviewer; who cannot be named stands below with the reason', async () => {
    const one = await playing.ordinary('intake');
    const page = await open('xltyj-q1', `/cases/${one.id}`, one);
    await page.getByRole('button', { name: '受理', exact: true }).click();
    await page.getByText('未取得法律职业资格').waitFor();
    expect(await unusable(page)).toEqual([]);
    await page.getByRole('radio').nth(1).check();
    await page.getByLabel('我确认送审材料齐全').check();
    await page.getByRole('button', { name: '确定受理' }).click();
    await page.locator('.standing strong', { hasText: '法制审核' }).waitFor();
    expect(await standing(one)).toMatchObject({ stage: 'legalReview', holder: ['xltyj-r2'] });
  });

  test('section head and leader sign on a phone in one screen; what was typed survives a refusal and a reload', async () => {
    const section = await playing.ordinary('sectionSignOff');
    const page = await open('xltyj-s1', `/cases/${section.id}`, section, phone);
    await page.getByRole('button', { name: '科室审签', exact: true }).click();
    await page.getByLabel('意见').fill('同意送审');
    await page.reload();
    // The act stands in the address: its form is open again.
    await holds(page.getByLabel('意见'), '同意送审');
    expect(await wide(page)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: '确定科室审签' }).click();
    await page.locator('.standing strong', { hasText: '法制受理' }).waitFor();
    const { id, at } = await playing.ordinary('leaderApproval');
    const leader = await open('xltyj-l2', `/cases/${id}`, { id, at }, phone);
    await leader.getByRole('region', { name: '法制审核意见书' }).waitFor();
    expect(await unusable(leader)).toEqual([]);
    await leader.getByRole('button', { name: '负责人批准', exact: true }).click();
    await leader.getByRole('button', { name: '确定负责人批准' }).click();
    await leader.locator('.standing strong', { hasText: '制作决定文书' }).waitFor();
    expect(await standing({ id, at })).toMatchObject({ stage: 'issuing' });
  });

  test('the legal head signs on a phone with the opinion in full in view and its number already there', async () => {
    const one = await playing.ordinary('legalSignOff');
    const page = await open('xltyj-q1', `/cases/${one.id}`, one, phone);
    await page.getByRole('region', { name: '法制审核意见书' }).waitFor();
    expect(await page.locator('.opinion-document li').count()).toBeGreaterThanOrEqual(10);
    expect(await wide(page)).toBeLessThanOrEqual(0);
    const sign = page.getByRole('button', { name: '审签意见', exact: true });
    expect((await sign.boundingBox())!.y).toBeGreaterThan(500);
    expect(await unusable(page)).toEqual([]);
    await sign.click();
    const number = page.getByLabel('意见书文号');
    await page.locator('[name=opinionNo][value*=号]').waitFor();
    await holds(number, '兴应急法审〔2026〕2号');
    expect(await unusable(page)).toEqual([]);
    await page.getByRole('button', { name: '确定审签意见' }).click();
    await page.getByText('兴应急法审〔2026〕2号').first().waitFor();
    expect(await standing(one)).toMatchObject({ stage: 'leaderApproval', pass: 1 });
  });

  test('a reviewer consults an adviser from the desk, who answers each of three points and no less', async () => {
    const one = await playing.ordinary('legalReview');
    const page = await open('xltyj-r1', `/cases/${one.id}/review`, one);
    await page.locator('[data-item=factsClear]').click();
    await page.keyboard.press('2');
    await page.getByRole('button', { name: '咨询顾问' }).click();
    await page.getByRole('radio').first().check();
    await page.getByLabel('咨询的问题').fill('适用何法\n能否从轻');
    expect(await unusable(page)).toEqual([]);
    await page.getByRole('button', { name: '确定咨询顾问' }).click();
    await page.getByText('您现在不能出具意见').waitFor();

    const adviser = await open('xltyj-a1', '/advice', one);
    await adviser.locator('tbody a').first().waitFor();
    expect(await unusable(adviser)).toEqual([]);
    await adviser.locator('tbody a').first().click();
    await adviser.waitForURL(`${desks.url}/cases/${one.id}/advice`);
    await adviser.getByText('能否从轻').waitFor();
    await adviser.getByLabel('法律意见').fill('适用安全生产法');
    await adviser.getByLabel('社会影响').fill('影响较小');
    await adviser.getByRole('button', { name: '顾问答复' }).click();
    expect(await adviser.getByRole('alert').innerText()).toMatch(/还没有答复：风险/);
    expect(await unusable(adviser)).toEqual([]);
    await adviser.getByLabel('风险').fill('风险较低');
    await adviser.getByRole('button', { name: '顾问答复' }).click();
    await adviser.getByText('没有等您答复的案件').waitFor();

    await page.reload();
    await page.getByText('还有 10 项未答').waitFor();
    expect(await page.locator('li', { has: page.locator('[data-item=factsClear]') }).getByRole('button', { name: '不符合' }).getAttribute('aria-pressed')).toBe('true'); // prettier-ignore
    await page.goto(`${desks.url}/cases/${one.id}?tab=opinions`);
    await page.getByText('风险较低').waitFor();
    expect(await unusable(page)).toEqual([]);
  });

  test('a supplement is asked for from the desk, line by line', async () => {
    const one = await playing.ordinary('legalReview');
    const page = await open('xltyj-r1', `/cases/${one.id}/review`, one);
    await page.getByRole('button', { name: '要求补正' }).click();
    await page.getByLabel('缺少的材料').fill('裁量说明\n听证笔录');
    await page.getByRole('button', { name: '确定要求补正' }).click();
    await page.locator('#material-supplements').getByText('听证笔录').waitFor();
    expect(await standing(one)).toMatchObject({ stage: 'supplementing' });
  });
});
