import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { playingStages, type Played } from '../support/played-stages.ts';
import { requestsFor, storyOf } from '../support/stories.ts';
import { browserPath, openDesks, soon, unusable, type Desks } from './browser.ts';
import { answerTen, keyboardOf } from './keyboard.ts';

const withBrowser = browserPath ? describe : describe.skip;

/** What the browser keeps of what was typed. */
async function keptBy(page: Page): Promise<string[]> {
  const { origins } = await page.context().storageState();
  return origins
    .flatMap(({ localStorage }) => localStorage.map(({ name }) => name))
    .filter((name) => name.includes('kept'));
}

withBrowser('the review desk', () => {
  let desks: Desks;
  let playing: ReturnType<typeof playingStages>;
  const given = async ({ id, at }: Played) => {
    const { body } = await desks.system.get('xltyj-r1', `/api/v1/cases/${id}`, at);
    return body.history.filter(({ type }: { type: string }) => type === 'giveOpinion');
  };
  /** At the moment at which the case was left: the browser sends it along. */
  async function deskOf(person: string, { id, at }: Played): Promise<Page> {
    const page = await desks.open(person, `/cases/${id}/review`);
    await page.context().setExtraHTTPHeaders({ 'Sanxiang-Clock': at });
    await page.locator('[data-item=subjectCompetent]').waitFor();
    return page;
  }

  beforeAll(async () => {
    desks = await openDesks();
    playing = playingStages(desks.system);
  });
  afterAll(() => desks?.close());
  afterEach(() => expect(desks.complaints).toEqual([]));

  test('a reviewer goes from the workbench to the opinion by keyboard alone; a verdict that does not fit is refused with words', async () => {
    const one = await playing.ordinary('legalReview');
    const page = await desks.open('xltyj-r1');
    await page.context().setExtraHTTPHeaders({ 'Sanxiang-Clock': one.at });
    const { to, keys, type } = keyboardOf(page);
    await page.locator('tbody tr').first().waitFor();
    await to(page.locator('tbody a').first());
    await keys('Enter');
    await page.waitForURL(`${desks.url}/cases/${one.id}/review`);
    await page.getByText('还有 10 项未答').waitFor();
    await to(page.locator('[data-item=subjectCompetent]'));
    await keys('1', 'Enter');
    await type('第二十二');
    await page.getByRole('option', { name: '行政处罚法第二十二条' }).waitFor();
    expect(await unusable(page)).toEqual([]);
    await keys('ArrowDown', 'Enter', 'Escape', 'e', 'Space', 'Escape', 'j');
    for (let item = 2; item <= 10; item += 1) {
      await keys(item === 4 ? '2' : item === 10 ? '3' : '1', 'Enter');
      await type('有关规定');
      await keys('Escape', 'ArrowDown');
    }
    await page.getByText('十项都已作答').waitFor();
    await page.reload();
    await page.getByText('十项都已作答').waitFor();
    await to(page.locator('input[name=verdict]').first());
    await keys('Space');
    expect(await page.getByRole('radio', { name: '同意', exact: true }).isChecked()).toBe(true);
    await to(page.locator('.desk-foot .ant-btn-primary'));
    await keys('Enter');
    expect(await page.getByRole('alert').innerText()).toBe('第4项不符合，不能同意。');
    expect(await unusable(page)).toEqual([]);
    expect(await given(one)).toEqual([]);
    await to(page.locator('.desk-foot .buttons button:not(.ant-btn-primary)'));
    await keys('Enter');
    const document = page.getByRole('region', { name: '法制审核意见书' });
    await soon(async () =>
      expect(await document.innerText()).toMatch(
        /执法主体是否合法？符合[\s\S]*依据：行政处罚法第二十二条[\s\S]*证据：E1/,
      ),
    );
    expect(await unusable(page)).toEqual([]);
    await keys('Enter', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'ArrowRight', 'ArrowRight');
    expect(await page.getByRole('radio', { name: '建议补充调查' }).isChecked()).toBe(true);
    await to(page.locator('.desk-foot .ant-btn-primary'));
    await keys('Enter');
    await page.waitForURL(`${desks.url}/cases/${one.id}?tab=opinions`);
    await page.locator('.round').getByText('建议补充调查').first().waitFor();
    const [opinion] = await given(one);
    expect(opinion.words.items[0]).toMatchObject({ basis: '行政处罚法第二十二条', evidence: ['E1'] });
    expect(opinion.words.items[3]).toMatchObject({ key: 'evidenceSufficient', result: 'doesNotConform' });
  });

  test('what is typed survives a broken connection and is given once; whoever signs out leaves nothing behind', async () => {
    const one = await playing.ordinary('legalReview');
    const page = await deskOf('xltyj-r1', one);
    const keyboard = keyboardOf(page);
    await page.locator('[data-item=subjectCompetent]').focus();
    await answerTen(keyboard, () => '1');
    await page.getByRole('radio', { name: /^同意/ }).check();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '出具意见' }).click();
    await page.getByText('网络中断').waitFor();
    await page.context().setOffline(false);
    // The answer is lost on the way, the act is not.
    await page.route('**/giveOpinion', async (route) => (await route.fetch(), route.abort()), { times: 1 });
    await page.getByRole('button', { name: '出具意见' }).click();
    await page.waitForURL(`${desks.url}/cases/${one.id}?tab=opinions`);
    expect(await given(one)).toHaveLength(1);
    await soon(async () => expect(await keptBy(page)).toEqual([]));
    const other = await playing.ordinary('legalReview');
    await page.goto(`${desks.url}/cases/${other.id}/review`);
    await page.locator('[data-item=subjectCompetent]').focus();
    await keyboard.keys('2');
    await soon(async () => expect(await keptBy(page)).toHaveLength(1));
    await page.getByRole('button', { name: '退出' }).click();
    await page.waitForURL(/sign-in/);
    await soon(async () => expect(await keptBy(page)).toEqual([]));
  });

  test('a second round shows the last answers beside each item and what changed word by word; an answer is taken over by one key', async () => {
    const { requests } = storyOf('C04');
    const last = requests.findLastIndex(({ action }) => action === 'giveOpinion');
    const id = await desks.system.tellAll(requests.slice(0, last));
    const [reviewer, at] = [requestsFor(requests, 'giveOpinion')[1]!.person, requests[last]!.at];
    const page = await deskOf(reviewer, { id, at });
    const draft = page.locator('#material-draft');
    await draft.getByText('与第1轮相比').waitFor();
    await draft
      .locator('del', { hasText: /^160,000$/ })
      .first()
      .waitFor();
    await draft
      .locator('ins', { hasText: /^90,000$/ })
      .first()
      .waitFor();
    const fifth = page.locator('li', { has: page.locator('[data-item=lawCorrect]') });
    expect(await fifth.innerText()).toMatch(/第1轮：不符合.*粮食流通管理条例第四十五条/);
    expect(await unusable(page)).toEqual([]);
    await page.locator('[data-item=subjectCompetent]').focus();
    await page.keyboard.press('0');
    await page.getByText('还有 9 项未答').waitFor();
    expect(await page.getByLabel('依据').inputValue()).toMatch(/粮食流通管理条例第七条/);
    await page.getByRole('link', { name: /新田县禾冠米业/ }).click();
    await page.getByRole('tab', { name: '意见' }).click();
    await page.locator('.round').nth(1).getByText('意见书全文').click();
    await soon(async () =>
      expect(await page.locator('.round').nth(1).innerText()).toMatch(/建议纠正[\s\S]*法制审核意见书[\s\S]*采纳/),
    );
    expect(await unusable(page)).toEqual([]);
  });

  test('somebody else moves the case on meanwhile: the reviewer is told what happened, and what was typed is still there', async () => {
    const one = await playing.ordinary('legalReview');
    const page = await deskOf('xltyj-r1', one);
    const { keys, type } = keyboardOf(page);
    await page.locator('[data-item=subjectCompetent]').focus();
    for (let item = 1; item <= 10; item += 1) await keys('3', 'j');
    await page.getByRole('radio', { name: /^同意/ }).check();
    await page.locator('.opinion textarea').focus();
    await type('同意拟处罚意见。');
    await desks.system.post('xltyj-q1', `/api/v1/cases/${one.id}/actions/requestSupplement`, { missing: ['听证笔录'] }, one.at); // prettier-ignore
    await page.getByRole('button', { name: '出具意见' }).click();
    await page
      .getByRole('alert')
      .filter({ hasText: /当前阶段不能[\s\S]*臧慕白 要求补正/ })
      .waitFor();
    await page.getByText('您现在不能出具意见').waitFor();
    expect(await page.locator('.opinion textarea').inputValue()).toBe('同意拟处罚意见。');
    expect(await unusable(page)).toEqual([]);
  });

  test('an invisible character that was pasted is pointed out by item and field, and script is but text', async () => {
    const one = await playing.ordinary('legalReview');
    const page = await deskOf('xltyj-r1', one);
    const { keys } = keyboardOf(page);
    await page.locator('[data-item=subjectCompetent]').focus();
    for (let item = 1; item <= 10; item += 1) await keys('3', 'j');
    await page.locator('[data-item=lawCorrect]').click();
    await page.getByLabel('说明').fill('看\u200b不见');
    await page.getByLabel('依据').fill('<img src=x onerror=alert(1)>'.repeat(40));
    await page.getByRole('radio', { name: /^同意/ }).check();
    await page.getByRole('button', { name: '出具意见' }).click();
    await page
      .getByRole('alert')
      .filter({ hasText: /第5项 说明：含有看不见/ })
      .waitFor();
    await page.getByLabel('说明').fill('看得见');
    await page.getByRole('button', { name: '预览意见书' }).click();
    expect(await page.locator('.opinion-document').innerText()).toContain('<img src=x');
    expect(await page.locator('.opinion-document img').count()).toBe(0);
    await page.getByRole('button', { name: '出具意见' }).click();
    await page.waitForURL(/tab=opinions/);
    await page.locator('.round').first().waitFor();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  });

  test('whose review it is not is told why, and reads the material all the same', async () => {
    const one = await playing.ordinary('legalReview');
    const page = await desks.open('xltyj-r2', `/cases/${one.id}/review`);
    await page.getByText('您现在不能出具意见').waitFor();
    await page.locator('#material-draft').getByText('18,000 元').first().waitFor();
    expect(await unusable(page)).toEqual([]);
  });
});
