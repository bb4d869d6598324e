import { describe, expect, test } from '@jest/globals';
import { checkMatches, checkVersion, matchesEverything } from '../../domain/administration/check-catalogue.ts';
import type { AgencyRecord, EntryRecord, ItemRecord } from '../../domain/administration/records.ts';
import { catalogue, enforcementItems, organisation } from '../support/demo-data.ts';

const entry = catalogue.entries.find(
  ({ id, version }) => id === 'xltyj-K02' && version === 2,
) as unknown as EntryRecord;
const agency = organisation.agencies.find(({ id }) => id === entry.agency) as unknown as AgencyRecord;
const items = enforcementItems.items.filter((item) => item.agency === entry.agency) as unknown as ItemRecord[];
const inField = (field: string, category = entry.category) => ({ ...items[0]!, category, field });

const because = (changes: Partial<EntryRecord>, among: ItemRecord[] = items) =>
  checkMatches({ ...entry, ...changes }, agency, among).map(({ code, details }) => [code, details]);
const nothing = (...wrong: string[]) => [['import.matchesNothing', { because: wrong }]];

describe('an entry that can match a case', () => {
  test.each<[string, Partial<EntryRecord>, ItemRecord[]]>([
    ['of any field, where items name none', { field: '海洋渔业' }, items],
    ['of a field that an item of its category has', {}, [inField('消防'), inField(entry.field)]],
    ['of every field, whatever items name', { field: '综合' }, [inField('消防')]],
    ['of a field that items of other categories do not have', {}, [inField('消防', 'permit')]],
    ['that ends on the day on which it begins', { effectiveTo: entry.effectiveFrom }, items],
    ['with a word that only catalogues have', { measures: ['suspension'] }, items],
  ])('is one %s', (_what, changes, among) => {
    expect(because(changes, among)).toEqual([]);
  });
});

describe('an entry that can match no case says why', () => {
  test.each<[string, Partial<EntryRecord>, ItemRecord[], unknown]>([
    ['a category in which the agency does not act', { category: 'levy' }, items, nothing('category')],
    ['another level', { level: '市级' }, items, nothing('level')],
    ['no measure', { measures: [] }, items, nothing('measures')],
    ['a field that none of its items has', {}, [inField('消防')], nothing('field')],
    ['an end before its beginning', { effectiveTo: '2025-12-31' }, items, nothing('effectiveTo')],
    ['two things', { level: '市级', measures: [] }, items, nothing('level', 'measures')],
    ['an unknown measure beside a known one', { measures: ['fine', 'hug'] }, items, [['import.matchesNothing', { because: ['measures'], unknownMeasures: ['hug'] }]]],
  ])('%s', (_what, changes, among, said) => {
    expect(because(changes, among)).toEqual(said);
  }); // prettier-ignore
});

describe('an entry takes in everything', () => {
  const all: EntryRecord = { ...entry, field: '综合', appliesWhen: 'always', amountThreshold: null, measures: [] };
  const wholePenalty = ['warning', 'fine', 'confiscation', 'closure', 'revokePermit'];
  const of = (organisationYuan: number, personYuan: number) =>
    ({ of: 'decision', organisationYuan, personYuan }) as EntryRecord['amountThreshold'];

  test.each<[string, Partial<EntryRecord>]>([
    ['without any measure', {}],
    ['with every measure', { measures: wholePenalty }],
    ['with the catalogue’s words for them', { measures: ['warning', 'fine', 'confiscation', 'suspension', 'revocation'] }],
    ['from no amount on', { amountThreshold: of(0, 0) }],
    ['in a field of blanks', { field: ' ' }],
    ['of a category without a closed list, without any measure', { category: 'inspection' }],
  ])('%s', (_what, changes) => {
    expect(matchesEverything({ ...all, ...changes })).toBe(true);
  }); // prettier-ignore

  test.each<[string, Partial<EntryRecord>]>([
    ['in one field', { field: entry.field }],
    ['with one measure less', { measures: wholePenalty.slice(1) }],
    ['from an amount on for organisations', { amountThreshold: of(1, 0) }],
    ['from an amount on for persons', { amountThreshold: of(0, 1) }],
    ['with a measure of a category without a closed list', { category: 'inspection', measures: ['fine'] }],
    ['where a hearing was held', { appliesWhen: 'hearing' }],
  ])('but not %s', (_what, changes) => {
    expect(matchesEverything({ ...all, ...changes })).toBe(false);
  });
});

describe('a version', () => {
  const third = { ...entry, version: 3, effectiveFrom: '2026-06-01' };
  const beside = (version: number, effectiveFrom: string) =>
    checkVersion(third, [{ ...entry, version, effectiveFrom }]);

  test.each<[number, string]>([
    [2, '2026-05-31'],
    [4, '2026-06-02'],
  ])('stands beside version %i from %s', (version, day) => {
    expect(beside(version, day)).toEqual([]);
  });

  test.each<[number, string]>([
    [2, '2026-06-01'],
    [2, '2026-06-02'],
    [4, '2026-05-31'],
    [4, '2026-06-01'],
  ])('does not stand beside version %i from %s', (version, day) => {
    expect(beside(version, day).map(({ code }) => code)).toEqual(['import.versionOrder']);
  });
});
