import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { password } from '../support/api.ts';
import { browserPath, openDesks, soon, unusable, type Desks } from './browser.ts';
import { fillFiling, holds, pictured, saved, textBox } from './filing-form.ts';

const withBrowser = browserPath ? describe : describe.skip;

let desks: Desks;
let page: Page;
const shown = () => page;

const rows = (sql: string, values: unknown[] = []) => desks.system.db.asOwner(sql, values);
const copiesKept = async () => (await rows('SELECT content FROM working_copy ORDER BY saved_at')).map((row) => JSON.parse(String((row as { content: string }).content))); // prettier-ignore
const focused = (id: string) => soon(async () => expect(await page.evaluate('document.activeElement?.id')).toBe(id));
const inBrowser = (on: Page) =>
  on.evaluate<string[]>(`Object.keys(localStorage).filter((key) => key.startsWith('sanxiang.copy.'))`);

withBrowser('filing in a browser', () => {
  beforeAll(async () => {
    desks = await openDesks();
  });
  afterAll(() => desks?.close());
  afterEach(async () => {
    expect(desks.complaints).toEqual([]);
    await rows('DELETE FROM working_copy');
  });

  test(
    'a handler files a case from nothing, drafts it and submits it for first review',
    pictured(shown, async () => {
      page = await desks.open('xltyj-h1');
      await page.getByRole('link', { name: '立案' }).click();
      await page.waitForURL(`${desks.url}/cases/new`);
      await page.getByRole('heading', { name: /还缺/ }).waitFor();
      expect(await unusable(page)).toEqual([]);
      await fillFiling(page, { title: '辰浦公司未培训上岗案', documentNo: '兴应急立〔2026〕31号' });
      await page.getByText('必填内容已齐').waitFor();
      await saved(page);
      expect(await unusable(page)).toEqual([]);
      await page.getByRole('button', { name: '确认立案' }).click();
      await page.getByRole('heading', { name: '辰浦公司未培训上岗案' }).waitFor();
      await page.getByRole('link', { name: '拟稿' }).click();
      await page.getByLabel('罚款', { exact: true }).check();
      await page.getByLabel('罚款（补偿）数额（元）').fill('60,000');
      await page.getByText('当事人可以要求听证').waitFor();
      await page.getByText('重大：法制审核后集体讨论').waitFor();
      await page.getByLabel('罚款（补偿）数额（元）').fill('18000');
      await page.getByText('非重大：法制审核后负责人审批').waitFor();
      await page.getByLabel('从事项清单选阶次').selectOption({ index: 2 });
      await page.getByLabel('裁量理由').fill('首次违法，按期整改');
      await page.getByLabel('决定内容').fill('处人民币一万八千元罚款。');
      expect(await unusable(page)).toEqual([]);
      await page.getByRole('button', { name: '拟稿：存为第1版' }).click();
      await page.getByText('与第1版一致').waitFor();
      await page.locator('button:not(.ant-btn-loading)', { hasText: '提交初审' }).click();
      await page.getByText('送审材料不齐全').first().waitFor();
      const boxes = page.locator('.materials input');
      for (let n = 0; n < (await boxes.count()); n++) await boxes.nth(n).check();
      await page.getByText('全部备齐').waitFor();
      await page.getByRole('button', { name: '提交初审' }).click();
      await page.getByText('科室初审').first().waitFor();
      const filed = `SELECT stage, amount_fen, (SELECT count(*)::int FROM working_copy) AS left
        FROM case_file f JOIN content_version v ON v.case_id = f.id WHERE title = '辰浦公司未培训上岗案'`;
      const submitted = { stage: 'firstReview', amount_fen: '1800000', left: 0 };
      await soon(async () => expect(await rows(filed)).toEqual([submitted]));
    }),
  );

  test(
    'what is typed survives a reload at once, a broken connection, and says how it stands',
    pictured(shown, async () => {
      page = await desks.open('xltyj-h1', '/cases/new');
      await textBox(page, '案由').fill('第一句');
      await page.reload();
      await holds(textBox(page, '案由'), '第一句');
      await saved(page);
      await page.context().setOffline(true);
      await textBox(page, '事实').fill('断网时写的');
      await page.getByText('网络中断，内容保存在本机，恢复后自动保存').waitFor();
      expect(await inBrowser(page)).toHaveLength(1);
      expect(await unusable(page)).toEqual([]);
      await page.context().setOffline(false);
      await saved(page);
      expect(await copiesKept()).toMatchObject([{ cause: '第一句', facts: '断网时写的' }]);
      await soon(async () => expect(await inBrowser(page)).toEqual([]));
    }),
  );

  test(
    'a refusal stands beside its field, the first one is in focus, and nothing typed is lost',
    pictured(shown, async () => {
      page = await desks.open('xltyj-h1', '/cases/new');
      await fillFiling(page, { title: '证件过期案', documentNo: '兴应急立〔2026〕32号', second: 'xltyj-h5' });
      await page.getByText('没有当日有效的行政执法证件').waitFor();
      await page.getByRole('button', { name: '确认立案' }).click();
      await page.locator('[id="field-handlers.1-problem"]').waitFor();
      await focused('field-handlers.1');
      expect(await unusable(page)).toEqual([]);
      await page.getByLabel('第2承办人').selectOption('xltyj-h2');
      await page.getByLabel('统一社会信用代码').fill('91991103ma7c01a15 1');
      await page.getByText('不是正确的统一社会信用代码').waitFor();
      await page.getByRole('button', { name: '确认立案' }).click();
      await page.getByText(/有 1 处要改/).waitFor();
      await focused('field-party.creditCode');
      expect(await rows(`SELECT 1 FROM case_file WHERE title = '证件过期案'`)).toEqual([]);
      await page.getByLabel('统一社会信用代码').fill('91991103MA7C01A150');
      await page.getByRole('button', { name: '确认立案' }).click();
      await page.getByRole('heading', { name: '证件过期案' }).waitFor();
    }),
  );

  test(
    'an answer that was lost on its way is asked for again: the case is filed once',
    pictured(shown, async () => {
      page = await desks.open('xltyj-h1', '/cases/new');
      await fillFiling(page, { title: '答复丢失案', documentNo: '兴应急立〔2026〕33号' });
      let lost = 0;
      await page.route('**/api/v1/cases', async (route) => {
        if (route.request().method() !== 'POST' || lost > 0) return route.fallback();
        lost += 1;
        await route.fetch();
        return route.abort();
      });
      await page.getByRole('button', { name: '确认立案' }).click();
      await page.getByText('没有收到答复，不知道是否办成').waitFor();
      await page.reload();
      await holds(page.getByLabel('案件名称'), '答复丢失案');
      await page.getByLabel('案件名称').fill('答复丢失案（又改了）');
      await page.getByRole('button', { name: '确认立案' }).click();
      await page.getByText('上一次其实已经办成').waitFor();
      await holds(page.getByLabel('案件名称'), '答复丢失案（又改了）');
      await page.getByRole('button', { name: '放弃后来改的，看案件' }).click();
      await page.getByRole('heading', { name: '答复丢失案' }).waitFor();
      await soon(async () => expect(await copiesKept()).toEqual([]));
      expect(await rows(`SELECT title FROM case_file WHERE title LIKE '答复丢失案%'`)).toEqual([
        { title: '答复丢失案' },
      ]);
    }),
  );

  test(
    'two windows on one filing lose nothing: the second is told, and both are kept until one is chosen',
    pictured(shown, async () => {
      page = await desks.open('xltyj-h1', '/cases/new');
      await textBox(page, '事实').fill('共同的开头');
      await saved(page);
      const second = await page.context().newPage();
      await second.goto(`${desks.url}/cases/new`);
      await textBox(second, '事实').fill('第二个窗口的');
      await saved(second);
      await textBox(page, '事实').fill('第一个窗口的');
      await page.getByText('这份稿件在另一窗口里也改过').waitFor();
      await soon(async () =>
        expect((await copiesKept()).map(({ facts }) => facts)).toEqual(['第二个窗口的', '第一个窗口的']),
      );
      await page.getByRole('button', { name: '看两份，选一份' }).click();
      await page.getByRole('heading', { name: '有 2 份没有办完的稿件' }).waitFor();
      expect(await unusable(page)).toEqual([]);
      const other = page.locator('.copies li', { hasText: '第二个窗口的' });
      await other.getByRole('button', { name: '删除' }).click();
      await other.getByText('确定删除这份稿件').waitFor();
      await other.getByRole('button', { name: '删除' }).click();
      await page.getByRole('heading', { name: '立案', exact: true }).waitFor();
      await holds(textBox(page, '事实'), '第一个窗口的');
      await soon(async () => expect(await copiesKept()).toHaveLength(1));
    }),
  );

  test(
    'an expired session loses nothing: one signs in again and comes back to what was typed',
    pictured(shown, async () => {
      page = await desks.open('xltyj-h2', '/cases/new');
      await textBox(page, '事实').waitFor();
      await rows('DELETE FROM session');
      await textBox(page, '事实').fill('过期时写的');
      await page.getByText('登录已过期，内容保存在本机').waitFor();
      await page.getByRole('link', { name: '重新登录后继续' }).click();
      await page.fill('#username', 'xltyj-h2');
      await page.fill('#password', password);
      await page.click('button[type=submit]');
      await page.waitForURL(`${desks.url}/cases/new`);
      await holds(textBox(page, '事实'), '过期时写的');
      await saved(page);
    }),
  );

  test(
    'signing out in another window saves what is typed here, and leaves nothing on the computer',
    pictured(shown, async () => {
      page = await desks.open('xltyj-h2', '/cases/new');
      await textBox(page, '事实').fill('还没有来得及保存');
      const second = await page.context().newPage();
      await second.goto(`${desks.url}/work`);
      await textBox(page, '事实').fill('还没有来得及保存的一句');
      // On a slow computer this window answers late.
      void page.evaluate('for (const end = Date.now() + 700; Date.now() < end; );');
      await second.getByRole('button', { name: '退出' }).click();
      await page.waitForURL(/\/sign-in\?back=%2Fcases%2Fnew/);
      await soon(async () => expect(await inBrowser(page)).toEqual([]));
      expect(await copiesKept()).toMatchObject([{ facts: '还没有来得及保存的一句' }]);
    }),
  );
});
