import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createAdminSystem, openCase, type AdminSystem } from '../support/administration.ts';
import { catalogue, organisation } from '../support/demo-data.ts';

const system = 'xltyj-y1';
const security = 'xltyj-c1';
const bureau = 'xltsf-y1';
const entry = catalogue.entries.find(({ agency }) => agency === 'xltyj')!;
const newPerson = { id: 'xltyj-h90', agency: 'xltyj', section: 'xltyj-A', name: '试某', title: '科员' };
let admin: AdminSystem;

beforeAll(async () => {
  admin = await createAdminSystem();
  await openCase(admin.db, {
    id: 'open-1',
    stage: 'firstReview',
    holder: ['xltyj-f1'],
    handlers: ['xltyj-h1', 'xltyj-h2'],
  });
}, 60_000);
afterAll(() => admin.close());

async function everything(): Promise<unknown> {
  return admin.db
    .asOwner(`SELECT (SELECT sum(version) FROM agency) AS versions, (SELECT count(*) FROM admin_change) AS changes,
    (SELECT md5(string_agg(p::text, '' ORDER BY id)) FROM person p) AS people, (SELECT md5(string_agg(a::text, '' ORDER BY id)) FROM agency a) AS agencies,
    (SELECT md5(string_agg(s::text, '' ORDER BY id)) FROM section s) AS sections, (SELECT count(*) FROM catalogue_entry) AS entries,
    (SELECT count(*) FROM calendar_year) AS years, (SELECT count(*) FROM parameter_pack) AS packs, (SELECT count(*) FROM number_series) AS series`);
}

describe('an import', () => {
  test('as a dry run lists what would change, and changes nothing', async () => {
    const before = await everything();
    const answer = await admin.bring(
      system,
      'people',
      { people: [newPerson, { id: 'xltyj-h1', title: '主任科员' }] },
      { dryRun: true },
    );
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      dryRun: true,
      applied: false,
      changes: [
        {
          kind: 'person',
          id: 'xltyj-h90',
          name: '试某',
          agency: 'xltyj',
          what: 'added',
          fields: {
            agency: { before: null, after: 'xltyj' },
            section: { before: null, after: 'xltyj-A' },
            name: { before: null, after: '试某' },
            title: { before: null, after: '科员' },
          },
        },
        {
          kind: 'person',
          id: 'xltyj-h1',
          name: '晏秉衡',
          agency: 'xltyj',
          what: 'changed',
          fields: { title: { before: '四级主任科员', after: '主任科员' } },
        },
      ],
      breaks: [],
    });
    expect(await everything()).toEqual(before);
  });

  test('is applied with what stood before and after, a leaf of the ledger and the next version of the organisation', async () => {
    const version = await admin.version('xltyj');
    const answer = await admin.bring(system, 'people', { people: [{ id: 'xltyj-h2', title: '主任科员' }] });
    expect(answer.body).toMatchObject({ applied: true, changes: [{ id: 'xltyj-h2' }] });
    expect(await admin.version('xltyj')).toBe(version + 1);
    const [change] = await admin.db.asOwner(`SELECT * FROM admin_change WHERE target = 'xltyj-h2'`);
    expect(change).toMatchObject({ person_id: system, action: 'import people', kind: 'person', what: 'changed' });
    expect(change).toMatchObject({ after: { title: '主任科员' } });
    const leaves = await admin.db.asOwner(`SELECT * FROM ledger_leaf WHERE kind = 'administration' AND ref = $1`, [
      change!['command_id'],
    ]);
    expect(leaves).toHaveLength(1);
  });

  test('under the same key is answered as before, and with another body refused', async () => {
    const body = { people: [{ id: 'xltyj-h3', title: '队员' }] };
    const first = await admin.bring(system, 'people', body, { key: 'the-same-key' });
    const version = await admin.version('xltyj');
    const second = await admin.bring(system, 'people', body, { key: 'the-same-key' });
    expect(second.body).toEqual(first.body);
    expect(await admin.version('xltyj')).toBe(version);
    const other = await admin.bring(
      system,
      'people',
      { people: [{ id: 'xltyj-h3', title: '别的' }] },
      { key: 'the-same-key' },
    );
    expect(other.body).toMatchObject({ status: 422, code: 'idempotency.mismatch' });
  });

  test('of what is there already changes nothing and leaves no new version', async () => {
    const version = await admin.version('xltyj');
    const answer = await admin.bring(system, 'people', { people: [{ id: 'xltyj-h4' }] });
    expect(answer.body).toMatchObject({ applied: true, changes: [] });
    expect(await admin.version('xltyj')).toBe(version);
  });

  test('with an unknown field, an unknown role or without a key is bad input', async () => {
    expect((await admin.bring(system, 'people', { people: [{ id: 'xltyj-h1', salary: 1 }] })).body).toMatchObject({
      code: 'input.invalid',
    });
    expect((await admin.bring(system, 'people', { people: [{ id: 'xltyj-h1', roles: ['king'] }] })).body).toMatchObject(
      { code: 'input.invalid' },
    );
    expect((await admin.bring(system, 'people', { people: [] })).status).toBe(400);
    expect((await admin.bring(system, 'people', { people: [newPerson] }, { key: 'short' })).body).toMatchObject({
      code: 'idempotency.missing',
    });
    expect((await admin.bring(system, 'nothing', {})).status).toBe(404);
  });
});

const agency = { id: 'xltyj' };
const dayOff = {
  year: 2027,
  source: '国务院办公厅通知（示例）',
  holidays: ['2027-01-01'],
  makeUpWorkdays: ['2027-01-09'],
};
const { calendar } = organisation;
const year2026 = {
  year: 2026,
  source: calendar.source,
  holidays: calendar.holidays,
  makeUpWorkdays: calendar.makeUpWorkdays,
};
const off = (date: string) => ({ date, name: '元旦', kind: 'off' });
const worked = (date: string) => ({ date, name: '元旦调休', kind: 'working' });
const notice = (days: object[]) => ({
  year: 2027,
  source: '国务院办公厅通知（示例）',
  documentNo: '国办发明电〔2026〕99号',
  issuedOn: '2026-11-20',
  days,
});
const sections = organisation.agencies.find(({ id }) => id === 'xltyj')!.sections;
const limits = { legalReview: { value: 6, unit: 'wd' } };
const v = (changes: object) => ({ entries: [{ ...entry, id: 'xltyj-K90', version: 1, ...changes }] });

// Each: what it is called, who, kind, body, code. prettier-ignore
const broken: [string, string, string, object, string][] = [
  ['takes a certificate from a handler of an open case', security, 'people', { people: [{ id: 'xltyj-h1', certificate: null }] }, 'import.orphansCases'],
  ['lets the holder of an open case leave', system, 'people', { people: [{ id: 'xltyj-f1', leftOn: '2026-12-31' }] }, 'import.orphansCases'],
  ['takes the role of the holder of an open case', security, 'people', { people: [{ id: 'xltyj-f1', roles: ['handler'] }] }, 'import.orphansCases'],
  ['adds somebody without a name', system, 'people', { people: [{ id: 'xltyj-h91', agency: 'xltyj', section: 'xltyj-A' }] }, 'import.incomplete'],
  ['adds somebody to no section', system, 'people', { people: [{ ...newPerson, section: 'xltyj-Q' }] }, 'import.unknownSection'],
  ['names a person twice', system, 'people', { people: [newPerson, newPerson] }, 'import.twice'],
  ['takes the id of a person of another agency', system, 'people', { people: [{ ...newPerson, id: 'asys-h1' }] }, 'import.idOfOtherAgency'],
  ['gives one person two kinds of administration', security, 'people', { people: [{ id: 'xltyj-y1', roles: ['systemAdmin', 'auditAdmin'] }] }, 'import.keptApart'],
  ['gives an administrator a part in cases', security, 'people', { people: [{ id: 'xltyj-t1', roles: ['auditAdmin', 'handler'] }] }, 'import.keptApart'],
  ['leaves a section out', system, 'organisation', { agencies: [{ ...agency, sections: sections.slice(1) }] }, 'import.sectionRemoved'],
  ['takes a section of another agency', system, 'organisation', { agencies: [{ ...agency, sections: [...sections, { id: 'asys-A', name: '别处', kind: 'office' }] }] }, 'import.idOfOtherAgency'],
  ['names a legal head who does not exist', system, 'organisation', { agencies: [{ ...agency, legalHead: 'nobody' }] }, 'import.unknownPerson'],
  ['names a legal head of another agency', system, 'organisation', { agencies: [{ ...agency, legalHead: 'asys-q1' }] }, 'import.unknownPerson'],
  ['names a legal reviewer without the role', system, 'organisation', { agencies: [{ ...agency, legalReviewers: ['xltyj-h1'] }] }, 'import.roleMissing'],
  ['names fewer members than the quorum', system, 'organisation', { agencies: [{ ...agency, collective: { chair: 'xltyj-l1', members: ['xltyj-l1'], quorum: 4 } }] }, 'import.quorum'],
  ['withdraws the role of the legal head', security, 'people', { people: [{ id: 'xltyj-q1', roles: [] }] }, 'import.roleMissing'],
  ['adds an entry for a category the agency does not act in', system, 'catalogue', v({ category: 'levy' }), 'import.matchesNothing'],
  ['adds an entry without measures', system, 'catalogue', v({ measures: [] }), 'import.matchesNothing'],
  ['adds an entry for an unknown measure', system, 'catalogue', v({ measures: ['hug'] }), 'import.matchesNothing'],
  ['adds an entry that ends before it begins', system, 'catalogue', v({ effectiveTo: '2025-01-01' }), 'import.matchesNothing'],
  ['adds an entry for everything', system, 'catalogue', v({ field: '综合', measures: [], amountThreshold: null }), 'import.matchesEverything'],
  ['adds an entry for every measure there is', system, 'catalogue', v({ field: '综合', measures: ['warning', 'fine', 'confiscation', 'suspension', 'revocation'], amountThreshold: null }), 'import.matchesEverything'],
  ['changes a published version', system, 'catalogue', { entries: [{ ...entry, measures: ['fine'] }] }, 'import.versionChanged'],
  ['adds a version that begins before the last', system, 'catalogue', { entries: [{ ...entry, version: entry.version + 1, effectiveFrom: '2020-01-01' }] }, 'import.versionOrder'],
  ['takes the id of an entry of another agency', system, 'catalogue', v({ id: 'asys-K01', version: 2 }), 'import.idOfOtherAgency'],
  ['publishes 2026 with other days', bureau, 'calendar', { ...year2026, holidays: year2026.holidays.slice(1) }, 'import.calendarDiffers'],
  ['names a day twice', bureau, 'calendar', { ...dayOff, holidays: ['2027-01-01', '2027-01-01'] }, 'import.dayTwice'],
  ['makes up on a weekday', bureau, 'calendar', { ...dayOff, makeUpWorkdays: ['2027-01-05'] }, 'import.makeUpOnWeekday'],
  ['names a day of another year', bureau, 'calendar', { ...dayOff, holidays: ['2028-01-01'] }, 'import.dayOutsideYear'],
  ['names a day of the notice twice, as off and as worked', bureau, 'calendar', notice([off('2027-01-02'), worked('2027-01-02')]), 'import.dayTwice'],
  ['makes up on a weekday in a notice', bureau, 'calendar', notice([off('2027-01-01'), worked('2027-01-05')]), 'import.makeUpOnWeekday'],
  ['names a day of January before', bureau, 'calendar', notice([off('2026-01-01')]), 'import.dayOutsideYear'],
  ['gives nobody a day off', bureau, 'calendar', notice([worked('2027-01-09')]), 'import.noDayOff'],
  ['publishes 2026 again with other days', bureau, 'calendar', { ...notice([off('2026-01-01')]), year: 2026 }, 'import.calendarDiffers'],
  ['lets parameters begin today', system, 'parameters', { packs: [{ agency: 'xltyj', effectiveFrom: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10), limits }] }, 'import.packInPast'],
  ['changes parameters that were given', system, 'parameters', { packs: [{ agency: 'xltyj', effectiveFrom: '2025-01-01', limits }] }, 'import.packDiffers'],
  ['writes the year into a series', system, 'series', { series: [{ agency: 'xltyj', series: '兴应急罚2026', year: 2026, last: 3 }] }, 'import.seriesForm'],
  ['changes a region', bureau, 'organisation', { regions: [{ code: '211103', name: '别的区', parent: '211100' }] }, 'import.regionDiffers'],
  ['hangs a region below one that does not exist', bureau, 'organisation', { regions: [{ code: '990101', name: '示例区', parent: '990100' }] }, 'import.unknownRegion'],
]; // prettier-ignore

describe('an import that', () => {
  test.each(broken)('%s is refused with its code, and changes nothing', async (_name, person, kind, body, code) => {
    const before = await everything();
    const dry = await admin.bring(person, kind, body, { dryRun: true });
    expect(dry.body).toMatchObject({ dryRun: true, applied: false });
    expect(dry.body['breaks'].map((one: { code: string }) => one.code)).toContain(code);
    const answer = await admin.bring(person, kind, body);
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code, details: { applied: false } });
    expect(answer.body['detail']).toMatch(/；/);
    expect(await everything()).toEqual(before);
  });

  test('leaves cases behind names them', async () => {
    const answer = await admin.bring(security, 'people', { people: [{ id: 'xltyj-h1', roles: [] }] }, { dryRun: true });
    expect(answer.body['breaks']).toMatchObject([
      { code: 'import.orphansCases', id: 'xltyj-h1', details: { cases: [{ id: 'open-1', title: '在办案件' }] } },
    ]);
  });
});

describe('what is lawful', () => {
  test('is a further version of an entry, with the end of the one before', async () => {
    const ended = { ...entry, effectiveTo: '2026-12-31' };
    const next = {
      ...entry,
      version: entry.version + 1,
      effectiveFrom: '2027-01-01',
      measures: ['fine'],
      amountThreshold: { of: 'decision', organisationYuan: 40_000, personYuan: 4_000 },
    };
    const answer = await admin.bring(system, 'catalogue', { entries: [ended, next] });
    expect(answer.body).toMatchObject({ applied: true, changes: [{ what: 'changed' }, { what: 'added' }] });
  });

  test('is a calendar equal to the published one, which is not imported again', async () => {
    const answer = await admin.bring(bureau, 'calendar', { ...year2026, holidays: year2026.holidays.toReversed() });
    expect(answer.body).toMatchObject({ applied: true, changes: [], breaks: [] });
  });

  test('is no notice with unknown words, or one that says its days twice over or not at all', async () => {
    const days = [off('2027-01-01')];
    const bodies = [
      notice([{ ...days[0], kind: 'holiday' }]),
      { ...notice(days), colour: 'red' },
      { ...notice(days), holidays: ['2027-01-01'], makeUpWorkdays: [] },
      { year: 2027, source: '通知' },
      { year: 2027, source: '通知', holidays: ['2027-01-01'] },
      notice([off('2027-02-30')]),
    ];
    for (const body of bodies) {
      const answer = await admin.bring(bureau, 'calendar', body);
      expect({ status: answer.status, code: answer.body['code'] }).toEqual({ status: 400, code: 'input.invalid' });
      expect(answer.body['details'].issues[0].message).toMatch(/[一-龥]/);
    }
    expect(await admin.db.database.calendarYear.count({ where: { year: 2027 } })).toBe(0);
  });

  test('is a further year, which makes the next version of the calendar', async () => {
    const body = notice([off('2026-12-31'), off('2027-01-01'), worked('2027-01-09')]);
    expect((await admin.bring(bureau, 'calendar', body)).body).toMatchObject({ applied: true });
    expect(await admin.db.database.calendarYear.findUnique({ where: { year: 2027 } })).toMatchObject({
      ...{ version: 2, documentNo: '国办发明电〔2026〕99号', holidays: ['2026-12-31', '2027-01-01'] },
      ...{ makeUpWorkdays: ['2027-01-09'], names: { '2026-12-31': '元旦', '2027-01-09': '元旦调休' } },
    });
    const beside = { ...notice([off('2028-01-01'), off('2027-12-26')]), year: 2028 };
    expect((await admin.bring(bureau, 'calendar', beside)).body).toMatchObject({ applied: true });
  });

  test('is no year that arranges a day otherwise than the year beside it', async () => {
    const made = { ...notice([off('2030-01-01'), worked('2030-12-28')]), year: 2030 };
    expect((await admin.bring(bureau, 'calendar', made)).body).toMatchObject({ applied: true });
    const contrary = { ...notice([off('2031-01-01'), off('2030-12-28')]), year: 2031 };
    expect((await admin.bring(bureau, 'calendar', contrary)).body).toMatchObject({
      code: 'import.dayOtherwise',
      details: { breaks: [{ details: { days: ['2030-12-28'] } }] },
    });
  });

  test('are parameters that begin tomorrow or later', async () => {
    const packs = [{ agency: 'xltyj', effectiveFrom: '2099-01-01', limits }];
    expect((await admin.bring(system, 'parameters', { packs })).body).toMatchObject({ applied: true });
  });

  test('is the last number of a series, which from then on never goes back', async () => {
    const series = (last: number) => ({ series: [{ agency: 'xltyj', series: '兴应急简罚', year: 2026, last }] });
    expect((await admin.bring(system, 'series', series(7))).body).toMatchObject({ applied: true });
    expect((await admin.bring(system, 'series', series(6))).body).toMatchObject({
      status: 409,
      code: 'import.seriesBackwards',
    });
    expect((await admin.bring(system, 'series', series(7))).body).toMatchObject({ changes: [] });
  });

  test('is an item of the agency, and its later change', async () => {
    const item = {
      id: 'xltyj-F90',
      agency: 'xltyj',
      category: 'penalty',
      name: '示例事项',
      basis: [],
      discretion: [],
      section: 'xltyj-A',
      timeLimit: null,
      flow: [],
    };
    expect((await admin.bring(system, 'items', { items: [item] })).body).toMatchObject({
      changes: [{ what: 'added' }],
    });
    expect((await admin.bring(system, 'items', { items: [{ ...item, name: '别的' }] })).body).toMatchObject({
      changes: [{ what: 'changed' }],
    });
    expect((await admin.bring(system, 'items', { items: [{ ...item, section: 'asys-A' }] })).body).toMatchObject({
      code: 'import.unknownSection',
    });
  });
});
