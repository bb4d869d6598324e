import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { storyOf, upTo } from '../support/stories.ts';
import { off } from '../support/import-bodies.ts';
import { bureau } from '../support/administrators.ts';

const otherBureau = 'assf-o1';
/** From January to December 2026, so that the overall limit of ninety days reaches Sunday, 14 March 2027. */
const weeks = 47;
const registered = upTo(storyOf('C01', weeks).requests, 'register');
const notice = (year: number, days: string[]) => ({ year, source: '国务院办公厅通知（示例）', days: days.map(off) });
const year2027 = notice(2027, ['2027-01-01', '2027-03-15']);

let system: RecordedSystem;

beforeAll(async () => {
  system = await createRecordedSystem();
  await system.db.asOwner(`UPDATE person SET roles = '{systemAdmin}' WHERE id = '${otherBureau}'`);
  await system.tellAll(registered);
});
afterAll(() => system.close());

const bring = async (person: string, body: object, query: string) =>
  (await system.post(person, `/api/v1/admin/imports/calendar?${query}`, body)).body;
const years = async () => (await system.db.database.calendarYear.findMany({ where: { year: { gte: 2027 } } })).map(({ year }) => year); // prettier-ignore

test('a year is not published on another calendar than its dry run was; cases filed meanwhile do not hold it up', async () => {
  const first = await bring(bureau, year2027, 'dryRun=true');
  expect(first).toMatchObject({ deadlines: { movedCount: 1, moved: [{ from: '2027-03-15', to: '2027-03-16' }] } });
  expect(await bring(otherBureau, notice(2028, ['2028-01-01']), '')).toMatchObject({ applied: true });
  const refused = await bring(bureau, year2027, `basis=${first.basis}`);
  expect(refused).toMatchObject({ status: 409, code: 'import.planChanged', details: { deadlines: { movedCount: 1 } } });
  expect(await years()).toEqual([2028]);
  await system.tellAll(registered);
  const applied = await bring(bureau, year2027, `basis=${refused.details.basis}`);
  expect(applied).toMatchObject({ applied: true, deadlines: { movedCount: 2 } });
});

test('a year that somebody else published meanwhile, with other days, is told with the new dry run', async () => {
  const body = notice(2029, ['2029-01-01']);
  const { basis } = await bring(bureau, body, 'dryRun=true');
  expect(await bring(otherBureau, notice(2029, ['2029-01-02']), '')).toMatchObject({ applied: true });
  expect(await bring(bureau, body, `basis=${basis}`)).toMatchObject({
    code: 'import.planChanged',
    details: { breaks: [{ code: 'import.calendarDiffers' }] },
  });
});
