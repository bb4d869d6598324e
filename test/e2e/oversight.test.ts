import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { problem, problemBody } from '../../api/problem.ts';
import { storyOf, upTo } from '../support/stories.ts';
import { browserPath, openDesks, unusable, type Desks } from './browser.ts';

const withBrowser = browserPath ? describe : describe.skip;

/** Oversees 乌审旗, whose cases these are; what was accepted in September is late and stands still by now. */
const overseer = 'eedssf-o1';
const head = 'wsq-l1';

withBrowser('the overseer’s desk in a browser', () => {
  let desks: Desks;
  let stuck: string;
  let other: string;

  beforeAll(async () => {
    desks = await openDesks();
    stuck = await desks.system.tellAll(upTo(storyOf('C10').requests, 'acceptForReview'));
    other = await desks.system.tellAll(upTo(storyOf('C09').requests, 'register'));
  });
  afterAll(() => desks?.close());
  afterEach(() => expect(desks.complaints).toEqual([]));

  const titleOf = async (id: string) => String((await desks.system.get(overseer, `/api/v1/cases/${id}`)).body.title);
  const urgings = async (id: string) =>
    (await desks.system.get(overseer, `/api/v1/cases/${id}`)).body.urgings as { text: string }[];

  test('whoever oversees nothing is told so, and an overseer without cases what there is instead', async () => {
    const handler = await desks.open('wsq-h1', '/oversight');
    await handler.getByRole('alert').filter({ hasText: '角色' }).waitFor();
    expect(await handler.getByRole('link', { name: '监督' }).count()).toBe(0);
    const nothing = await desks.open('xltsf-o1', '/oversight');
    await nothing.getByText('没有逾期案件').waitFor();
    expect(await unusable(nothing)).toEqual([]);
    await nothing.getByRole('link', { name: '督办', exact: true }).click();
    await nothing.getByText('没有等您审阅的回复').waitFor();
    expect(await unusable(nothing)).toEqual([]);
  });

  test('the morning: what is stuck is found, an order opened, answered by the agency’s head, and closed', async () => {
    const title = await titleOf(stuck);
    const page = await desks.open(overseer, '/oversight');
    await page.getByRole('link', { name: /^什么停住了，为什么：/ }).waitFor();
    await page.getByRole('heading', { name: '时间花在哪里' }).waitFor();
    await page.getByText('各阶段用时，逐月').scrollIntoViewIfNeeded();
    await page.locator('.months svg').first().waitFor();
    expect(await unusable(page)).toEqual([]);
    await page.getByRole('link', { name: /^长期没有进展/ }).click();
    await page.waitForURL(`${desks.url}/oversight/stuck?cause=idle`);
    await page.getByRole('heading', { name: '监督：停滞' }).waitFor();
    await page.getByRole('link', { name: title }).waitFor();
    expect(await unusable(page)).toEqual([]);
    await page.getByRole('link', { name: title }).click();

    await page.getByRole('button', { name: '督办', exact: true }).click();
    await page.getByLabel('理由').fill('审核逾期多日');
    await page.getByLabel('要求').fill('说明原因，三日内出具意见');
    await page.getByRole('button', { name: '确定督办' }).click();
    await page.getByText('督办中：待回复').waitFor();
    await page.getByRole('link', { name: '看督办' }).click();
    await page.getByText('为什么是这一天').click();
    await page.getByText(/期限5个工作日/).waitFor();
    await page.getByText('等待被督办机关回复').waitFor();
    expect(await unusable(page)).toEqual([]);

    const theirs = await desks.open(head, '/orders');
    await theirs.getByRole('link', { name: title }).click();
    await theirs.getByRole('button', { name: '督办回复' }).click();
    await theirs.getByLabel('答复').fill('审核人休假，已改派');
    await theirs.getByRole('button', { name: '确定督办回复' }).click();
    await theirs.getByText('已回复，等待督办机关审阅').waitFor();

    await page.getByRole('link', { name: '督办', exact: true }).click();
    await page.waitForURL(`${desks.url}/orders`);
    await page.getByRole('link', { name: title }).click();
    await page.getByText('审核人休假，已改派').waitFor();
    await page.getByRole('button', { name: '督办办结' }).click();
    await page.getByLabel('结论').fill('已改派并出具意见');
    await page.getByRole('button', { name: '确定督办办结' }).click();
    await page.getByText('这项督办已办结').waitFor();
    expect(await unusable(page)).toEqual([]);
    await page.goBack();
    await page.waitForURL(`${desks.url}/orders`);
    await page.getByText('没有等您审阅的回复').waitFor();
  });

  test('an archived case takes an order too; one that comes second is refused in words, and what was typed stays', async () => {
    const archived = await desks.system.tellAll(storyOf('C05').requests);
    const page = await desks.open('czsf-o1', `/cases/${archived}?act=openSupervision`);
    await page.getByLabel('理由').fill('归档材料不全');
    await page.getByRole('button', { name: '确定督办' }).waitFor();
    const path = `/api/v1/cases/${archived}/actions/openSupervision`;
    expect((await desks.system.post('czsf-o1', path, { reason: '先到的督办' })).status).toBe(200);
    await page.getByRole('button', { name: '确定督办' }).click();
    await page.getByRole('alert').filter({ hasText: '督办' }).waitFor();
    expect(await page.getByLabel('理由').inputValue()).toBe('归档材料不全');
    await page.getByText('督办中：待回复').waitFor();
  });

  test('an order on an agency names the cases chosen in a list, and its notice leads to it', async () => {
    const title = await titleOf(stuck);
    const page = await desks.open(overseer, '/oversight/standing?agency=wsq');
    await page.getByLabel(`选择：${title}`).check();
    await page.getByRole('button', { name: '对机关督办…' }).click();
    await page.waitForURL(`${desks.url}/orders/new?agency=wsq`);
    await page.getByText(title).waitFor();
    expect(await unusable(page)).toEqual([]);
    await page.getByLabel('督办事项').fill('法制审核普遍逾期');
    await page.getByLabel('督办理由').fill('多件审核逾期');
    await page.getByRole('button', { name: '督办', exact: true }).click();
    await page.getByRole('heading', { name: '法制审核普遍逾期' }).waitFor();
    expect(page.url()).toMatch(/\/orders\/[0-9a-f-]{36}$/);
    await page.getByRole('link', { name: title }).waitFor();

    const theirs = await desks.open(head, '/notices');
    await theirs.getByRole('link', { name: /督办/ }).and(theirs.locator('ol a')).first().click();
    await theirs.waitForURL(/\/orders\//);
    await theirs.getByRole('button', { name: '督办回复' }).waitFor();
  });

  test('a list is urged with one text: an answer that was lost is sent again and urges nobody twice, a refusal says why', async () => {
    const page = await desks.open(overseer, '/oversight/standing');
    await page.getByLabel('全选本页').check();
    await page.getByText('已选 2 件').waitFor();
    await page.getByRole('button', { name: '催办…' }).click();
    await page.getByLabel('催办内容').fill('请本周内办理');
    expect(await unusable(page)).toEqual([]);
    await loseAnswersTo(page, `**/cases/${stuck}/actions/urge`);
    const ended = await desks.system.post(head, `/api/v1/cases/${other}/actions/terminate`, { ground: '当事人死亡', documents: ['死亡证明'] }); // prettier-ignore
    expect(ended.status).toBe(200);
    await page.getByRole('button', { name: '催办这 2 件' }).click();
    await page.getByText('0 件已催办，1 件未催办，1 件没有得到回答').waitFor();
    await page.getByText(/^未催办：/).waitFor();
    await page.unrouteAll();
    await page.getByRole('button', { name: '再发没有得到回答的 1 件' }).click();
    await page.getByText('1 件已催办，1 件未催办，0 件没有得到回答').waitFor();
    expect(await urgings(stuck)).toMatchObject([{ text: '请本周内办理' }]);
    await page.getByRole('button', { name: '完成' }).click();
    await page.goto(`${desks.url}/oversight`);
    await page.getByRole('link', { name: '催过还没有办：1 件' }).waitFor();
  });

  test('by keyboard from a number to its rows and back, what the lists are narrowed to staying in the address', async () => {
    const page = await desks.open(overseer, '/oversight?agency=wsq');
    await page.getByRole('link', { name: /^什么逾期了：/ }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${desks.url}/oversight/overdue?agency=wsq`);
    await page.getByRole('heading', { name: '监督：逾期' }).waitFor();
    const table = await page.getByRole('link', { name: '导出表格' }).getAttribute('href');
    expect((await page.request.get(`${desks.url}${table}`)).headers()['content-type']).toMatch(/^text\/csv/);
    await page.goBack();
    await page.waitForURL(`${desks.url}/oversight?agency=wsq`);
    const cell = page.locator('.heat td a').first();
    await cell.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/oversight\/standing\?agency=wsq&section=wsq-\w+&stage=\w+$/);
    await page.locator('.overseen tbody tr').first().waitFor();
  });

  test('a list is narrowed by days, which stay in the address, and a month of a stage leads to the cases that left it', async () => {
    const title = await titleOf(stuck);
    const page = await desks.open(overseer, '/oversight/standing?agency=wsq');
    await page.getByLabel('在本阶段 至少').fill('9000');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${desks.url}/oversight/standing?agency=wsq&ageFrom=9000`);
    await page.getByText('没有符合条件的案件').waitFor();
    await page.reload();
    expect(await page.getByLabel('在本阶段 至少').inputValue()).toBe('9000');
    await page.getByLabel('在本阶段 至少').fill('1');
    await page.keyboard.press('Tab');
    await page.getByRole('link', { name: title }).waitFor();
    expect(await unusable(page)).toEqual([]);
    await page.getByRole('button', { name: '去掉筛选' }).click();
    await page.waitForURL(`${desks.url}/oversight/standing`);
    await page.getByRole('link', { name: '回到监督' }).click();
    await page.getByText('各阶段用时，逐月').scrollIntoViewIfNeeded();
    await page.getByRole('group', { name: '法制受理' }).getByRole('link').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '1 件案件' }).waitFor();
    await page.getByText('办结的阶段（一件可有几次） · 法制受理').waitFor();
    expect(await unusable(page)).toEqual([]);
    await page.getByRole('link', { name: title }).waitFor();
    await page.getByRole('link', { name: '回到监督' }).click();
    await page.waitForURL(`${desks.url}/oversight`);
  });

  test('while the database is away the desk says so once, and shows everything when it is back', async () => {
    const page = await desks.open(overseer, '/work');
    const away = problemBody(problem('database.away'), '/api/v1/oversight');
    await page.route(/api\/v1\/(oversight|supervision-orders)/, (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(away) })); // prettier-ignore
    await page.getByRole('link', { name: '监督', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: away.detail }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(1);
    expect(await unusable(page)).toEqual([]);
    await page.unrouteAll();
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByRole('link', { name: /^什么停住了，为什么：/ }).waitFor();
  });

  test('English says the same', async () => {
    const page = await desks.open(overseer, '/oversight');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'What is late' }).waitFor();
    await page.getByRole('link', { name: 'Orders', exact: true }).click();
    await page.getByRole('heading', { name: 'Supervision orders' }).waitFor();
    expect(await unusable(page)).toEqual([]);
  });
});

/** Lets requests through and loses what is answered. */
async function loseAnswersTo(page: Page, path: string): Promise<void> {
  await page.route(path, async (route) => {
    await route.fetch();
    await route.abort();
  });
}
