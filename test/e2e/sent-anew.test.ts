import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PERSON, playingStages, type Played } from '../support/played-stages.ts';
import { password } from '../support/api.ts';
import { browserPath, openDesks, signIn, type Desks } from './browser.ts';

const withBrowser = browserPath ? describe : describe.skip;

withBrowser('what is sent a second time', () => {
  let desks: Desks;
  let reviewing: Played;

  beforeAll(async () => {
    desks = await openDesks();
    reviewing = await playingStages(desks.system).ordinary('legalReview');
  });
  afterAll(() => desks?.close());
  afterEach(() => expect(desks.complaints).toEqual([]));

  const commenting = async () => {
    const page = await desks.open(PERSON.reviewer, `/cases/${reviewing.id}?act=comment`);
    await page.getByRole('textbox', { name: '内容' }).fill('请核对第三页');
    return page;
  };
  const comments = async () =>
    Number((await desks.system.db.asOwner(`SELECT count(*) AS n FROM event WHERE case_id = $1 AND type = 'comment'`, [reviewing.id]))[0]!['n']); // prettier-ignore

  /** Answers the first change to this address so; answers the keys of all that were sent there. */
  async function answersFirst(page: Page, address: RegExp, status: number, body: object): Promise<string[]> {
    const keys: string[] = [];
    await page.route(address, async (route) => {
      keys.push(route.request().headers()['idempotency-key'] ?? '');
      if (keys.length > 1) return route.continue();
      await route.fulfill({ status, json: body, contentType: 'application/problem+json' });
    });
    return keys;
  }

  test('after signing in anew in another window, an act typed before is taken without another word', async () => {
    const page = await commenting();
    await signIn(page, desks.url, PERSON.reviewer, password);
    const before = await comments();
    await page.getByRole('button', { name: '确定批注' }).click();
    await page.locator('.acting').waitFor({ state: 'detached' });
    expect(await comments()).toBe(before + 1);
  });

  test('when somebody else signed in with the same browser, nothing is done in their name, and one is told what to do', async () => {
    const page = await commenting();
    await signIn(page, desks.url, PERSON.legalHead, password);
    const before = await comments();
    await page.getByRole('button', { name: '确定批注' }).click();
    await page.getByText('这个浏览器已由别人登录').waitFor();
    expect(await page.getByRole('textbox', { name: '内容' }).inputValue()).toBe('请核对第三页');
    expect(await comments()).toBe(before);
  });

  test('a piece of evidence that was refused goes out under another key, since a refusal is answered for ever under its own', async () => {
    const page = await desks.open(PERSON.handler, `/cases/${reviewing.id}?tab=evidence`);
    await page.getByRole('button', { name: '补充证据', exact: true }).click();
    await page.getByLabel('名称').fill('银行流水');
    const refusal = { code: 'certificate.expired', detail: '执法证件已过期', detailEn: 'expired' };
    const keys = await answersFirst(page, /actions\/addRecord/, 409, refusal);
    await page.getByRole('button', { name: '确定补充' }).click();
    await page.getByText('执法证件已过期').waitFor();
    await page.getByRole('button', { name: '确定补充' }).click();
    await page.locator('form.add-evidence').waitFor({ state: 'detached' });
    expect(new Set(keys).size).toBe(2);
  });

  test('an act whose session ended keeps its key, since an attempt before may have taken effect', async () => {
    const page = await commenting();
    const keys = await answersFirst(page, /actions\/comment/, 401, { code: 'session.expired', detail: '登录已过期' });
    await page.getByRole('button', { name: '确定批注' }).click();
    await page.getByText('登录已过期').waitFor();
    await page.getByRole('button', { name: '确定批注' }).click();
    await page.locator('.acting').waitFor({ state: 'detached' });
    expect(new Set(keys).size).toBe(1);
  });

  test('an order that was refused goes out under another key', async () => {
    const page = await desks.open(PERSON.overseer, '/orders/new');
    await page.getByRole('combobox').click();
    await page.getByTitle('盘锦市兴隆台区应急管理局').click();
    await page.getByLabel('督办事项').fill('三项制度落实情况');
    await page.getByLabel('督办理由').fill('季度检查');
    const keys = await answersFirst(page, /api\/v1\/supervision-orders$/, 409, { code: 'role.missing', detail: '您没有这一职责' }); // prettier-ignore
    await page.locator('form.new-order button[type=submit]').click();
    await page.getByText('您没有这一职责').waitFor();
    await page.locator('form.new-order button[type=submit]').click();
    await page.waitForURL(/\/orders\/[\w-]+$/);
    expect(new Set(keys).size).toBe(2);
  });
});
