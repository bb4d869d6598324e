import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createAdminSystem, everything, openCase, type AdminSystem } from '../support/administration.ts';
import { bureau, security, system } from '../support/administrators.ts';
import { todayForAWhile } from '../support/today.ts';
import {
  dayOff,
  entry,
  item,
  itemElsewhere,
  limits,
  newPerson,
  notice,
  off,
  sections,
  worked,
  year2026,
} from '../support/import-bodies.ts';

const agency = { id: 'xltyj' };
const v = (changes: object) => ({ entries: [{ ...entry, id: 'xltyj-K90', version: 1, ...changes }] });
let admin: AdminSystem;

beforeAll(async () => {
  admin = await createAdminSystem();
  await openCase(admin.db, {
    id: 'open-1',
    stage: 'firstReview',
    holder: ['xltyj-f1'],
    handlers: ['xltyj-h1', 'xltyj-h2'],
  });
});
afterAll(() => admin.close());

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
  ['adds a version that begins on the day of the last', system, 'catalogue', { entries: [{ ...entry, version: entry.version + 1 }] }, 'import.versionOrder'],
  ['adds an entry of another level', system, 'catalogue', v({ level: '市级' }), 'import.matchesNothing'],
  ['names an entry twice', system, 'catalogue', { entries: [entry, entry] }, 'import.twice'],
  ['names an item twice', system, 'items', { items: [item, item] }, 'import.twice'],
  ['takes the id of an item of another agency', system, 'items', { items: [{ ...item, id: itemElsewhere }] }, 'import.idOfOtherAgency'],
  ['publishes 2026 with other days', bureau, 'calendar', { ...year2026, holidays: year2026.holidays.slice(1) }, 'import.calendarDiffers'],
  ['names a day twice', bureau, 'calendar', { ...dayOff, holidays: ['2027-01-01', '2027-01-01'] }, 'import.dayTwice'],
  ['makes up on a weekday', bureau, 'calendar', { ...dayOff, makeUpWorkdays: ['2027-01-05'] }, 'import.makeUpOnWeekday'],
  ['names a day of another year', bureau, 'calendar', { ...dayOff, holidays: ['2028-01-01'] }, 'import.dayOutsideYear'],
  ['names a day of the notice twice, as off and as worked', bureau, 'calendar', notice([off('2027-01-02'), worked('2027-01-02')]), 'import.dayTwice'],
  ['makes up on a weekday in a notice', bureau, 'calendar', notice([off('2027-01-01'), worked('2027-01-05')]), 'import.makeUpOnWeekday'],
  ['names a day of January before', bureau, 'calendar', notice([off('2026-01-01')]), 'import.dayOutsideYear'],
  ['gives nobody a day off', bureau, 'calendar', notice([worked('2027-01-09')]), 'import.noDayOff'],
  ['publishes 2026 again with other days', bureau, 'calendar', { ...notice([off('2026-01-01')]), year: 2026 }, 'import.calendarDiffers'],
  ['lets parameters begin today', system, 'parameters', { packs: [{ agency: 'xltyj', effectiveFrom: await todayForAWhile(), limits }] }, 'import.packInPast'],
  ['changes parameters that were given', system, 'parameters', { packs: [{ agency: 'xltyj', effectiveFrom: '2025-01-01', limits }] }, 'import.packDiffers'],
  ['writes the year into a series', system, 'series', { series: [{ agency: 'xltyj', series: '兴应急罚2026', year: 2026, last: 3 }] }, 'import.seriesForm'],
  ['changes a region', bureau, 'organisation', { regions: [{ code: '211103', name: '别的区', parent: '211100' }] }, 'import.regionDiffers'],
  ['hangs a region below one that does not exist', bureau, 'organisation', { regions: [{ code: '990101', name: '示例区', parent: '990100' }] }, 'import.unknownRegion'],
]; // prettier-ignore

describe('an import that', () => {
  test.each(broken)('%s is refused with its code, and changes nothing', async (_name, person, kind, body, code) => {
    const before = await everything(admin.db);
    const dry = await admin.bring(person, kind, body, { dryRun: true });
    expect(dry.body).toMatchObject({ dryRun: true, applied: false });
    expect(dry.body['breaks'].map((one: { code: string }) => one.code)).toContain(code);
    const answer = await admin.bring(person, kind, body);
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code, details: { applied: false } });
    expect(answer.body['detail']).toMatch(/；/);
    expect(await everything(admin.db)).toEqual(before);
  });

  test('leaves cases behind names them', async () => {
    const answer = await admin.bring(security, 'people', { people: [{ id: 'xltyj-h1', roles: [] }] }, { dryRun: true });
    expect(answer.body['breaks']).toMatchObject([
      { code: 'import.orphansCases', id: 'xltyj-h1', details: { cases: [{ id: 'open-1', title: '在办案件' }] } },
    ]);
  });
});
