import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { todayForAWhile } from '../support/today.ts';
import { playingStages } from '../support/played-stages.ts';
import { browserPath, openDesks, soon, unusable, type Desks } from './browser.ts';
import { holds } from './filing-form.ts';
import { keyboardOf } from './keyboard.ts';

const withBrowser = browserPath ? describe : describe.skip;
const today = await todayForAWhile();
const leaders = ['xltyj-l1', 'xltyj-l2', 'xltyj-l3', 'xltyj-l4', 'xltyj-l5'];
const dissent =
  '现有证据只能证明未培训，不能证明造成后果，六万五千元偏重，建议按一般档次处罚。\n保留意见，请记入纪要。';

withBrowser('the leadership’s meeting in a browser', () => {
  let desks: Desks;
  let [first, second, third] = ['', '', ''];
  let names: string[];

  beforeAll(async () => {
    desks = await openDesks();
    const playing = playingStages(desks.system);
    first = (await playing.ordinary('deliberation')).id;
    second = (await playing.ordinary('deliberation')).id;
    third = (await playing.ordinary('deliberation')).id;
    await desks.system.post('xltyj-l5', `/api/v1/cases/${first}/actions/recuse`, { person: 'xltyj-l5', reason: '与当事人有亲属关系' }); // prettier-ignore
    const { body } = await desks.system.get('xltyj-l1', '/api/v1/meetings');
    names = body.collective.members.map(({ name }: { name: string }) => name);
  });
  afterAll(() => desks?.close());
  afterEach(() => expect(desks.complaints).toEqual([]));

  const events = async (id: string, type: string) =>
    (await desks.system.get('xltyj-l1', `/api/v1/cases/${id}`)).body.history.filter((one: any) => one.type === type);
  const convene = (id: string) =>
    desks.system.post('xltyj-l1', `/api/v1/cases/${id}/actions/conveneMeeting`, {
      meetingAt: new Date().toISOString(),
      place: '三楼会议室',
      members: leaders,
    });

  async function say(page: Page, name: string, opinion: string, vote: string): Promise<void> {
    await page.getByLabel(`${name} 的意见`).fill(opinion);
    await page
      .getByRole('group', { name: `${name} 的表决` })
      .getByLabel(vote, { exact: true })
      .check();
  }
  const record = (page: Page) => page.getByRole('button', { name: '记录会议' });
  /** The preview in the form has the same heading, and for a moment both may stand on the page. */
  const minutesOf = (page: Page) => page.getByRole('region', { name: /集体讨论纪要\d{4}-\d+/ });

  test('five people, one recused and one against, from the agenda to the minutes', async () => {
    const page = await desks.open('xltyj-l1');
    await page.getByRole('link', { name: '集体讨论', exact: true }).click();
    await page.waitForURL(`${desks.url}/meetings`);
    const row = page.locator('tr', { has: page.locator(`a[href="/meetings/${first}"]`) });
    await row.getByRole('checkbox').check();
    await page.getByRole('button', { name: '召集会议' }).click();
    const form = page.getByRole('form', { name: '召集会议' });
    await form.getByRole('button', { name: '召集会议' }).click();
    await form.getByText('还没有写时间').waitFor();
    expect(await unusable(page)).toEqual([]);
    await form.getByLabel('时间').fill(`${today}T15:00`);
    await form.getByLabel('地点').fill('三楼会议室');
    await form.getByRole('button', { name: '召集会议' }).click();
    const [, month, day] = today.split('-').map(Number);
    await row.getByText(`${month}月${day}日 15:00`).waitFor();
    await row.getByRole('link').click();

    await page.getByText('应到 5，实到 0，缺席 0，回避 1').waitFor();
    await page.getByText('不能表决：已在本案回避').waitFor();
    await page.getByRole('button', { name: '其余都到会' }).click();
    await page.getByText('应到 5，实到 4，缺席 0，回避 1').waitFor();
    await page.getByText('达到法定人数（4 人）').waitFor();
    for (const name of names.slice(0, 3)) await say(page, name, `${name}：事实清楚，同意。`, '同意');
    await page.getByRole('group', { name: '会议结果' }).getByLabel('形成决定').check();
    await record(page).click();
    await page.getByText(`还缺意见或者表决：${names[3]}`).waitFor();
    await say(page, names[3]!, dissent, '不同意');
    await page.getByText('同意 3，不同意 1，弃权 0').waitFor();
    await page.getByLabel('决议').fill('多数同意拟处罚意见。');
    await page.getByText('纪要预览').click();
    await page.getByLabel('集体讨论纪要').getByText('保留意见，请记入纪要').waitFor();
    expect(await unusable(page)).toEqual([]);

    await page.reload();
    await page.getByText('应到 5，实到 4，缺席 0，回避 1').waitFor();
    await holds(page.getByLabel(`${names[3]} 的意见`), dissent);
    await page.context().setOffline(true);
    await record(page).click();
    await page.getByText('网络中断').first().waitFor();
    await page.context().setOffline(false);
    await record(page).click();
    const minutes = minutesOf(page);
    await minutes.getByText(`表决：同意 3 票，不同意 1 票（${names[3]}），弃权 0 票。`).waitFor();
    expect(await minutes.innerText()).toContain(dissent);
    expect(await minutes.innerText()).toContain(`${names[4]}（已在本案回避）`);
    const recorded = await events(first, 'recordMeeting');
    expect(recorded).toHaveLength(1);
    expect(recorded[0]).toMatchObject({ stage: 'issuing', words: { present: leaders.slice(0, 4), minutesNo: `集体讨论纪要${today.slice(0, 4)}-1` } }); // prettier-ignore
    // The news of the minutes may come sooner than the answer after which they are forgotten.
    await soon(async () => expect(await page.evaluate(`Object.keys(localStorage).filter((key) => key.includes('meeting'))`)).toEqual([])); // prettier-ignore
    expect(await unusable(page)).toEqual([]);
  });

  test('the second of two chairs is told who recorded it, and keeps what was typed; on a phone', async () => {
    await convene(second);
    const one = await desks.open('xltyj-l1', `/meetings/${second}`);
    const other = await desks.open('xltyj-l2', `/meetings/${second}`, { width: 390, height: 844 });
    for (const page of [one, other]) {
      await page.getByRole('button', { name: '其余都到会' }).click();
      for (const name of names) await say(page, name, '同意拟处罚意见。', '同意');
      await page.getByRole('group', { name: '会议结果' }).getByLabel('形成决定').check();
    }
    await say(other, names[1]!, '第二位记录人写下的话。', '同意');
    expect(await other.evaluate('document.querySelector("main").scrollWidth <= innerWidth')).toBe(true);
    expect(await unusable(other)).toEqual([]);
    await record(one).click();
    await minutesOf(one).waitFor();
    await record(other).click();
    const alert = other.getByRole('alert').filter({ hasText: names[0]! });
    expect(await alert.innerText()).toContain(`${names[0]} 已办理「集体讨论」`);
    await other.getByText('您填写而没有记入的内容').waitFor();
    await other.getByText('第二位记录人写下的话。').first().waitFor();
    expect(await events(second, 'recordMeeting')).toHaveLength(1);
    expect(await unusable(other)).toEqual([]);
    await other.reload();
    await other.getByText('第二位记录人写下的话。').first().waitFor();
    await other.getByRole('button', { name: '不再需要' }).click();
    await other.getByText('第二位记录人写下的话。').first().waitFor({ state: 'detached' });
  });

  test('a meeting is recorded by keyboard alone, and without a quorum it is told so and postponed', async () => {
    await convene(third);
    const page = await desks.open('xltyj-l1', `/meetings/${third}`);
    await page.getByText('应到 5，实到 0').waitFor();
    const { to, keys } = keyboardOf(page);
    const attends = (leader: string) => to(page.locator(`[name="attends-${leader}"]`).first());
    await attends('xltyj-l1');
    await keys('Space');
    for (const absent of leaders.slice(1)) {
      await attends(absent);
      await keys('Space', 'ArrowRight');
    }
    await page.getByText('应到 5，实到 1，缺席 4，回避 0').waitFor();
    await page.getByText('未达法定人数（4 人）').waitFor();
    await to(page.locator('[name="result"]').first());
    await keys('Space');
    await to(page.locator('.sitting-foot button').first());
    await keys('Enter');
    await page.getByText('未达法定人数，不能形成决定；可以延期').waitFor();
    await page.keyboard.press('Shift+Tab');
    for (let n = 0; n < 20 && !(await page.evaluate(`document.activeElement.matches('[name="result"]')`)); n += 1) await keys('Shift+Tab'); // prettier-ignore
    for (const _ of ['investigating', 'terminated', 'postponed']) await keys('ArrowDown');
    await page.getByText('记录齐全').waitFor();
    await to(page.locator('.sitting-foot button').first());
    await keys('Enter');
    await minutesOf(page).getByText('延期讨论，另行召集').waitFor();
    await page.getByText('本案还没有召集会议').waitFor();
  });

  test('whoever may not record is told why, and an empty agenda says what to do next', async () => {
    const page = await desks.open('xltyj-q1', `/meetings/${second}`);
    await page.getByText('本案现在不在集体讨论阶段').waitFor();
    const elsewhere = await desks.open('czsw-l1', '/meetings');
    await elsewhere.getByRole('link', { name: '查看案件' }).waitFor();
    await elsewhere.getByText('没有等待集体讨论的案件').waitFor();
    expect(await unusable(elsewhere)).toEqual([]);
  });
});
