import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { requestFor, storyOf } from '../support/stories.ts';
import { atRest, browserPath, openDesks, soon, unusable, type Desks } from './browser.ts';
import { fillFiling, holds, pictured, saved, textBox } from './filing-form.ts';

const withBrowser = browserPath ? describe : describe.skip;

let desks: Desks;
let page: Page;
const shown = () => page;

const rows = (sql: string, values: unknown[] = []) => desks.system.db.asOwner(sql, values);
const widerThanScreen = (on: Page) => on.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth'); // prettier-ignore

/** What Word puts on the clipboard for a table of two rows, pasted where one types. */
const pasteTable = `
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/html', '<table><tr><td>姓名</td> <td><b>岗位</b></td></tr> <tr><td>甲</td><td><p>管工</p><script>1</scr' + 'ipt></td></tr></table>');
  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));`;

withBrowser('bad input, a wrong clock and the keyboard in a filing', () => {
  beforeAll(async () => {
    desks = await openDesks();
  });
  afterAll(() => desks?.close());
  afterEach(async () => {
    expect(desks.complaints).toEqual([]);
    await rows('DELETE FROM working_copy');
  });

  test(
    'a renewal is filed with the last day of the present permit, and its case says when the law acted',
    pictured(shown, async () => {
      const { body, person, at } = requestFor(storyOf('C08').requests, 'register');
      page = await desks.open(person, '/cases/new');
      const until = textBox(page, '原许可证号');
      await page.getByLabel('类别').first().selectOption('penalty');
      await until.waitFor({ state: 'detached' });
      await page.getByLabel('类别').first().selectOption('permit');
      await page.getByLabel('原许可有效期至').fill('2026-10-17');
      await until.fill('湘发改许〔2023〕7号');
      await page.getByText('依法视为准予延续（行政许可法第五十条）').waitFor();
      expect(await unusable(page)).toEqual([]);
      await page.getByLabel('依申请办理').uncheck();
      await until.waitFor({ state: 'detached' });

      const renewal = { permitNo: '湘发改许〔2023〕7号', validTo: '2026-10-17' };
      const id = await desks.system.tellAll([{ action: 'register', person, at, body: { ...body, renewal } }]); // prettier-ignore
      await page.goto(`${desks.url}/cases/${id}`);
      await page.getByText('原许可届满').waitFor();
      await desks.system.post(
        person,
        `/api/v1/cases/${id}/actions/comment`,
        { text: '已阅' },
        '2026-10-19T09:00:00+08:00',
      );
      await page.reload();
      await page.getByText('原许可10月17日（周六）届满未作决定，依法视为准予延续').waitFor();
      expect(await unusable(page)).toEqual([]);
    }),
  );

  test(
    'script, invisible characters, endless words and tables from Word are text, named, held by the layout',
    pictured(shown, async () => {
      page = await desks.open('xltyj-h1', '/cases/new');
      const script = `<img src=x onerror="document.title='hacked'"><script>document.title='hacked'</script>`;
      await fillFiling(page, { title: `${script}案`, documentNo: '兴应急立〔2026〕34号' });
      for (const label of ['案由', '名称或者姓名', '住所']) await textBox(page, label).fill(script);
      await textBox(page, '事实').fill('看不见\u200B的\u202E字符');
      await page.getByText('含有看不见或者改变阅读方向的字符').waitFor();
      await page.getByRole('button', { name: '去掉这些字符' }).click();
      await holds(textBox(page, '事实'), '看不见的字符');
      await textBox(page, '事实').fill('长'.repeat(5_000) + 'x'.repeat(10_000));
      await textBox(page, '案件名称').fill('x'.repeat(10_000));
      await page.getByText('超出 9700 字').waitFor();
      expect(await widerThanScreen(page)).toBe(false);
      await textBox(page, '案件名称').fill(`${script}${'x'.repeat(180)}`);
      await textBox(page, '事实').focus();
      await page.keyboard.press('Control+A');
      await page.evaluate(pasteTable);
      await holds(textBox(page, '事实'), '姓名\t岗位\n甲\t管工');
      await page.getByRole('button', { name: '确认立案' }).click();
      await page.locator('.standing h1', { hasText: 'onerror' }).waitFor();
      expect(await widerThanScreen(page)).toBe(false);
      expect(await page.title()).not.toContain('hacked');
    }),
  );

  test(
    'a computer whose clock is a day off changes no date',
    pictured(shown, async () => {
      page = await desks.open('xltyj-h2', '/work');
      await page.clock.setFixedTime(new Date(Date.now() + 86_400_000));
      await page.goto(`${desks.url}/cases/new`);
      await fillFiling(page, { title: '时钟差一天案', documentNo: '兴应急立〔2026〕35号', second: 'xltyj-h1' });
      await saved(page);
      // What was typed last may be saved in the next minute.
      await soon(async () => {
        const [kept] = await rows(
          `SELECT to_char(saved_at AT TIME ZONE 'Asia/Shanghai', 'HH24:MI') AS at FROM working_copy`,
        );
        expect(await page.locator('.saving').innerText()).toBe(`已保存 ${(kept as { at: string }).at}`);
      });
      await page.getByRole('button', { name: '确认立案' }).click();
      await page.getByRole('heading', { name: '时钟差一天案' }).waitFor();
      const [filed] = await rows(
        `SELECT abs(extract(epoch FROM last_at - now())) < 3600 AS today FROM case_file WHERE title = '时钟差一天案'`,
      );
      expect(filed).toEqual({ today: true });
    }),
  );

  test(
    'by keyboard alone every field is reached in its order, and links lead to what is missing',
    pictured(shown, async () => {
      page = await desks.open('xltyj-h1', '/cases/new');
      await page.getByRole('heading', { name: /还缺/ }).waitFor();
      await atRest(page);
      const fields = await page.locator('form :is(input, select, textarea)').evaluateAll((found) => found.map(({ id }) => id).filter(Boolean)); // prettier-ignore
      await page.locator(`[id="${fields[0]}"]`).focus();
      const reached: string[] = [];
      for (let n = 0; n < 90 && !reached.includes('确认立案'); n++) {
        reached.push(
          await page.evaluate<string>(`document.activeElement?.id || (document.activeElement?.textContent ?? '')`),
        );
        await page.keyboard.press('Tab');
      }
      expect(reached.filter((name) => fields.includes(name))).toEqual(fields);
      expect(reached).toContain('确认立案');
      await page.getByRole('link', { name: '名称或者姓名' }).press('Enter');
      await page.keyboard.type('某公司');
      await holds(textBox(page, '名称或者姓名'), '某公司');
    }),
  );
});
