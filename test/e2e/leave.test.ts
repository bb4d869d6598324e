import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addDays } from '../../domain/calendar.ts';
import { todayForAWhile } from '../support/today.ts';
import { browserPath, openDesks, unusable, type Desks } from './browser.ts';
import { holds } from './filing-form.ts';

const withBrowser = browserPath ? describe : describe.skip;
const today = await todayForAWhile();
const day = (days: number) => addDays(today, days);

withBrowser('one’s own leave in a browser', () => {
  let desks: Desks;
  let substitute: string;

  beforeAll(async () => {
    desks = await openDesks();
    const [one] = await desks.system.db.asOwner<{ name: string }>(`SELECT name FROM person WHERE id = 'xltyj-r2'`);
    substitute = one!.name;
  });
  beforeEach(() => desks.system.db.asOwner(`UPDATE person SET leave = '[]' WHERE agency_id = 'xltyj'`));
  afterAll(() => desks?.close());
  afterEach(() => expect(desks.complaints).toEqual([]));

  async function leaveOf(person: string): Promise<object[]> {
    const [row] = await desks.system.db.asOwner<{ leave: object[] }>('SELECT leave FROM person WHERE id = $1', [person]); // prettier-ignore
    return row!.leave;
  }

  test('it is entered with who stands in, an answer that was lost enters it once, and it is taken back', async () => {
    const page = await desks.open('xltyj-r1', '/work');
    await page.getByRole('link', { name: '请假', exact: true }).click();
    await page.getByText('没有登记的休假').waitFor();
    await page.getByLabel('第一天').fill(day(10));
    await page.getByLabel('最后一天').fill(day(9));
    await page.getByText('休假的最后一天早于第一天').waitFor();
    expect(await page.getByRole('button', { name: '登记' }).isDisabled()).toBe(true);
    await page.getByLabel('最后一天').fill(day(14));
    await page.getByLabel('替岗人').selectOption('xltyj-r2');
    expect(await page.getByLabel('替岗人').locator('option[value="xltyj-h1"]').count()).toBe(0);
    await page.getByText(/^不能替岗的 \d+ 人/).click();
    await page.getByText(/没有您办理任务所需的角色：法制审核人员：/).waitFor();
    expect(await unusable(page)).toEqual([]);
    await page.reload();
    await holds(page.getByLabel('替岗人'), 'xltyj-r2');
    let lost = false;
    await page.route('**/people/xltyj-r1/leave', async (route) => {
      if (lost) return route.fallback();
      lost = true;
      await route.fetch();
      return route.abort();
    });
    await page.getByRole('button', { name: '登记' }).click();
    await page.getByRole('alert').filter({ hasText: '网络中断' }).waitFor();
    await page.getByRole('button', { name: '登记' }).click();
    await page.getByText('已登记：').waitFor();
    expect(await leaveOf('xltyj-r1')).toEqual([{ from: day(10), to: day(14), substitute: 'xltyj-r2' }]);
    expect(await desks.system.db.asOwner(`SELECT count(*)::int AS n FROM admin_change WHERE kind = 'person'`)).toEqual([{ n: 1 }]); // prettier-ignore
    expect(await unusable(page)).toEqual([]);

    const theirs = await desks.open('xltyj-r2', '/leave');
    await theirs.getByRole('heading', { name: '我在替谁的岗' }).waitFor();
    await page.getByRole('button', { name: /^撤回 / }).click();
    await page.getByRole('button', { name: '确定撤回' }).click();
    await page.getByText('已撤回。').waitFor();
    await page.getByText('没有登记的休假').waitFor();
    expect(await leaveOf('xltyj-r1')).toEqual([]);
  });

  test('one that has begun is ended earlier; by keyboard', async () => {
    const begun = { from: day(-3), to: day(5), kind: '年休假', substitute: 'xltyj-r2' };
    await desks.system.db.asOwner(`UPDATE person SET leave = $1 WHERE id = 'xltyj-r1'`, [JSON.stringify([begun])]);
    const page = await desks.open('xltyj-r1', '/leave');
    await page.getByText(`替岗人：${substitute} · 休假中`).waitFor();
    await page.getByRole('button', { name: /^提前结束 / }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('休到哪一天').fill(today);
    await page.keyboard.press('Enter');
    await page.getByText('已改为休到').waitFor();
    expect(await leaveOf('xltyj-r1')).toEqual([{ ...begun, to: today }]);
    expect(await unusable(page)).toEqual([]);
  });

  test('who is no longer free when it is entered is told, and what was typed stays', async () => {
    const page = await desks.open('xltyj-r1', '/leave');
    await page.getByLabel('第一天').fill(day(20));
    await page.getByLabel('最后一天').fill(day(21));
    await page.getByLabel('替岗人').selectOption('xltyj-r2');
    const away = JSON.stringify([{ from: day(20), to: day(22) }]);
    await desks.system.db.asOwner(`UPDATE person SET leave = $1 WHERE id = 'xltyj-r2'`, [away]);
    await page.getByRole('button', { name: '登记' }).click();
    await page.getByText(`${substitute}现在不能替岗：在此期间休假且无人替岗`).waitFor();
    expect(await page.getByLabel('第一天').inputValue()).toBe(day(20));
    expect(await leaveOf('xltyj-r1')).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'My leave' }).first().waitFor();
    expect(await unusable(page)).toEqual([]);
  });
});
