import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PERSON, playingStages, type Played } from '../support/played-stages.ts';
import { browserPath, openDesks, soon, unusable, type Desks } from './browser.ts';

const withBrowser = browserPath ? describe : describe.skip;

withBrowser('acts that name people', () => {
  let desks: Desks;
  let reviewing: Played;
  let summary: Played;

  beforeAll(async () => {
    desks = await openDesks();
    const playing = playingStages(desks.system);
    reviewing = await playing.ordinary('legalReview');
    summary = await playing.summary('fulfilment');
  });
  afterAll(() => desks?.close());
  afterEach(() => expect(desks.complaints).toEqual([]));

  const openAct = (person: string, { id }: Played, action: string) => desks.open(person, `/cases/${id}?act=${action}`);
  async function confirm(page: Page, label: string): Promise<void> {
    await page.getByRole('button', { name: `确定${label}` }).click();
    await page.locator('.acting').waitFor({ state: 'detached' });
  }
  const lastWords = async ({ id }: Played, type: string): Promise<Record<string, unknown> | undefined> => {
    const [row] = await desks.system.db.asOwner(
      `SELECT words FROM event WHERE case_id = $1 AND type = $2 ORDER BY seq DESC LIMIT 1`,
      [id, type],
    );
    return row?.['words'] as Record<string, unknown> | undefined;
  };

  test('a decision on the spot is filed with those who are chosen by name, and the history says with whom', async () => {
    const page = await openAct(PERSON.handler, summary, 'fileSummary');
    await page.getByLabel('敖南星').waitFor();
    await page.getByRole('button', { name: '确定备案' }).click();
    expect(await page.locator('.acting').count()).toBe(1);
    await page.getByLabel('敖南星').check();
    await page.getByLabel('臧慕白').check();
    expect(await unusable(page)).toEqual([]);
    await confirm(page, '备案');
    expect(await lastWords(summary, 'fileSummary')).toEqual({ to: [PERSON.sectionHead, PERSON.legalHead] });
    await page.getByRole('tab', { name: '经过' }).click();
    await page.getByText('敖南星；臧慕白').waitFor();
  });

  test('a case is copied to colleagues found by a word, and they are told', async () => {
    const page = await openAct(PERSON.reviewer, reviewing, 'copyTo');
    await page.getByLabel('按姓名或者科室查找').fill('领导');
    await page.getByLabel('聂若樵').check();
    await page.getByLabel('按姓名或者科室查找').fill('没有这个人');
    await page.getByText('没有这样的人员').waitFor();
    await page.getByLabel('按姓名或者科室查找').fill('');
    await page.getByText('已选 1 人：聂若樵').waitFor();
    expect(await page.getByText('晏季川').count()).toBe(0);
    expect(await unusable(page)).toEqual([]);
    await confirm(page, '抄送');
    const told = await desks.open(PERSON.chair, '/notices');
    await told.getByRole('link', { name: /抄送/ }).waitFor();
  });

  test('whoever holds a task asks a colleague to join it', async () => {
    const page = await openAct(PERSON.reviewer, reviewing, 'addReviewer');
    await page.getByText('已在本案担任').or(page.getByRole('radio')).first().waitFor();
    await page.getByRole('radio', { name: /巩纪云/ }).check();
    await page.getByLabel('理由').fill('案情复杂');
    await confirm(page, '加签');
    await soon(async () => expect(await page.locator('.clocks .holder').count()).toBe(2));
  });

  test('a recusal is entered by whoever must not act, with the head who decided, and nobody else is offered', async () => {
    const page = await openAct(PERSON.otherReviewer, reviewing, 'recuse');
    const whom = page.getByRole('group', { name: '回避的人' });
    await whom.getByRole('radio').first().waitFor();
    expect(await whom.getByRole('radio').count()).toBe(1);
    await whom.getByRole('radio', { name: /巩纪云/ }).check();
    const deciding = page.getByRole('group', { name: /^决定回避的负责人/ });
    await deciding.getByRole('radio', { name: /臧慕白/ }).check();
    expect(await deciding.getByRole('radio', { name: /敖南星/ }).count()).toBe(0);
    await page.getByLabel('理由').fill('与当事人有亲属关系');
    expect(await unusable(page)).toEqual([]);
    await confirm(page, '回避');
    expect(await lastWords(reviewing, 'recuse')).toMatchObject({ person: PERSON.otherReviewer, decidedBy: PERSON.legalHead }); // prettier-ignore
    await page.getByRole('tab', { name: '经过' }).click();
    await page.getByText(/巩纪云。与当事人有亲属关系/).waitFor();
  });

  test('the legal head recuses a reviewer, and does not see the handlers among those whom they decide on', async () => {
    const page = await openAct(PERSON.legalHead, reviewing, 'recuse');
    const whom = page.getByRole('group', { name: '回避的人' });
    await whom.getByRole('radio', { name: /翟霁月/ }).waitFor();
    expect(await whom.getByRole('radio', { name: /晏秉衡/ }).count()).toBe(0);
    // Recused already.
    expect(await whom.getByRole('radio', { name: /巩纪云/ }).count()).toBe(0);
  });
});
