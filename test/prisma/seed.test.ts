import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isPassword } from '../../prisma/password.ts';
import type { DemoAccount } from '../../prisma/seed/accounts.ts';
import { seed, type SeedOptions } from '../../prisma/seed/seed.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

describe('the seed', () => {
  let db: TestDatabase;
  let dataDir: string;
  let said: string[];
  let options: SeedOptions;

  beforeAll(async () => {
    db = await createTestDatabase();
    dataDir = mkdtempSync(join(tmpdir(), 'seed-'));
    said = [];
    const say = (sentence: string) => void said.push(sentence);
    options = { ownerUrl: db.ownerUrl, profile: 'demo', folder: 'demo', dataDir, say };
    await seed(options);
  });
  afterAll(async () => {
    rmSync(dataDir, { recursive: true });
    await db.close();
  });

  const accounts = () => JSON.parse(readFileSync(join(dataDir, 'demo-accounts.json'), 'utf8')) as DemoAccount[];
  const everything = () =>
    db.asOwner(`SELECT md5(string_agg(line, '' ORDER BY line)) AS digest, count(*)::int AS lines FROM (
      SELECT row_to_json(r)::text AS line FROM region r UNION ALL SELECT row_to_json(r)::text FROM agency r
      UNION ALL SELECT row_to_json(r)::text FROM section r UNION ALL SELECT row_to_json(r)::text FROM person r
      UNION ALL SELECT row_to_json(r)::text FROM parameter_pack r UNION ALL SELECT row_to_json(r)::text FROM calendar_year r
      UNION ALL SELECT row_to_json(r)::text FROM agency_grant r UNION ALL SELECT row_to_json(r)::text FROM catalogue_entry r
      UNION ALL SELECT row_to_json(r)::text FROM enforcement_item r UNION ALL SELECT row_to_json(r)::text FROM account r) AS lines`);

  test('imports every row of the folder and says so, kind by kind', async () => {
    const organisation = JSON.parse(readFileSync('demo/organisation.json', 'utf8')) as { people: unknown[] };
    const people = await db.database.person.count();
    expect(people).toBe(organisation.people.length);
    const years = await db.database.calendarYear.findMany({ select: { year: true, version: true } });
    expect(years.toSorted((a, b) => a.year - b.year)).toEqual([2024, 2025, 2026].map((year) => ({ year, version: 1 })));
    expect(said).toContain(`导入人员 ${people}（新增 ${people}） · people: ${people} (${people} new)`);
  });

  test('keeps what the rules need: thresholds, collective, who oversees whom, certificates as they are', async () => {
    const agency = await db.database.agency.findUniqueOrThrow({ where: { id: 'asys' } });
    expect(agency).toMatchObject({ kind: 'agency', legalHead: 'asys-q1', collective: { chair: 'asys-l1', quorum: 4 } });
    expect(await db.database.agency.findUniqueOrThrow({ where: { id: 'assf' } })).toMatchObject({
      kind: 'judicialBureau',
    });
    expect(await db.database.agencyGrant.findMany({ where: { agencyId: 'asys' } })).toEqual([
      { agencyId: 'asys', granteeId: 'assf' },
    ]);
    const person = await db.database.person.findUniqueOrThrow({ where: { id: 'asys-h5' } });
    expect(person.certificate).toMatchObject({ validTo: '2025-12-31' });
    expect(person.hiredOn?.toISOString()).toBe('2015-07-01T00:00:00.000Z');
    expect(person.particulars).toMatchObject({ gender: '女', remark: '执法证已于2025年12月31日到期，未换证' });
  });

  test('gives each person an account whose password is in a file that its owner alone may read', async () => {
    expect(statSync(join(dataDir, 'demo-accounts.json')).mode & 0o777).toBe(0o600);
    const first = accounts()[0]!;
    expect(first.password).toMatch(/^[A-Za-z0-9]{16}$/);
    const account = await db.database.account.findUniqueOrThrow({ where: { username: first.username } });
    expect(await isPassword(account.passwordHash, first.password)).toBe(true);
    expect(new Set(accounts().map(({ password }) => password)).size).toBe(await db.database.person.count());
  });

  test('changes nothing when it is run again, and keeps the passwords and what administrators changed', async () => {
    await db.asOwner(`UPDATE person SET roles = '{}' WHERE id = 'asys-h1'`);
    const before = await everything();
    const passwords = accounts();
    const imported = await seed(options);
    expect(imported.map(({ added }) => added)).toEqual(imported.map(() => 0));
    expect(await everything()).toEqual(before);
    expect(accounts()).toEqual(passwords);
  });

  test('takes the passwords of a run that was killed after writing them', async () => {
    await db.asOwner('DELETE FROM account');
    const passwords = accounts();
    await seed(options);
    expect(accounts()).toEqual(passwords);
  });

  test('refuses profile production', async () => {
    await expect(seed({ ...options, profile: 'production' })).rejects.toThrow('production');
  });

  test('takes no folder whose year is published with other days', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'folder-'));
    for (const name of ['organisation.json', 'catalogue.json', 'enforcement-items.json']) cpSync(join('demo', name), join(folder, name)); // prettier-ignore
    const text = readFileSync(join(folder, 'organisation.json'), 'utf8');
    writeFileSync(join(folder, 'organisation.json'), text.replace('"2026-10-07"', '"2026-10-08"'));
    await expect(seed({ ...options, folder })).rejects.toThrow(/2026: .*published with other days/);
    rmSync(folder, { recursive: true });
  });

  test('names the file and the place when a folder is wrong, and imports nothing of it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'folder-'));
    writeFileSync(join(folder, 'organisation.json'), '{"calendar": {"year": "2026"}}');
    await expect(seed({ ...options, folder })).rejects.toThrow(/organisation\.json.*calendar\.year/);
    rmSync(folder, { recursive: true });
  });
});
