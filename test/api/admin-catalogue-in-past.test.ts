import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '../../domain/calendar.ts';
import { todayForAWhile } from '../support/today.ts';
import { createAdminSystem, everything, openCase, type AdminSystem } from '../support/administration.ts';
import { system } from '../support/administrators.ts';
import { entry } from '../support/import-bodies.ts';

const today = await todayForAWhile();
const day = (offset: number) => addDays(today, offset);
const fresh = (changes: object) => ({ ...entry, id: 'xltyj-K90', version: 1, ...changes });
let admin: AdminSystem;

beforeAll(async () => {
  admin = await createAdminSystem();
  await openCase(admin.db, { id: 'one', stage: 'investigating', holder: ['xltyj-h1'], handlers: ['xltyj-h1'] });
  await admin.db.asOwner(`UPDATE case_file SET last_at = now() - interval '10 days' WHERE id = 'one'`);
});
afterAll(() => admin.close());

async function codesOf(...entries: object[]): Promise<string[]> {
  const { status, body } = await admin.bring(system, 'catalogue', { entries }, { dryRun: true });
  expect(status).toBe(200);
  return body['breaks'].map(({ code }: { code: string }) => code);
}

describe('what was in force on a day on which cases were judged', () => {
  test('is not rewritten by a new version, which may begin today', async () => {
    const next = (offset: number) => ({ ...entry, version: entry.version + 1, effectiveFrom: day(offset) });
    expect(await codesOf(next(-11))).toEqual(['import.versionInPast']);
    expect(await codesOf(next(0))).toEqual([]);
    const before = await everything(admin.db);
    const { body } = await admin.bring(system, 'catalogue', { entries: [next(-11)] });
    expect(body).toMatchObject({ status: 409, code: 'import.versionInPast' });
    expect(body['details'].breaks).toMatchObject([{ details: { earliest: today, version: entry.version + 1 } }]);
    expect(body['detail']).toContain('目录先公布、后适用，不得追溯');
    expect(body['detailEn']).toContain('never reaches back');
    expect(await everything(admin.db)).toEqual(before);
  });

  test('is not rewritten by an entry that is new', async () => {
    expect(await codesOf(fresh({ effectiveFrom: day(-11) }))).toEqual(['import.versionInPast']);
    expect(await codesOf(fresh({ effectiveFrom: day(-11), effectiveTo: day(-11) }))).toEqual(['import.versionInPast']);
    expect(await codesOf(fresh({ effectiveFrom: today }))).toEqual([]);
  });

  test('is not rewritten by an end, of which today may be the first day without', async () => {
    expect(await codesOf({ ...entry, effectiveTo: day(-11) })).toEqual(['import.endInPast']);
    expect(await codesOf({ ...entry, effectiveTo: day(-1) })).toEqual([]);
  });

  test('is told once where a version ends for another that begins too early', async () => {
    const next = { ...entry, version: entry.version + 1, effectiveFrom: day(-12) };
    expect(await codesOf({ ...entry, effectiveTo: day(-13) }, next)).toEqual(['import.versionInPast']);
  });

  test('is whatever stands on record, which may be imported again as it is', async () => {
    expect(await codesOf(entry)).toEqual([]);
  });
});

describe('a catalogue of past days is taken', () => {
  test('where the agency has acted on no case since', async () => {
    expect(await codesOf(fresh({ effectiveFrom: day(-9) }))).toEqual([]);
    expect(await codesOf({ ...entry, effectiveTo: day(-10) })).toEqual([]);
  });

  test('where it is the first that the agency has', async () => {
    const bare = await createAdminSystem();
    await openCase(bare.db, { id: 'one', stage: 'investigating', holder: ['xltyj-h1'], handlers: ['xltyj-h1'] });
    await bare.db.asOwner(`ALTER TABLE catalogue_entry DISABLE TRIGGER USER`);
    await bare.db.asOwner(`DELETE FROM catalogue_entry WHERE agency_id = 'xltyj'`);
    await bare.db.asOwner(`ALTER TABLE catalogue_entry ENABLE TRIGGER USER`);
    const history = [{ ...entry, version: 1, effectiveTo: '2026-03-31' }, { ...entry, version: 2, effectiveFrom: '2026-04-01' }]; // prettier-ignore
    const { body } = await bare.bring(system, 'catalogue', { entries: history });
    expect(body).toMatchObject({ applied: true, breaks: [] });
    await bare.close();
  });
});
