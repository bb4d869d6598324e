import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { filingChoicesAnswer } from '../../api/schemas/filing-choices.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { requestFor, storyOf } from '../support/stories.ts';

let system: RecordedSystem;
beforeAll(async () => {
  system = await createRecordedSystem();
});
afterAll(() => system.close());

describe('what one may choose from when filing', () => {
  test('is the agency’s own: categories, items with their tiers, the catalogue and handlers with certificates', async () => {
    const { body } = await system.get('xltyj-h1', '/api/v1/filing-choices', '2026-03-02T09:00:00+08:00');
    const choices = filingChoicesAnswer.parse(body);
    expect(choices.today).toBe('2026-03-02');
    expect(choices.agency).toMatchObject({ id: 'xltyj', level: '县级', regions: ['211103', '211100', '210000'] });
    expect(choices.agency.categories).toContain('penalty');
    expect(choices.items.map(({ id }) => id)).toContain('xltyj-F01');
    expect(choices.items.every(({ id }) => id.startsWith('xltyj-'))).toBe(true);
    expect(choices.items.find(({ id }) => id === 'xltyj-F01')?.discretion[1]).toMatchObject({ tier: '一般' });
    expect(new Set(choices.entries.map(({ agency }) => agency))).toEqual(new Set(['xltyj']));
    expect(choices.handlers.find(({ id }) => id === 'xltyj-h1')?.certificate?.number).toMatch(/^\d{13}$/);
    expect(choices.handlers.find(({ id }) => id === 'xltyj-h8')?.onLeaveUntil).toBe('2026-06-12');
  });

  test('leaves out whoever has left, and is not for administrators', async () => {
    await system.db.asOwner(`UPDATE person SET left_on = '2026-02-28' WHERE id = 'xltyj-h3'`);
    const { body } = await system.get('xltyj-h1', '/api/v1/filing-choices', '2026-03-02T09:00:00+08:00');
    expect(body.handlers.map(({ id }: { id: string }) => id)).not.toContain('xltyj-h3');
    const [administrator] = await system.db.asOwner(`SELECT id FROM person WHERE roles = '{systemAdmin}' LIMIT 1`);
    const refused = await system.get(String((administrator as { id: string }).id), '/api/v1/filing-choices');
    expect(refused).toMatchObject({ status: 403, body: { code: 'role.missing' } });
  });
});

describe('the numbers of a party', () => {
  const filed = requestFor(storyOf('C01').requests, 'register').body as { party: Record<string, unknown> };
  test.each([
    ['a credit code', 'party.creditCode', { creditCode: '91991103MA7C01A151' }],
    ['an identity number', 'party.idNo', { idType: '居民身份证', idNo: '990000197906123173' }],
    ['the representative’s', 'party.legalRepresentativeIdNo', { legalRepresentativeIdNo: '990000197906123173' }],
  ])(
    '%s with a wrong check character is refused beside its field, and there is no case',
    async (_what, path, wrong) => {
      const body = { ...filed, party: { ...filed.party, ...wrong } };
      const answer = await system.post('xltyj-h1', '/api/v1/cases', body, '2026-01-19T09:10:00+08:00');
      expect(answer).toMatchObject({ status: 400, body: { code: 'input.invalid', details: { issues: [{ path }] } } });
      expect(answer.body.details.issues[0].message).toMatch(/校验码不符）；请/);
      expect(await system.db.asOwner('SELECT 1 FROM case_filing')).toEqual([]);
    },
  );

  test('of a passport are taken as they are', async () => {
    const party = { ...filed.party, type: '自然人', creditCode: null, idType: '护照', idNo: 'E12345678' };
    const answer = await system.post('xltyj-h1', '/api/v1/cases', { ...filed, party }, '2026-01-19T09:10:00+08:00');
    expect(answer.status).toBe(201);
  });
});
