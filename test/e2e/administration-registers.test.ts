import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '../../domain/calendar.ts';
import { todayForAWhile } from '../support/today.ts';
import { browserPath, openDesks, unusable, type Desks } from './browser.ts';
import { security, system } from '../support/administrators.ts';

const withBrowser = browserPath ? describe : describe.skip;
const today = await todayForAWhile();

withBrowser('registers by form in a browser', () => {
  let desks: Desks;

  beforeAll(async () => {
    desks = await openDesks();
  });
  afterAll(() => desks?.close());
  afterEach(() => expect(desks.complaints).toEqual([]));

  test('a new version of an entry begins after the one before, which then ends', async () => {
    const page = await desks.open(system, '/admin/catalogue');
    await page.getByRole('link', { name: '罚款' }).first().click();
    await page.waitForURL(/xltyj-K02$/);
    await page.getByText('新版须晚于第2版的生效日期（2026-01-01）').waitFor();
    await page.getByLabel('生效日期').fill('2025-06-01');
    await page.getByLabel('对单位，达到（元）').fill('80000');
    await page.getByRole('button', { name: '预演' }).click();
    await page.locator('#field-effectiveFrom-problem').getByText('新版本的版本号和生效日期应当晚于已有版本').waitFor();
    const first = addDays(today, 30);
    await page.getByLabel('生效日期').fill(first);
    await page.getByRole('button', { name: '预演' }).click();
    await page.getByText('会改动 2 项').waitFor();
    expect(await unusable(page)).toEqual([]);
    await page.getByRole('button', { name: '确定改动' }).click();
    await page.getByText('已生效，2 项改动。').waitFor();
    const rows = await desks.system.db.database.catalogueEntry.findMany({ where: { id: 'xltyj-K02' }, orderBy: { version: 'asc' } });
    expect(rows.map(({ entry }) => entry)).toMatchObject([
      { version: 1 },
      { version: 2, effectiveTo: addDays(first, -1) },
      { version: 3, effectiveFrom: first, effectiveTo: null, amountThreshold: { organisationYuan: 80_000, personYuan: 5_000 } },
    ]);
  }); // prettier-ignore

  test('a new person is entered by the system, the certificate by the security administrator', async () => {
    const page = await desks.open(system, '/admin/people/new');
    expect(await page.getByLabel('编号').inputValue()).toBe('xltyj-p03');
    await page.getByLabel('姓名').fill('试一人');
    await page.getByLabel('职务').fill('一级科员');
    await page.getByLabel('科室').selectOption({ label: '执法科' });
    await page.getByRole('button', { name: '预演' }).click();
    await page.getByRole('button', { name: '确定改动' }).click();
    await page.getByText('已生效，1 项改动。').waitFor();
    const other = await desks.open(security, '/admin/people/xltyj-p03');
    const certificate = other.getByRole('form', { name: '执法证件' });
    await other.getByLabel('证号（').fill('0021110300999');
    await certificate.getByRole('button', { name: '预演' }).click();
    await other.getByText('有 4 处需要改正').waitFor();
    await other.getByLabel('行政处罚').check();
    await other.getByLabel('兴隆台区').check();
    await other.getByLabel('有效期自').fill('2026-11-01');
    await other.getByLabel('有效期至').fill('2031-10-31');
    await certificate.getByRole('button', { name: '预演' }).click();
    await other.getByText('会改动 1 项').waitFor();
    expect(await unusable(other)).toEqual([]);
    await other.getByRole('button', { name: '确定改动' }).click();
    await other.getByText('已生效，1 项改动。').waitFor();
    const person = await desks.system.db.database.person.findUniqueOrThrow({ where: { id: 'xltyj-p03' } });
    expect(person).toMatchObject({ name: '试一人', roles: [], certificate: { categories: ['penalty'], regions: ['211103'], status: 'valid' } });
  }); // prettier-ignore

  test('a series goes forward only, and says so in English too', async () => {
    const page = await desks.open(system, '/admin/series/new');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByLabel('Word before the year').fill('兴应急检');
    await page.getByLabel('Last number').fill('12');
    await page.getByRole('button', { name: 'Dry run' }).click();
    await page.getByRole('button', { name: 'Confirm the change' }).click();
    await page.getByText('In effect, 1 change.').waitFor();
    await page.getByRole('link', { name: '‹ Series' }).click();
    await page.getByRole('link', { name: '兴应急检' }).click();
    await page.getByLabel('Last number').fill('11');
    await page.getByRole('button', { name: 'Dry run' }).click();
    await page.locator('#field-last-problem').getByText('A series never goes back').waitFor();
    expect(await unusable(page)).toEqual([]);
  });
});
