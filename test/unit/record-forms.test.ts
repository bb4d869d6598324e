import { describe, expect, test } from '@jest/globals';
import { breakMessages } from '../../domain/administration/import-breaks.ts';
import { entryBody, typedEntry, type Entry } from '../../web/admin/forms/entry-body.ts';
import { freeId, freshId, numbers, rowNumbers } from '../../web/admin/forms/form-checks.ts';
import { itemBody, type Item } from '../../web/admin/forms/item-body.ts';
import { agencyBody, fieldOfSection, sectionBody } from '../../web/admin/forms/organisation-body.ts';
import { certificateBody, examBody, personBody } from '../../web/admin/forms/person-body.ts';
import { fieldOfRecord, saidOfBreaks } from '../../web/admin/forms/said-of-fields.ts';
import { differs, typedOf, typedOver } from '../../web/admin/forms/typed-record.ts';
import { catalogue, enforcementItems, organisation } from '../support/demo-data.ts';

const item = enforcementItems.items.find(({ id }) => id === 'xltyj-F01') as unknown as Item;
const entry = catalogue.entries.find(({ id, version }) => id === 'xltyj-K02' && version === 2) as unknown as Entry;
const agency = organisation.agencies.find(({ id }) => id === 'xltyj')!;

describe('a record in a form', () => {
  test('is the same import again where nothing is typed', () => {
    expect(itemBody(typedOf(item), 'xltyj', item)).toEqual({ items: [item] });
    const { id, legalHead, legalReviewers, collective } = agency;
    expect(agencyBody(typedOf({ legalHead, legalReviewers, collective }), { id })).toEqual({
      agencies: [{ id, legalHead, legalReviewers, collective }],
    });
  });

  test('brings its rows without those left empty, and none of its optional parts where they are', () => {
    const typed = {
      ...typedOf(item),
      'basis.2.statute': '  ',
      'basis.2.article': '',
      'timeLimit.value': '',
      note: ' ',
    };
    const [body] = itemBody(typed, 'xltyj', item).items;
    expect(body).toEqual({ ...item, timeLimit: null, note: null });
  });

  test('of a section goes among the others as they are', () => {
    const sections = agency.sections as never[];
    const body = sectionBody({ name: '执法科', kind: 'enforcement', head: 'xltyj-s2' }, { id: 'xltyj', sections }, 'xltyj-A');
    expect(body.agencies[0]!.sections.map(({ id }) => id)).toEqual(agency.sections.map(({ id }) => id));
    expect(body.agencies[0]!.sections[0]).toMatchObject({ head: 'xltyj-s2', firstReviewer: null });
  }); // prettier-ignore

  test('of the catalogue is the next version, and ends the one before on the day before', () => {
    const typed = { ...typedEntry(entry), effectiveFrom: '2027-03-01', 'amountThreshold.organisationYuan': '80000' };
    const { entries } = entryBody(typed, { id: 'xltyj', level: '县级' }, entry);
    expect(entries[0]).toEqual({ ...entry, effectiveTo: '2027-02-28' });
    const amountThreshold = { of: 'decision', organisationYuan: 80_000, personYuan: 5_000 };
    expect(entries[1]).toEqual({ ...entry, version: 3, effectiveFrom: '2027-03-01', amountThreshold });
  });

  test('without a number is no certificate', () => {
    expect(certificateBody({ 'certificate.number': ' ', 'certificate.status': 'valid' }, 'p')).toEqual({
      people: [{ id: 'p', certificate: null }],
    });
  });

  test('of a person is of one half: the legal exam by itself, the years of training beside who they are', () => {
    const typed = { 'legalExam.passed': 'true', 'legalExam.certificateNo': ' ' };
    expect(examBody(typed, 'p', { passed: true, certificateNo: 'A1' })).toEqual({ people: [{ id: 'p', legalExam: { passed: true, certificateNo: null } }] });
    expect(examBody(typed, 'p', { passed: true })).toEqual({ people: [{ id: 'p', legalExam: { passed: true } }] });
    const rows = { 'training.0.year': '2025', 'training.0.hours': '52.5', 'training.1.year': ' ', 'training.1.hours': '' };
    const [person] = personBody({ name: '某', section: 'A', ...rows }, 'xltyj', 'p').people;
    expect(person).toMatchObject({ id: 'p', training: [{ year: 2025, hours: 52.5 }] });
    expect(Object.keys(person!)).not.toEqual(expect.arrayContaining(['legalExam']));
    expect(rowNumbers({ ...rows, 'training.2.year': '2026' }, 'training', ['year', 'hours'])).toEqual({ 'training.2.hours': expect.anything() });
  }); // prettier-ignore
});

describe('what is typed over a record that changed meanwhile', () => {
  const base = { name: '旧', section: 'A', 'basis.0.statute': '法一', 'basis.1.statute': '法二' };

  test('keeps what somebody else changed, and what was typed', () => {
    const typed = { ...base, name: '新' };
    const now = { ...base, section: 'B', 'basis.0.statute': '法三' };
    expect(typedOver(base, typed, now)).toEqual({ ...now, name: '新' });
  });

  test('takes a list of rows as one: a row taken away does not come back', () => {
    const { 'basis.1.statute': _gone, ...typed } = base;
    expect(typedOver(base, typed, { ...base, section: 'B' })).toEqual({ ...typed, section: 'B' });
    expect(differs(typed, base)).toBe(true);
    expect(differs({ ...base, note: '' }, base)).toBe(false);
  });

  test('keeps a row that was added and holds nothing yet', () => {
    const typed = { ...base, 'basis.2.statute': '' };
    expect(typedOver(base, typed, { ...base, section: 'B' })).toEqual({ ...typed, section: 'B' });
  });
});

describe('what is refused', () => {
  const say = (id: string) => ({ 'xltyj-h1': '晏秉衡' })[id] ?? id;

  test('stands at its field: a path of the body, a row of it, a duty of the section in the form', () => {
    expect(fieldOfRecord('items.0.basis.1.article')).toBe('basis.1.article');
    expect(fieldOfRecord('entries.1.measures.3')).toBe('measures');
    expect(fieldOfRecord('items.0.flow.2')).toBe('flow');
    expect(fieldOfSection('agencies.0.sections.2.name', 'xltyj-L', 2)).toBe('name');
    expect(fieldOfSection('agencies.0.sections.1.name', 'xltyj-L', 2)).toBe('');
    expect(fieldOfSection('xltyj-L.head', 'xltyj-L', 2)).toBe('head');
  });

  test('of a duty names the person and the duty in words', () => {
    const details = { duty: 'collective.chair', person: 'xltyj-h1', role: 'leader' };
    const code = 'import.roleMissing';
    const broken = { code, ...breakMessages[code], kind: 'agency', id: 'xltyj', details };
    const said = saidOfBreaks([broken], fieldOfRecord, say)['collective.chair'];
    expect(said?.zh).toBe('晏秉衡：该人员没有 主持 所需的角色；请先由安全管理员授予，或者另行指定。');
    expect(said?.en).toContain('chair');
  });

  test('is an id that is known or of another form, and a number that is none', () => {
    expect(freshId({ id: 'xltyj-F01' }, ['xltyj-F01'])).toHaveProperty('id');
    expect(freshId({ id: '执法' }, [])).toHaveProperty('id');
    expect(freshId({ id: freeId('xltyj', 'F', ['xltyj-F07', 'xltyj-Q99', 'asys-F12']) }, ['xltyj-F07'])).toEqual({});
    expect(freeId('xltyj', 'F', ['xltyj-F07', 'xltyj-Q99', 'asys-F12'])).toBe('xltyj-F08');
    expect(numbers({ a: '-1', b: '3.5', c: '', d: '4e2' }, ['a', 'b', 'c', 'd'])).toEqual(
      expect.objectContaining({ a: expect.anything(), d: expect.anything() }),
    );
    expect(numbers({ b: '3.5', c: '' }, ['b', 'c'])).toEqual({});
  });
});
