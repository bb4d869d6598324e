import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { storyOf, upTo } from '../support/stories.ts';
import { browserPath, openDesks, soon, untold, unusable, type Desks } from './browser.ts';
import { holds, pictured, saved, textBox } from './filing-form.ts';

const withBrowser = browserPath ? describe : describe.skip;

let desks: Desks;
let page: Page;
const shown = () => page;

const { requests } = storyOf('C01');
const drafted = () => desks.system.tellAll(upTo(requests, 'saveDraft'));
const draftNow = (action: string) => upTo(requests, action).at(-1)!.body['draft'] as Record<string, unknown>;

withBrowser('drafting in a browser', () => {
  beforeAll(async () => {
    desks = await openDesks();
  });
  afterAll(() => desks?.close());
  afterEach(() => expect(desks.complaints).toEqual([]));

  test(
    'a second version is compared with the first: removed struck through, added underlined, amounts too',
    pictured(shown, async () => {
      const id = await drafted();
      page = await desks.open('xltyj-h1', `/cases/${id}/draft`);
      await page.getByText('与第1版一致').waitFor();
      await textBox(page, '罚款（补偿）数额').fill('15000');
      await textBox(page, '决定内容').fill('责令限期改正（已改正），处人民币一万五千元罚款。');
      await textBox(page, '本版改动说明').fill('减轻');
      await page.getByRole('button', { name: '拟稿：存为第2版' }).click();
      await page.getByText('与第2版一致').waitFor();
      await page.goto(`${desks.url}/cases/${id}`);
      await page.getByRole('link', { name: '比较各版内容' }).click();
      await page.locator('.changes del').first().waitFor();
      const said = (tag: string) => page.locator(`.changes ${tag}`).allInnerTexts();
      await soon(async () =>
        expect([(await said('del')).join(), (await said('ins')).join()]).toEqual([
          expect.stringMatching(/18,000.*八千|八.*18,000/s),
          expect.stringMatching(/15,000.*五千|五.*15,000/s),
        ]),
      );
      const line = `getComputedStyle(document.querySelector('.changes del')).textDecorationLine`;
      expect(await page.evaluate(line)).toBe('line-through');
      expect(await unusable(page)).toEqual([]);
      await page.getByLabel('旧版').selectOption('2');
      await page.waitForURL(/from=2&to=2/);
      await page.goBack();
    }),
  );

  test(
    'a notice cannot be confirmed before the measures of the draft stand in it, nor without any',
    pictured(shown, async () => {
      const id = await drafted();
      page = await desks.open('xltyj-h1', `/cases/${id}`);
      let arrive = (): void => undefined;
      const held = new Promise<void>((resolve) => (arrive = resolve));
      await page.route('**/content-versions/1', (route) => held.then(() => route.continue()));
      await page.getByText('其他事项', { exact: true }).click();
      await page.getByRole('button', { name: '事先告知', exact: true }).click();
      await page.getByLabel('告知书名称').fill('行政处罚事先告知书');
      await page.getByLabel('送达方式').fill('直接送达');
      const confirm = page.getByRole('button', { name: '确定事先告知' });
      await page.locator('.acting').getByText('正在读取').waitFor();
      expect(await confirm.isDisabled()).toBe(true);
      arrive();
      await soon(async () => expect(await page.getByLabel('罚款', { exact: true }).isChecked()).toBe(true));
      expect(await unusable(page)).toEqual([]);
      await page.getByLabel('罚款', { exact: true }).uncheck();
      await page.getByLabel('金额（元）').fill('');
      await confirm.click();
      await page.getByText('告知书没有写明拟采取的措施').waitFor();
      await page.getByLabel('罚款', { exact: true }).check();
      await page.getByLabel('金额（元）').fill('18000');
      await confirm.click();
      await page.locator('.acting').waitFor({ state: 'detached' });
    }),
  );

  test(
    'a draft on a version that somebody else has replaced is kept: told who, shown the difference, and asked',
    pictured(shown, async () => {
      const id = await drafted();
      page = await desks.open('xltyj-h1', `/cases/${id}/draft`);
      await untold(page);
      await textBox(page, '决定内容').fill('我写的第二版。');
      await saved(page);
      const other = { version: 2, draft: { ...draftNow('saveDraft'), text: '别人存的第二版。' } };
      const answer = await desks.system.post('xltyj-h2', `/api/v1/cases/${id}/actions/saveDraft`, other);
      expect(answer.status).toBe(200);
      await page.getByRole('button', { name: '拟稿：存为第2版' }).click();
      await page.getByText('指明的不是当前内容版本').waitFor();
      await page.getByText(/已存第2版。您写的还在/).waitFor();
      await holds(textBox(page, '决定内容'), '我写的第二版。');
      expect(await unusable(page)).toEqual([]);
      await page.getByRole('link', { name: '看第2版与第1版的差别' }).click();
      await page.getByText('别人存的').first().waitFor();
      await page.goBack();
      await holds(textBox(page, '决定内容'), '我写的第二版。');
      await page.getByRole('button', { name: '看过了，在第2版之后存我写的' }).click();
      await page.getByRole('button', { name: '拟稿：存为第3版' }).click();
      await page.getByText('与第3版一致').waitFor();
      const versions = await desks.system.get('xltyj-h1', `/api/v1/cases/${id}/content-versions/3`);
      expect(versions.body.version.text).toBe('我写的第二版。');
    }),
  );

  test(
    'a stale window on a case that moved on is told what happened, and keeps what was typed',
    pictured(shown, async () => {
      const id = await drafted();
      page = await desks.open('xltyj-h1', `/cases/${id}/draft`);
      await untold(page);
      await textBox(page, '决定内容').fill('还在改的文字。');
      const { body } = upTo(requests, 'submit').at(-1)!;
      expect((await desks.system.post('xltyj-h2', `/api/v1/cases/${id}/actions/submit`, body)).status).toBe(200);
      await page.getByRole('button', { name: '拟稿：存为第2版' }).click();
      await page.getByText('案件当前阶段不能作此动作').first().waitFor();
      await page
        .getByText(/已提交初审。/)
        .first()
        .waitFor();
      await page.getByText(/现在不能拟稿/).waitFor();
      await holds(textBox(page, '决定内容'), '还在改的文字。');
      await saved(page);
      expect(await unusable(page)).toEqual([]);
    }),
  );

  test(
    'what review asked for is answered item by item, and only then sent back',
    pictured(shown, async () => {
      const { requests: told } = storyOf('C02');
      const id = await desks.system.tellAll(upTo(told, 'requestSupplement'));
      const missing = upTo(told, 'requestSupplement').at(-1)!.body['missing'] as string[];
      page = await desks.open('xltyj-h3', `/cases/${id}`);
      await page.getByRole('link', { name: '补正' }).click();
      await page.getByRole('heading', { name: '审核要求补正' }).waitFor();
      expect(await unusable(page)).toEqual([]);
      for (const what of missing) await page.getByLabel(`「${what}」的补正说明`).fill('已补充');
      await saved(page);
      await page.reload();
      await holds(page.getByLabel(`「${missing[0]}」的补正说明`), '已补充');
      await page.getByRole('button', { name: '补正完毕，送回审核' }).click();
      await page.waitForURL(`${desks.url}/cases/${id}`);
      const { body } = await desks.system.get('xltyj-h1', `/api/v1/cases/${id}`);
      expect(body.stage).not.toBe('supplementing');
    }),
  );
});
