import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '../../domain/calendar.ts';
import { todayForAWhile } from '../support/today.ts';
import { browserPath, openDesks, unusable, type Desks } from './browser.ts';
import { security, system } from '../support/administrators.ts';

const withBrowser = browserPath ? describe : describe.skip;
const today = await todayForAWhile();

withBrowser('people by form in a browser', () => {
  let desks: Desks;

  beforeAll(async () => {
    desks = await openDesks();
  });
  afterAll(() => desks?.close());
  afterEach(() => expect(desks.complaints).toEqual([]));

  const personOf = (id: string) => desks.system.db.database.person.findUniqueOrThrow({ where: { id } });

  test('the legal exam is two clicks from the person, says why it matters, and leaves everything else as it is', async () => {
    const before = await personOf('xltyj-h1');
    expect(before.legalExam).toMatchObject({ passed: false });
    const page = await desks.open(security, `/admin/people?q=${encodeURIComponent(before.name)}`);
    await page.getByRole('button', { name: `办理 ${before.name}` }).click();
    await page.getByRole('link', { name: '执法证件、法律职业资格' }).click();
    const exam = page.getByRole('form', { name: `法律职业资格：${before.name}` });
    await page.getByText('行政处罚法第五十八条').waitFor();
    await page.getByText('已登记：2025').waitFor();
    await exam.getByLabel('是否通过').selectOption('');
    await exam.getByRole('button', { name: '预演' }).click();
    await page.getByText('有 1 处需要改正').waitFor();
    expect(await exam.getByLabel('是否通过').getAttribute('aria-invalid')).toBe('true');
    await exam.getByLabel('是否通过').selectOption({ label: '已通过' });
    await exam.getByLabel('资格证书号').fill('A20262111030201');
    await exam.getByRole('button', { name: '预演' }).click();
    await page.getByText('会改动 1 项').waitFor();
    expect(await page.locator('table.changed ins').allInnerTexts()).toEqual(['通过 是，证号 A20262111030201']);
    expect(await personOf('xltyj-h1')).toEqual(before);
    expect(await unusable(page)).toEqual([]);
    await page.getByRole('button', { name: '确定改动' }).click();
    await page.getByText('已生效，1 项改动。').waitFor();
    expect(await personOf('xltyj-h1')).toEqual({ ...before, legalExam: { passed: true, certificateNo: 'A20262111030201' } });
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Administrative Penalty Law, article 58').waitFor();
    expect(await unusable(page)).toEqual([]);
  }); // prettier-ignore

  test('a year of training is added to those on record; hours that are no number are told at their field', async () => {
    const before = await personOf('xltyj-r1');
    const onRecord = before.training as { year: number; hours: number }[];
    const page = await desks.open(system, '/admin/people/xltyj-r1');
    await page.getByRole('group', { name: '第1次培训' }).waitFor();
    expect(await page.getByLabel('年度').evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value))).toEqual(onRecord.map(({ year }) => String(year)));
    await page.getByRole('button', { name: '加一个年度' }).click();
    await page.getByLabel('年度').nth(onRecord.length).fill('2026');
    const hours = page.getByLabel('学时').nth(onRecord.length);
    await page.getByRole('button', { name: '预演' }).click();
    await page.getByText('有 1 处需要改正').waitFor();
    expect(await hours.getAttribute('aria-invalid')).toBe('true');
    await hours.fill('3000');
    await page.getByRole('button', { name: '预演' }).click();
    await page.locator(`[id="field-training.${onRecord.length}.hours-problem"]`).getByText('2000').waitFor();
    expect(await unusable(page)).toEqual([]);
    await hours.fill('40');
    await page.getByRole('button', { name: '预演' }).click();
    await page.getByText('会改动 1 项').waitFor();
    await page.getByRole('button', { name: '确定改动' }).click();
    await page.getByText('已生效，1 项改动。').waitFor();
    expect(await personOf('xltyj-r1')).toEqual({ ...before, training: [...onRecord, { year: 2026, hours: 40 }] });
  }); // prettier-ignore

  test('leave of somebody offers who may stand in and says why the others may not; who is not free any more is told, and what was typed stays', async () => {
    const day = (days: number) => addDays(today, days);
    const page = await desks.open(system, `/admin/people?q=${encodeURIComponent('翟霁月')}`);
    await page.getByRole('button', { name: '办理 翟霁月' }).click();
    await page.getByLabel('第一天').fill(day(30));
    await page.getByLabel('最后一天').fill(day(34));
    await page.getByLabel('事由').fill('年休假');
    await page.getByLabel('替岗人').selectOption('xltyj-r3');
    expect(await page.getByLabel('替岗人').locator('option[value="xltyj-h1"]').count()).toBe(0);
    await page.getByText(/^不能替岗的 \d+ 人/).click();
    await page.getByText(/没有休假人办理任务所需的角色：法制审核人员：.*晏秉衡/).waitFor();
    expect(await unusable(page)).toEqual([]);
    await page.getByRole('button', { name: '登记休假' }).click();
    await page.getByText(`${day(30)}至${day(34)} 年休假 · 柯念慈`).waitFor();
    await page.getByLabel('第一天').fill(day(34));
    await page.getByLabel('最后一天').fill(day(41));
    await page.getByText(`与该人员${day(30)}至${day(34)}的休假重叠`).waitFor();
    await page.getByLabel('第一天').fill(day(40));
    await page.getByLabel('替岗人').selectOption('xltyj-r3');
    await desks.system.db.asOwner(`UPDATE person SET leave = $1 WHERE id = 'xltyj-r3'`, [JSON.stringify([{ from: day(40), to: day(40) }])]);
    await page.getByRole('button', { name: '登记休假' }).click();
    await page.getByText('柯念慈现在不能替岗：在此期间休假且无人替岗').waitFor();
    expect(await page.getByLabel('第一天').inputValue()).toBe(day(40));
    expect((await personOf('xltyj-r1')).leave).toEqual([{ from: day(30), to: day(34), kind: '年休假', substitute: 'xltyj-r3' }]);
    expect(await unusable(page)).toEqual([]);
  }); // prettier-ignore
});
