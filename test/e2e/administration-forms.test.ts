import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { storyOf, upTo } from '../support/stories.ts';
import { browserPath, choose, openDesks, soon, unusable, type Desks } from './browser.ts';
import { holds } from './filing-form.ts';
import { keyboardOf } from './keyboard.ts';
import { system } from '../support/administrators.ts';

const withBrowser = browserPath ? describe : describe.skip;

withBrowser('forms of the administrators in a browser', () => {
  let desks: Desks;

  beforeAll(async () => {
    desks = await openDesks();
    await desks.system.tellAll(upTo(storyOf('C01').requests, 'register'));
  });
  afterAll(() => desks?.close());
  afterEach(() => expect(desks.complaints).toEqual([]));

  const itemOf = async (id: string) =>
    (await desks.system.db.database.enforcementItem.findUniqueOrThrow({ where: { id } })).item as Record<string, any>;
  const sectionOf = (id: string) => desks.system.db.database.section.findUniqueOrThrow({ where: { id } });

  test('an item is changed by keyboard: what is missing is told at its field, the dry run shows the change and nothing else', async () => {
    const page = await desks.open(system, '/admin/items');
    const keys = keyboardOf(page);
    await keys.press(page.getByRole('link', { name: '特种作业人员无证上岗作业' }));
    await page.waitForURL(/\/admin\/items\/xltyj-F02$/);
    const before = await itemOf('xltyj-F02');
    const name = page.getByLabel('名称');
    await keys.write(name, ' ');
    await page.keyboard.press('Enter');
    await page.getByText('有 1 处需要改正').waitFor();
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    await soon(async () => expect(await name.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true));
    expect(await unusable(page)).toEqual([]);
    await keys.write(name, '特种作业人员未取得资格上岗作业');
    await keys.write(page.getByLabel('适用情形').nth(1), '2人');
    await page.reload();
    await holds(name, '特种作业人员未取得资格上岗作业');
    await keys.press(page.getByRole('button', { name: '预演' }));
    await page.getByText('会改动 1 项').waitFor();
    expect(await itemOf('xltyj-F02')).toEqual(before);
    expect(await page.locator('table.changed p').allInnerTexts()).toHaveLength(2);
    expect(await unusable(page)).toEqual([]);
    await keys.press(page.getByRole('button', { name: '确定改动' }));
    await page.getByText('已生效，1 项改动。').waitFor();
    const discretion = before['discretion'].map((tier: object, at: number) => (at === 1 ? { ...tier, condition: '2人' } : tier));
    expect(await itemOf('xltyj-F02')).toEqual({ ...before, name: '特种作业人员未取得资格上岗作业', discretion });
  }); // prettier-ignore

  test('the flow of an item: a step is added, moved with the keyboard staying where it is, and taken away', async () => {
    const before = await itemOf('xltyj-F03');
    const page = await desks.open(system, '/admin/items/xltyj-F03');
    const keys = keyboardOf(page);
    await page.getByLabel('加一个环节').selectOption({ label: '集体讨论' });
    const last = before['flow'].length + 1;
    await keys.press(page.getByRole('button', { name: `上移第${last}步「集体讨论」` }));
    const up = page.getByRole('button', { name: `上移第${last - 1}步「集体讨论」` });
    await soon(async () => expect(await up.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true));
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '删去第1步「调查取证」' }).click();
    expect(await unusable(page)).toEqual([]);
    await page.getByRole('button', { name: '预演' }).click();
    await page.getByText('会改动 1 项').waitFor();
    await page.getByRole('button', { name: '确定改动' }).click();
    await page.getByText('已生效，1 项改动。').waitFor();
    const flow = before['flow'].slice(1).toSpliced(-2, 0, 'deliberation');
    expect(await itemOf('xltyj-F03')).toEqual({ ...before, flow });
  }); // prettier-ignore

  test('a section’s head is another: somebody without the role is refused by name, what a colleague changed meanwhile stays', async () => {
    const page = await desks.open(system, '/admin/organisation');
    await page.getByRole('link', { name: '执法科', exact: true }).click();
    await choose(page, '负责人', '晏秉衡');
    await page.getByRole('button', { name: '预演' }).click();
    await page.locator('#field-head-problem').getByText('晏秉衡：该人员没有 负责人 所需的角色').waitFor();
    expect(await page.getByRole('button', { name: '确定改动' }).count()).toBe(0);
    expect(await unusable(page)).toEqual([]);
    await desks.system.db.asOwner(`UPDATE section SET name = '执法二队' WHERE id = 'xltyj-B'`);
    await choose(page, '负责人', '符春晗');
    await page.getByRole('button', { name: '预演' }).click();
    await page.getByRole('row', { name: /负责人：敖南星 符春晗/ }).waitFor();
    await desks.system.db.asOwner(
      `UPDATE section SET name = '执法一队', first_reviewer = 'xltyj-f2' WHERE id = 'xltyj-A'`,
    );
    await page.getByRole('button', { name: '确定改动' }).click();
    await page.getByText('预演之后情况有了变动，本次没有生效').waitFor();
    await page.getByRole('row', { name: /负责人：敖南星 符春晗/ }).waitFor();
    expect(await page.locator('table.changed p').allInnerTexts()).toHaveLength(1);
    await holds(page.getByLabel('名称'), '执法一队');
    expect(await unusable(page)).toEqual([]);
    expect((await sectionOf('xltyj-A')).head).toBe('xltyj-s1');
    await page.getByRole('button', { name: '确定改动' }).click();
    await page.getByText('已生效，1 项改动。').waitFor();
    expect(await sectionOf('xltyj-A')).toMatchObject({ head: 'xltyj-s2', firstReviewer: 'xltyj-f2', name: '执法一队' });
    expect((await sectionOf('xltyj-B')).name).toBe('执法二队');
  });

  test('the collective with fewer members than its quorum is told at the quorum', async () => {
    const page = await desks.open(system, '/admin/organisation/agency');
    await page.getByLabel('法定人数').fill('9');
    await page.getByRole('button', { name: '预演' }).click();
    await page.locator('[id="field-collective.quorum-problem"]').getByText('集体讨论成员少于法定人数').waitFor();
    expect(await unusable(page)).toEqual([]);
    await page.getByRole('button', { name: '放弃改动' }).click();
    await holds(page.getByLabel('法定人数'), '4');
  });
});
