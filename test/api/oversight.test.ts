import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { countsAnswer, duePageAnswer, durationsAnswer, stuckPageAnswer } from '../../api/schemas/oversight.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { storyOf, upTo } from '../support/stories.ts';

const base = '/api/v1/oversight';
const overseer = 'eedssf-o1';
const reviewed = storyOf('C10').requests;
let system: RecordedSystem;
let c10: string;

beforeAll(async () => {
  system = await createRecordedSystem();
  c10 = await system.tellAll(upTo(reviewed, 'acceptForReview'));
});
afterAll(() => system.close());

const noon = (day: string) => `${day}T12:00:00+08:00`;

async function ask(person: string, path: string, day: string) {
  const { status, body } = await system.get(person, `${base}/${path}`, noon(day));
  expect({ path, status, body }).toMatchObject({ status: 200 });
  return body;
}
const overdue = async (day: string, more = '', person = overseer) =>
  duePageAnswer.parse(await ask(person, `overdue${more}`, day));
const dueSoon = async (day: string, more = '') => duePageAnswer.parse(await ask(overseer, `due-soon${more}`, day));
const stuck = async (day: string, more = '', person = overseer) =>
  stuckPageAnswer.parse(await ask(person, `stuck${more}`, day));

describe('what is late', () => {
  test('is not listed on its due day, and the day after with how late it is', async () => {
    expect(await overdue('2026-09-23')).toEqual({ total: 0, items: [], nextCursor: null });
    const { total, items } = await overdue('2026-09-28');
    expect(total).toBe(1);
    expect(items).toMatchObject([
      {
        id: c10,
        region: '150626',
        agency: 'wsq',
        section: 'wsq-B',
        stage: 'legalReview',
        daysLate: 5,
        daysInStage: 11,
      },
    ]);
    expect(items[0]).toMatchObject({ due: { name: 'stage', day: '2026-09-23' }, holders: [{ id: 'wsq-r1' }] });
  });

  test.each([
    ['?ageFrom=5', 1],
    ['?ageFrom=6', 0],
    ['?ageTo=5', 1],
    ['?ageTo=4', 0],
    ['?region=150600', 1],
    ['?region=150626&agency=wsq&section=wsq-B&stage=legalReview&holder=wsq-r1', 1],
    ['?region=211103', 0],
    ['?agency=xltyj', 0],
    ['?section=wsq-A', 0],
    ['?stage=intake', 0],
    ['?holder=wsq-r2', 0],
  ])('is narrowed by %s to %d', async (query, total) => {
    expect((await overdue('2026-09-28', query)).total).toBe(total);
  });

  test('is due soon before, within the working days that were asked', async () => {
    expect(await dueSoon('2026-09-18', '?within=3')).toMatchObject({ total: 0 });
    expect(await dueSoon('2026-09-18', '?within=4')).toMatchObject({ total: 1, items: [{ id: c10, daysLate: 0 }] });
    expect(await dueSoon('2026-09-23', '?within=0')).toMatchObject({ total: 1 });
    expect(await dueSoon('2026-09-24')).toMatchObject({ total: 0 });
  });
});

describe('a case whose holder is on leave without a substitute', () => {
  test('is stuck from the first day of the leave, in words', async () => {
    expect((await stuck('2026-09-23')).total).toBe(0);
    const { total, byCause, items } = await stuck('2026-09-24');
    expect({ total, byCause }).toEqual({ total: 1, byCause: { holderOnLeave: 1 } });
    expect(items).toMatchObject([
      {
        id: c10,
        stuckSince: '2026-09-24T00:00:00+08:00',
        daysStuck: 0,
        causes: [
          {
            cause: 'holderOnLeave',
            since: '2026-09-24T00:00:00+08:00',
            person: { id: 'wsq-r1', name: '阮明樾' },
            until: '2026-10-23',
            inWords: '持有人休假，没有替代人（阮明樾，9月24日（周四）起，至10月23日（周五））',
            inWordsEn: 'its holder is on leave without a substitute (阮明樾, since 2026-09-24, until 2026-10-23)',
          },
        ],
      },
    ]);
  });

  test('is not stuck where somebody stands in', async () => {
    await system.db.asOwner(
      `UPDATE person SET leave = jsonb_set(leave, '{0,substitute}', '"wsq-r2"') WHERE id = 'wsq-r1'`,
    );
    expect((await stuck('2026-09-24')).total).toBe(0);
    await system.db.asOwner(`UPDATE person SET leave = leave #- '{0,substitute}' WHERE id = 'wsq-r1'`);
    expect((await stuck('2026-09-24')).total).toBe(1);
  });

  test('is listed with every cause when nothing happened for ten working days too', async () => {
    expect((await stuck('2026-10-08')).items[0]!.causes.map(({ cause }) => cause)).toEqual(['holderOnLeave']);
    const [one] = (await stuck('2026-10-09')).items;
    expect(one!.causes).toMatchObject([
      { cause: 'holderOnLeave' },
      { cause: 'idle', since: '2026-10-09T00:00:00+08:00', person: null },
    ]);
    expect(one).toMatchObject({ stuckSince: '2026-09-24T00:00:00+08:00', daysStuck: 15 });
  });

  test.each([
    ['?cause=idle', 0],
    ['?cause=holderOnLeave', 1],
    ['?cause=idle&idleDays=5', 1],
    ['?ageFrom=4', 1],
    ['?ageFrom=5', 0],
    ['?ageTo=4', 1],
    ['?ageTo=3', 0],
    ['?holder=wsq-r1', 1],
    ['?holder=wsq-r2', 0],
  ])('is narrowed by %s to %d', async (query, total) => {
    expect((await stuck('2026-09-28', query)).total).toBe(total);
  });

  test('urging brings it nowhere, another holder does', async () => {
    const urges = reviewed.filter(({ action, at }) => action === 'urge' && at < '2026-09-30');
    await system.tellAll(urges, c10);
    expect((await stuck('2026-10-09')).items[0]!.causes).toHaveLength(2);
    await system.tellAll(reviewed.filter(({ action }) => action === 'reassign'), c10); // prettier-ignore
    expect((await stuck('2026-10-09')).total).toBe(0);
  });
});

describe('every other cause', () => {
  const day = '2026-10-12';
  const asked = async () => (await stuck(day)).items.flatMap(({ causes }) => causes.map(({ cause }) => cause));
  const holder = 'wsq-r2';

  test.each([
    ['nobodyHolds', `UPDATE case_file SET holder = '{}' WHERE id = $1`, `UPDATE case_file SET holder = '{${holder}}' WHERE id = $1`],
    ['holderLeft', `UPDATE person SET left_on = '2026-10-12' WHERE id = '${holder}' AND $1 <> ''`, `UPDATE person SET left_on = NULL WHERE id = '${holder}' AND $1 <> ''`],
    ['roleLost', `UPDATE person SET roles = '{handler}' WHERE id = '${holder}' AND $1 <> ''`, `UPDATE person SET roles = '{legalReviewer}' WHERE id = '${holder}' AND $1 <> ''`],
    ['timerMissing', `UPDATE case_file SET timer_missing = true WHERE id = $1`, `UPDATE case_file SET timer_missing = false WHERE id = $1`],
    ['workflowFailing', `INSERT INTO workflow_problem VALUES ($1, 'wsq', 'WORKFLOW_TASK_FAILED', 9, '2026-10-12')`, `DELETE FROM workflow_problem WHERE case_id = $1`],
  ])('%s', async (cause, break_, mend) => {
    expect(await asked()).toEqual([]);
    await system.db.asOwner(break_, [c10]);
    expect(await asked()).toEqual([cause]);
    await system.db.asOwner(`UPDATE case_file SET stage = 'suspended' WHERE id = $1`, [c10]);
    expect(await asked()).toEqual([]);
    await system.db.asOwner(`UPDATE case_file SET stage = 'legalReview' WHERE id = $1`, [c10]);
    await system.db.asOwner(mend, [c10]);
    expect(await asked()).toEqual([]);
  }); // prettier-ignore

  test('a handler without a valid certificate, one of two, until another one has the case', async () => {
    const other = await system.tellAll(upTo(storyOf('C09').requests, 'register'));
    const filed = storyOf('C09').requests[0]!.at.slice(0, 10);
    const causes = async () => (await stuck(filed)).items.filter(({ id }) => id === other).flatMap((one) => one.causes);
    expect(await causes()).toEqual([]);
    const [first] = (await system.db.asOwner<{ holder: string[] }>('SELECT holder FROM case_file WHERE id = $1', [other]))[0]!.holder; // prettier-ignore
    expect(first).toBeDefined();
    await system.db.asOwner(
      `UPDATE person SET certificate = jsonb_set(certificate, '{validTo}', '"2020-01-01"') WHERE id = (SELECT holder[1] FROM case_file WHERE id = $1)`,
      [other],
    );
    expect(await causes()).toMatchObject([{ cause: 'certificateLost' }]);
    await system.db.asOwner(
      `UPDATE person SET certificate = jsonb_set(certificate, '{validTo}', '"2099-01-01"') WHERE id = (SELECT holder[1] FROM case_file WHERE id = $1)`,
      [other],
    );
    await system.db.asOwner(
      `UPDATE person SET certificate = jsonb_set(certificate, '{categories}', '["inspection"]') WHERE id = (SELECT holder[2] FROM case_file WHERE id = $1)`,
      [other],
    );
    expect(await causes()).toMatchObject([{ cause: 'certificateLost' }]);
  });
});

describe('who may ask', () => {
  test('overseers see what their bureau oversees, leaders and legal heads their own agency, nobody else anything', async () => {
    expect((await overdue('2026-09-28', '', 'wsq-l1')).total).toBe(1);
    expect((await overdue('2026-09-28', '', 'wsq-q1')).total).toBe(1);
    for (const person of ['xltsf-o1', 'xltyj-l1', 'xltyj-q1'])
      expect((await overdue('2026-09-28', '', person)).total).toBe(0);
    for (const person of ['wsq-h3', 'wsq-r1', 'wsq-s2', 'wsq-y1'])
      for (const path of ['overdue', 'due-soon', 'stuck', 'counts', 'durations', 'stuck.csv']) {
        const { status, body } = await system.get(person, `${base}/${path}`);
        expect({ person, path, status, code: body.code }).toEqual({ person, path, status: 403, code: 'role.missing' });
      }
  });

  test('an agency that one does not look over is as if there were none', async () => {
    expect((await overdue('2026-09-28', '?agency=wsq', 'xltsf-o1')).total).toBe(0);
    const { open } = countsAnswer.parse(await ask('xltsf-o1', 'counts?agency=wsq', '2026-09-28'));
    expect(open).toBe(0);
    for (const path of ['due-soon', 'standing', 'urged', 'stuck', 'durations', 'statistics', 'time-in-stage']) {
      const { status } = await system.get('xltsf-o1', `${base}/${path}?agency=wsq`);
      expect([path, status]).toEqual([path, 200]);
    }
  });

  test('a bureau that may see an agency’s cases and does not oversee it looks over none of them', async () => {
    await system.db.asOwner(`INSERT INTO agency_grant VALUES ('wsq', 'xltsf')`);
    expect((await overdue('2026-09-28', '', 'xltsf-o1')).total).toBe(0);
    expect((await stuck('2026-09-28', '?idleDays=1', 'xltsf-o1')).total).toBe(0);
    expect(countsAnswer.parse(await ask('xltsf-o1', 'counts', '2026-09-28')).open).toBe(0);
    await system.db.asOwner(`DELETE FROM agency_grant WHERE agency_id = 'wsq' AND grantee_id = 'xltsf'`);
  });

  test('what makes no sense is refused', async () => {
    for (const query of ['overdue?ageFrom=-1', 'overdue?offset=3', 'stuck?cause=tired', 'stuck.csv?limit=3', 'counts?by=sex', 'durations?from=2026-13', 'overdue?cursor=x', 'overdue?cursor=WyIyMDI2LTAxLTAxVDAwOjAwOjAwLjAwMFoiLCJcdTAwMDAiXQ']) {
      const { status, body } = await system.get(overseer, `${base}/${query}`);
      expect({ query, status, code: body.code }).toEqual({ query, status: 400, code: 'input.invalid' });
    } // prettier-ignore
  });
});

describe('how much there is', () => {
  test('by stage and agency', async () => {
    const { open, overdue: late, byAgency } = countsAnswer.parse(await ask('wsq-l1', 'counts', '2026-10-12'));
    expect({ open, late }).toEqual({ open: 2, late: expect.any(Number) });
    expect(byAgency).toContainEqual(
      expect.objectContaining({ agency: 'wsq', region: '150626', stage: 'legalReview', open: 1, overdue: 1 }),
    );
  });

  test('by section, stage and days in the stage', async () => {
    const { bySection } = countsAnswer.parse(await ask('wsq-l1', 'counts?by=section', '2026-10-12'));
    expect(bySection).toContainEqual(
      expect.objectContaining({ section: 'wsq-B', stage: 'legalReview', days: { from: 21, to: 60 }, open: 1 }),
    );
  });

  test('and how long each stage takes, in working days', async () => {
    const { items } = durationsAnswer.parse(await ask(overseer, 'durations?from=2026-09&to=2026-09', '2026-10-12'));
    // Submitted on Friday the 11th, passed on Tuesday the 15th, signed on the 16th, accepted on the 17th.
    const one = (stage: string, days: number) =>
      expect.objectContaining({ month: '2026-09', agency: 'wsq', stage, stays: 1, medianWorkdays: days, p90Workdays: days }); // prettier-ignore
    for (const [stage, days] of [['firstReview', 2], ['sectionSignOff', 1], ['intake', 1]] as const) expect(items).toContainEqual(one(stage, days)); // prettier-ignore
  });
});

describe('as a table', () => {
  test('the whole list comes with the mark of UTF-8, whichever way it is asked for', async () => {
    const { browser } = await system.api.signedIn(overseer);
    const clock = { 'Sanxiang-Clock': noon('2026-09-28') };
    const named = await browser.get(`${base}/overdue.csv`).set(clock);
    const accepted = await browser.get(`${base}/overdue`).set({ ...clock, Accept: 'text/csv' });
    expect(named.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(accepted.text).toBe(named.text);
    const [head, ...rows] = named.text.split('\n');
    expect(head).toMatch(/^\ufeff地区 Region,机关 Agency/);
    expect(rows.filter((row) => row.includes(c10))).toHaveLength(1);
  });

  test('holds no formula', async () => {
    await system.db.asOwner(`UPDATE case_file SET title = '=1+1' WHERE id = $1`, [c10]);
    const { browser } = await system.api.signedIn(overseer);
    const { text } = await browser.get(`${base}/overdue.csv`).set({ 'Sanxiang-Clock': noon('2026-09-28') });
    expect(text).toContain(`'=1+1`);
  });
});
