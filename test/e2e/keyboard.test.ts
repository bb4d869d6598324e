import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { browserPath, openDesks, picture, type Desks } from './browser.ts';
import { fillFiling } from './filing-form.ts';
import { answerTen, keyboardOf, type Keyboard } from './keyboard.ts';

jest.setTimeout(240_000);
const withBrowser = browserPath ? describe : describe.skip;

withBrowser('a case by keyboard alone', () => {
  let desks: Desks;
  let last: Page;
  beforeAll(async () => {
    desks = await openDesks();
  });
  afterAll(() => desks?.close());

  /** Takes an act that is done on the case page in one screen. */
  async function act(
    person: string,
    place: string,
    label: string,
    fill: (keys: Keyboard, form: Locator) => Promise<void>,
  ) {
    const page = (last = await desks.open(person, place));
    const keys = keyboardOf(page);
    const button = page.getByRole('button', { name: label, exact: true });
    await page.getByRole('heading', { name: '您可以' }).waitFor();
    if (!(await button.isVisible())) await keys.press(page.locator('summary', { hasText: /^其他事项$/ }));
    await keys.press(button);
    await fill(keys, page.locator('.acting'));
    await keys.press(page.getByRole('button', { name: `确定${label}` }));
    await page.locator('.acting').waitFor({ state: 'detached' });
    await page.context().close();
  }

  test('goes from its filing to the decision', async () => {
    try {
      await journey();
    } catch (error) {
      await picture(last, 'keyboard');
      throw error;
    }
    expect(desks.complaints).toEqual([]);
  });

  async function journey(): Promise<void> {
    const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
    // The demo's reviewers were trained for 2026.
    await desks.system.db.asOwner(`UPDATE person SET training = training || $1`, [JSON.stringify([{ year, hours: 60 }])]);
    const page = (last = await desks.open('xltyj-h1'));
    const keys = keyboardOf(page);
    await keys.press(page.getByRole('link', { name: '立案' }));
    await page.waitForURL(`${desks.url}/cases/new`);
    await fillFiling(page, { title: '辰浦公司未培训上岗案', documentNo: `兴应急立〔${year}〕31号` }, keys);
    await page.getByText('必填内容已齐').waitFor();
    await keys.press(page.getByRole('button', { name: '确认立案' }));
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
    const place = new URL(page.url()).pathname;

    await keys.press(page.getByRole('link', { name: '拟稿' }));
    await keys.tick(page.getByLabel('罚款', { exact: true }));
    await keys.write(page.getByLabel('罚款（补偿）数额（元）'), '18000');
    await keys.choose(page.getByLabel('从事项清单选阶次'), await page.getByLabel('从事项清单选阶次').locator('option').nth(2).evaluate((one) => (one as unknown as { value: string }).value)); // prettier-ignore
    await keys.write(page.getByLabel('裁量理由'), '首次违法，按期整改');
    await keys.write(page.getByLabel('决定内容'), '处人民币一万八千元罚款。');
    await keys.press(page.getByRole('button', { name: '拟稿：存为第1版' }));
    await page.getByText('与第1版一致').waitFor();
    const draft = (last = await desks.open('xltyj-h1', `${place}/draft`));
    const submitting = keyboardOf(draft);
    const boxes = draft.locator('.materials input');
    await boxes.first().waitFor();
    for (let n = 0; n < (await boxes.count()); n += 1) await submitting.tick(boxes.nth(n));
    await draft.getByText('全部备齐').waitFor();
    await submitting.press(draft.getByRole('button', { name: '提交初审' }));
    await draft.getByText('科室初审').first().waitFor();

    await act('xltyj-h1', place, '事先告知', async (at, form) => {
      await at.write(form.getByLabel('告知书名称'), '行政处罚事先告知书');
      await at.write(form.getByLabel('送达方式'), '直接送达');
    });
    await act('xltyj-h1', place, '陈述申辩', async (at, form) => {
      await at.pick(form.getByLabel('提出陈述、申辩'), form.getByLabel('放弃陈述、申辩'));
    });
    await act('xltyj-f1', place, '初审通过', (at, form) => at.write(form.getByLabel('意见'), '同意报审签。'));
    await act('xltyj-s1', place, '科室审签', (at, form) => at.write(form.getByLabel('意见'), '同意送审。'));
    await act('xltyj-q1', place, '受理', async (at, form) => {
      await at.pick(form.getByRole('radio').first(), form.getByRole('radio', { name: /翟霁月/ }));
      await at.tick(form.getByLabel('我确认送审材料齐全'));
    });

    const desk = (last = await desks.open('xltyj-r1', `${place}/review`));
    const reviewer = keyboardOf(desk);
    await reviewer.to(desk.locator('[data-item=subjectCompetent]'));
    await answerTen(reviewer, (item) => (item === 10 ? '3' : '1'));
    await desk.getByText('十项都已作答').waitFor();
    await reviewer.tick(desk.locator('input[name=verdict]').first());
    await reviewer.press(desk.getByRole('button', { name: '出具意见' }));
    await desk.waitForURL(`${desks.url}${place}?tab=opinions`);

    await act('xltyj-q1', place, '审签意见', async (_at, form) => {
      await form.locator('input[name=opinionNo]:not([value=""])').waitFor();
    });
    await act('xltyj-l2', place, '负责人批准', (at, form) => at.write(form.getByLabel('意见'), '同意。'));
    await act('xltyj-h2', place, '制发', async (at, form) => {
      await at.write(form.getByLabel('文号'), `兴应急罚〔${year}〕1号`);
      await at.tick(form.getByLabel('用印'));
    });
    const [decided] = await desks.system.db.asOwner('SELECT document_no FROM decision');
    expect(decided).toEqual({ document_no: `兴应急罚〔${year}〕1号` });
  }
});
