import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { PERSON, playingStages } from '../support/played-stages.ts';
import { browserPath, openDesks, unusable, type Desks } from './browser.ts';

jest.setTimeout(60_000);
const withBrowser = browserPath ? describe : describe.skip;

withBrowser('what a person is told to do next', () => {
  let desks: Desks;
  let playing: ReturnType<typeof playingStages>;

  beforeAll(async () => {
    desks = await openDesks();
    playing = playingStages(desks.system);
  }, 120_000);
  afterAll(() => desks?.close());
  afterEach(() => expect(desks.complaints).toEqual([]));

  test('whoever gets a case back reads who sent it back and why, on the case and where it is drafted anew', async () => {
    const { id } = await playing.beyond('firstReview', ['firstReviewer', 'returnByFirstReviewer', { reasons: ['证据清单缺页', '缺询问笔录'] }]); // prettier-ignore
    const page = await desks.open(PERSON.handler, `/cases/${id}`);
    const why = page.getByRole('region', { name: '初审退回' });
    await why.getByText('缺询问笔录').waitFor();
    expect(await why.innerText()).toContain('卓子衿');
    expect(await unusable(page)).toEqual([]);
    await page.getByRole('link', { name: '拟稿' }).click();
    await why.getByText('证据清单缺页').waitFor();
  });

  test('a handler is asked for the supplement before anything else, and reads what is missing', async () => {
    const { id } = await playing.ordinary('supplementing');
    const page = await desks.open(PERSON.handler, `/cases/${id}`);
    await page.getByRole('region', { name: '要求补正' }).getByText('裁量说明').waitFor();
    expect(await page.locator('.acts .primary').allInnerTexts()).toEqual(['补正']);
  });

  test('telling the party stands among what brings a penalty on, each choice beside its box', async () => {
    const { id } = await playing.ordinary('investigating');
    const page = await desks.open(PERSON.handler, `/cases/${id}`);
    await page.getByRole('button', { name: '事先告知', exact: true }).waitFor();
    await page.getByRole('button', { name: '陈述申辩', exact: true }).click();
    const label = page.locator('.acting label', { hasText: '放弃陈述、申辩' });
    const [box, line] = [await label.locator('input').boundingBox(), await label.boundingBox()];
    expect(line!.height).toBeLessThan(2 * box!.height + 20);
    expect(box!.x - line!.x).toBeLessThan(5);
  });

  test('after the decision each is offered first what is theirs to do, until which day, and closing only once all is done', async () => {
    const { id } = await playing.ordinary('fulfilment');
    const primary = async (person: string) => {
      const page = await desks.open(person, `/cases/${id}`);
      await page.locator('.clocks dt', { hasText: '公示' }).waitFor();
      expect(await page.locator('.clocks').innerText()).not.toContain('没有期限');
      return page.locator('.acts .ant-btn-primary, .acts a.primary').allInnerTexts();
    };
    expect(await primary(PERSON.handler)).toEqual(['送达']);
    expect(await primary(PERSON.publisher)).toEqual(['拟制公示']);
  });

  test('an order that waits for its reply is neither opened again, sent back nor closed', async () => {
    const { id } = await playing.beyond('legalReview', ['overseer', 'openSupervision', { reason: '超期' }]);
    const page = await desks.open(PERSON.overseer, `/cases/${id}`);
    await page.getByText('督办中').waitFor();
    await page.getByRole('button', { name: '催办' }).waitFor();
    for (const name of ['督办', '退回督办回复', '督办办结'])
      expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0);
  });

  test('an administrator is led from the empty workbench to their own desk', async () => {
    const page = await desks.open(PERSON.systemAdmin, '/work');
    await page.getByRole('main').getByRole('link', { name: '管理' }).click();
    await page.waitForURL(`${desks.url}/admin`);
  });

  test('a filing begun with nothing filled in says so in words, and each field forgets it once it is filled', async () => {
    const page = await desks.open(PERSON.handler, '/cases/new');
    await page.getByRole('button', { name: '确认立案' }).click();
    await page.getByText('请填写').first().waitFor();
    expect(await page.locator('form.filing').innerText()).not.toMatch(/penalty|文本|不能为空/);
    const before = await page.getByText('请填写').count();
    await page.getByLabel('类别').first().selectOption('penalty');
    expect(await page.getByText('请填写').count()).toBe(before - 1);
    await desks.system.db.asOwner('DELETE FROM working_copy');
  });
});
