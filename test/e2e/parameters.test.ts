import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { storyOf, upTo } from '../support/stories.ts';
import { browserPath, openDesks, unusable, type Desks } from './browser.ts';

const withBrowser = browserPath ? describe : describe.skip;

withBrowser('the form for parameters in a browser', () => {
  let desks: Desks;

  beforeAll(async () => {
    desks = await openDesks();
    await desks.system.tellAll(upTo(storyOf('C01').requests, 'acceptForReview'));
  });
  afterAll(() => desks?.close());
  afterEach(() => expect(desks.complaints).toEqual([]));

  test('one limit reminds and escalates otherwise than the rest: its effect is previewed, applied, and shown in the pack', async () => {
    const page = await desks.open('xltyj-y1', '/admin/parameters');
    await page.getByLabel('生效日期').fill('2099-01-01');
    await page.getByLabel('为一个期限另行规定…').selectOption({ label: '法制审核' });
    const own = page.getByRole('group', { name: '法制审核' });
    await own.getByLabel('超期几个工作日报监督机关').fill('1');
    await own.getByText('应当先报分管领导、后报监督机关').waitFor();
    await page.getByRole('button', { name: '预演影响' }).click();
    await page.getByText(/有 1 处不成立/).waitFor();
    await own.getByLabel('超期几个工作日报监督机关').fill('8');
    await own.getByLabel('期限过半提醒').selectOption({ label: '否' });
    await page.getByRole('button', { name: '预演影响' }).click();
    const effect = page.getByRole('row', { name: /^法制审核/ });
    await effect.getByText('过半提醒：否，到期前 1，超期 2、8').waitFor();
    expect(await page.locator('table', { has: effect }).getByRole('rowheader').count()).toBe(1);
    expect(await unusable(page)).toEqual([]);
    await page.getByRole('button', { name: '确定导入' }).click();
    await page.getByText('已导入').waitFor();
    const [pack] = await desks.system.db.asOwner<{ ladder: Record<string, object> }>(`SELECT ladder FROM parameter_pack WHERE agency_id = 'xltyj' AND effective_from = '2099-01-01'`); // prettier-ignore
    expect(pack?.ladder['legalReview']).toEqual({ halfWay: false, plus5: 8 });
    await page.reload();
    await page.getByText('2099-01-01起').click();
    await page.getByText('法制审核：过半提醒：否，到期前 1，超期 2、8').waitFor();
    await page.getByRole('button', { name: '不再另行规定 法制审核' }).click();
    expect(await page.getByRole('group', { name: '法制审核' }).count()).toBe(0);
  });
});
