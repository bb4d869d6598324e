import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createAdminSystem, everything, type AdminSystem } from '../support/administration.ts';
import { bureau, system } from '../support/administrators.ts';
import { entry, item, limits, newPerson, notice, off, worked, year2026 } from '../support/import-bodies.ts';

let admin: AdminSystem;

beforeAll(async () => {
  admin = await createAdminSystem();
});
afterAll(() => admin.close());

describe('an import', () => {
  test('as a dry run lists what would change, and changes nothing', async () => {
    const before = await everything(admin.db);
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
      basis: expect.stringMatching(/^[0-9a-f]{64}$/),
      asOf: expect.stringMatching(/^\d+$/),
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
    expect(await everything(admin.db)).toEqual(before);
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
    for (const effectiveTo of ['2026-12-30', null]) {
      const otherwise = await admin.bring(system, 'catalogue', { entries: [{ ...entry, effectiveTo }] });
      expect(otherwise.body).toMatchObject({ status: 409, code: 'import.versionChanged' });
    }
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
