import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addDays } from '../../domain/calendar.ts';
import { todayForAWhile } from '../support/today.ts';
import { storyOf, upTo } from '../support/stories.ts';
import { browserPath, choose, openDesks, soon, unusable, type Desks } from './browser.ts';
import { audit, security, system } from '../support/administrators.ts';

const withBrowser = browserPath ? describe : describe.skip;
const today = await todayForAWhile();

withBrowser('the administrators’ desk in a browser', () => {
  let desks: Desks;
  /** f1 did the first review of one, and has no part in the other. */
  let reviewed: string;
  let filed: string;

  beforeAll(async () => {
    desks = await openDesks();
    reviewed = await desks.system.tellAll(upTo(storyOf('C01').requests, 'passFirstReview'));
    filed = await desks.system.tellAll(upTo(storyOf('C01', 1).requests, 'register'));
    await desks.system.tellAll(upTo(storyOf('C02', 50).requests, 'register'));
  });
  afterAll(() => desks?.close());
  afterEach(() => expect(desks.complaints).toEqual([]));

  /** The first answer of this kind of request is lost on its way back, though the request took effect. */
  async function loseOneAnswer(page: Page, path: RegExp): Promise<void> {
    let lost = false;
    await page.route(path, async (route) => {
      if (lost || route.request().method() !== 'POST') return route.fallback();
      lost = true;
      await route.fetch();
      return route.abort();
    });
  }

  test('a head hands over somebody’s tasks: the separation of duties forbids one, and a lost answer does nothing twice', async () => {
    const page = await desks.open('xltyj-s1', '/work');
    await page.getByRole('link', { name: '批量转办' }).click();
    await choose(page, '把谁的任务交出去', '晏秉衡');
    await page.getByLabel('都交给').selectOption('xltyj-f1');
    await page.getByText('卓子衿不能接：已在本案担任初审，职责分离').waitFor();
    const given = () => page.getByLabel(/^交给 · /).evaluateAll((all) => (all as unknown as { value: string }[]).map(({ value }) => value).sort()); // prettier-ignore
    await soon(async () => expect(await given()).toEqual(['', 'xltyj-f1']));
    await page.getByText('1 件没有选人，不交').waitFor();
    expect(await unusable(page)).toEqual([]);
    await page.getByLabel('理由').fill('调离本局');
    await loseOneAnswer(page, /actions\/reassign$/);
    await page.getByRole('button', { name: '办理 1 件' }).click();
    await page.getByText('没有得到回答，不知是否已办').waitFor();
    const rows = await desks.system.db.asOwner(`SELECT case_id FROM event WHERE type = 'reassign'`);
    expect(rows).toEqual([{ case_id: filed }]);
    await page.getByRole('button', { name: '再次确认 1 件' }).click();
    await page.getByText('已交给 卓子衿').waitFor();
    await page.getByLabel(/^交给 · /).selectOption({ label: '鄢纪云' });
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: '办理 1 件' }).press('Enter');
    await page.getByText('已交给 鄢纪云').waitFor();
    expect(await desks.system.db.asOwner(`SELECT case_id FROM event WHERE type = 'reassign' ORDER BY at`)).toEqual([{ case_id: filed }, { case_id: reviewed }]); // prettier-ignore
  });

  test('an administrator of the bureau imports next year’s calendar: first the dry run says which deadlines it moves', async () => {
    const page = await desks.open('xltsf-y1', '/admin/calendar');
    await page.getByText(/2027(、2028)?年放假安排尚未导入/).waitFor();
    await page.getByLabel('放假（').fill('2027-01-01至2027-01-03\n2027-02-05至2027-02-11');
    await page.getByLabel('调休上班（').fill('2027-01-30\n二月二十日');
    await page.getByRole('button', { name: '预演' }).click();
    await page.getByText('这一行不是日期：二月二十日').waitFor();
    await page.getByLabel('调休上班（').fill('2027-01-30\n2027-02-20');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /不再暂定的：[1-9]\d* 个/ }).waitFor();
    expect(await desks.system.db.database.calendarYear.count({ where: { year: 2027 } })).toBe(0);
    expect(await unusable(page)).toEqual([]);
    await loseOneAnswer(page, /imports\/calendar\?basis=[0-9a-f]{64}&asOf=\d+$/);
    await page.getByRole('button', { name: '确定导入' }).click();
    await page.getByText('不知是否已经生效').waitFor();
    await page.getByRole('button', { name: '再次确认' }).click();
    await page.getByText('已导入，1 项改动。').waitFor();
    await page.getByRole('button', { name: '2027年' }).waitFor();
    expect(await desks.system.db.asOwner(`SELECT count(*)::int AS n FROM admin_change WHERE kind = 'calendarYear'`)).toEqual([{ n: 1 }]); // prettier-ignore
  });

  test('the three administrators cannot do each other’s work, and each is told who does it', async () => {
    const one = await desks.open(system, '/admin');
    await one.getByRole('heading', { name: '您办理' }).waitFor();
    expect(await unusable(one)).toEqual([]);
    expect(await one.locator('.areas a').allInnerTexts()).not.toContain('账本');
    await one.goto(`${desks.url}/admin/ledger`);
    await one.getByText('三员分设，由审计管理员办理。').waitFor();
    await one.goto(`${desks.url}/admin/calendar`);
    await one.getByText('由司法局的系统管理员导入').waitFor();
    const other = await desks.open(security, '/admin');
    await other.getByRole('heading', { name: '您办理' }).waitFor();
    expect(await other.locator('.areas a').allInnerTexts()).toEqual(['人员', '角色', '账号']);
    await other.goto(`${desks.url}/admin/people?q=勾禹行`);
    await other.getByRole('button', { name: '办理 勾禹行' }).click();
    await other.getByRole('heading', { name: '角色' }).waitFor();
    expect(await other.getByRole('heading', { name: '休假替岗' }).count()).toBe(0);
    expect(await unusable(other)).toEqual([]);
    const third = await desks.open(audit, '/admin/ledger');
    await third.getByText('重算后与记录一致').waitFor();
    expect(await unusable(third)).toEqual([]);
    await third.goto(`${desks.url}/admin/people`);
    await third.getByText('由系统管理员、安全管理员办理').waitFor();
  });

  test('whoever is no administrator finds nothing to do there, and why', async () => {
    const page = await desks.open('xltyj-h1', '/admin');
    await page.getByText('您不是管理员').waitFor();
    expect(await unusable(page)).toEqual([]);
  });

  test('parameters that begin today are refused in words; those of tomorrow show what they mean for open cases', async () => {
    const page = await desks.open(system, '/admin/parameters');
    await page.getByLabel('生效日期').fill(today);
    await page.getByLabel('法制审核，天数').fill('4');
    await page.getByRole('button', { name: '预演影响' }).click();
    await page.getByText('参数不得追溯生效；生效日期应当在明天或者以后').waitFor();
    expect(await page.getByRole('button', { name: '确定导入' }).count()).toBe(0);
    await page.getByLabel('生效日期').fill(addDays(today, 1));
    await page.getByRole('button', { name: '预演影响' }).click();
    const effect = page.getByRole('row', { name: /^法制审核 5 个工作日 4 个工作日/ });
    await effect.waitFor();
    expect(await unusable(page)).toEqual([]);
    await page.getByRole('button', { name: '确定导入' }).click();
    await page.getByText('待生效').waitFor();
  });

  test('people: an import whose dry run says what does not hold', async () => {
    const page = await desks.open(system, `/admin/people?q=${encodeURIComponent('翟霁月')}`);
    await page.getByText('批量导入（JSON）').click();
    await page.getByLabel('导入内容').fill('[{"id": "xltyj-h7", "title": "三级主任科员"}, {"id": "xltyj-h3", "leftOn": "2026-11-01"}]');
    await page.getByRole('button', { name: '预演' }).click();
    await page.getByText('有在办案件会无人办理').waitFor();
    await page.getByText('四级主任科员').first().waitFor();
    expect(await page.getByRole('button', { name: '确定导入' }).count()).toBe(0);
    expect(await unusable(page)).toEqual([]);
    expect((await desks.system.db.database.person.findUniqueOrThrow({ where: { id: 'xltyj-h7' } })).title).toBe('四级主任科员');
    await page.getByLabel('导入内容').fill('[{"id": "xltyj-h7", "title": "三级主任科员"}]');
    await page.getByRole('button', { name: '预演' }).click();
    await page.getByText('会改动 1 项').waitFor();
    await desks.system.db.asOwner(`UPDATE person SET title = '一级科员' WHERE id = 'xltyj-h7'`);
    await page.getByRole('button', { name: '确定导入' }).click();
    await page.getByText('预演之后情况有了变动，本次没有生效').waitFor();
    await page.getByRole('row', { name: /职务：一级科员 三级主任科员/ }).waitFor();
    expect(await unusable(page)).toEqual([]);
    await page.getByRole('button', { name: '确定导入' }).click();
    await page.getByText('已导入，1 项改动。').waitFor();
  }); // prettier-ignore

  test('English says the same', async () => {
    const page = await desks.open(audit, '/admin/trail');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('To be read: the audit administrator changes nothing.').waitFor();
    expect(await unusable(page)).toEqual([]);
  });
});
