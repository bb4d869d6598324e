import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { appendFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { checkSystem } from '../../check/check-system.ts';
import type { Report } from '../../check/report.ts';
import { keptAt } from '../../evidence/folder.ts';
import { createToldSystem, type ToldSystem } from './told-system.ts';

let told: ToldSystem;
let folder: string;
let kept: string;
beforeAll(async () => {
  told = await createToldSystem();
  folder = told.system.api.config.evidenceDir;
  const [row] = await told.system.db.asOwner<{ sha256: string }>('SELECT sha256 FROM evidence_file');
  kept = keptAt(folder, row!.sha256);
});
afterAll(() => told?.close());

const check = (evidence: string | null) => checkSystem(told.system.db.ownerUrl, { evidence });
const found = ({ results }: Report) =>
  results.flatMap(({ name, first }) => first.map(({ where, what }) => [name, where, what]));
const breach = (what: RegExp) => [['evidence-files', told.waiting, expect.stringMatching(what)]];

test('a file that is where its SHA-256 says, unchanged, is no fault', async () => {
  const report = await check(folder);
  expect(found(report)).toEqual([]);
  expect(report.results.find(({ name }) => name === 'evidence-files')).toMatchObject({ checked: true, looked: 1 });
});

test('a file that is gone is found', async () => {
  renameSync(kept, `${kept}.away`);
  expect(found(await check(folder))).toEqual(breach(/is not where its SHA-256 says/));
  renameSync(`${kept}.away`, kept);
});

test('a byte more, and a byte that is another one, are found', async () => {
  const whole = readFileSync(kept);
  appendFileSync(kept, '\n');
  expect(found(await check(folder))).toEqual(breach(/other bytes/));
  const other = Buffer.from(whole);
  other[9]! ^= 1;
  writeFileSync(kept, other);
  expect(found(await check(folder))).toEqual(breach(/other bytes/));
  writeFileSync(kept, whole);
  expect(found(await check(folder))).toEqual([]);
});

test('a folder that is gone is a fault, one that nobody named is not looked at', async () => {
  expect(found(await check(`${folder}-elsewhere`))).toEqual(breach(/is not where/));
  const unnamed = await check(null);
  expect(unnamed.results.find(({ name }) => name === 'evidence-files')!.checked).toBe(false);
  rmSync(`${folder}-elsewhere`, { force: true, recursive: true });
});
