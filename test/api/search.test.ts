import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { casePageAnswer } from '../../api/schemas/case-list.ts';
import { withClient } from '../support/database.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { requestFor, storyOf, upTo, type Told } from '../support/stories.ts';

const path = '/api/v1/cases';
const now = '2026-03-13T18:00:00+08:00';
let system: RecordedSystem;
let c01: string;
let c02: string;

beforeAll(async () => {
  system = await createRecordedSystem();
  c01 = await system.tellAll(upTo(storyOf('C01').requests, 'issueDecision'));
  c02 = await system.tellAll(upTo(storyOf('C02').requests, 'saveDraft'));
  await system.tellAll(upTo(storyOf('C03').requests, 'saveDraft'));
});
afterAll(() => system.close());

async function search(query: Record<string, string>, person = 'xltyj-h1') {
  const { status, body } = await system.get(person, `${path}?${new URLSearchParams(query).toString()}`, now);
  expect({ status, body }).toMatchObject({ status: 200 });
  return casePageAnswer.parse(body).items.map(({ id }) => id);
}

describe('a case is found', () => {
  const finds: [string, Record<string, string>, () => string[]][] = [
    ['by two characters of the party', { party: '辰浦' }, () => [c01]],
    ['by the whole name of the party', { party: '盘锦隆拓防腐工程有限公司' }, () => [c02]],
    ['not by what stands elsewhere when the party is asked', { party: '动火' }, () => []],
    ['by the number of its decision', { number: '兴应急罚〔2026〕1号' }, () => [c01]],
    ['by a number typed with other brackets and wide digits', { number: '兴应急罚[２０２６]1号' }, () => [c01]],
    ['by the number of its filing', { number: '兴应急立〔2026〕2号' }, () => [c01]],
    ['by the number of its opinion', { number: '兴应急法审' }, () => [c01]],
    ['by an article of a statute', { statute: '安全生产法 第二十八条' }, () => [c01]],
    ['by words of its facts', { text: '动火' }, () => [c02]],
    ['by several words, all of which must occur', { text: '培训 辰浦' }, () => [c01]],
    [
      'by all filters together',
      { text: '辰浦', category: 'penalty', section: 'xltyj-A', stage: 'fulfilment' },
      () => [c01],
    ],
    ['in no other section', { text: '辰浦', section: 'xltyj-B' }, () => []],
    ['in no other stage', { text: '辰浦', stage: 'closing' }, () => []],
  ];
  test.each(finds)('%s', async (_how, query, ids) => {
    expect((await search(query)).toSorted()).toEqual(ids().toSorted());
  });

  test('by its current draft, no longer by the one before', async () => {
    const drafted = requestFor(storyOf('C02').requests, 'saveDraft');
    const draft = drafted.body['draft'] as Record<string, unknown>;
    const again = (version: number, text: string): Told => ({
      ...drafted,
      body: { ...drafted.body, version, draft: { ...draft, text } },
    });
    await system.tellAll([again(2, '拟处以罚款，另行责令拆除蘑菇棚。')], c02);
    expect(await search({ text: '蘑菇棚' })).toEqual([c02]);
    await system.tellAll([again(3, '拟处以罚款。')], c02);
    expect(await search({ text: '蘑菇棚' })).toEqual([]);
  });
});

describe('what is typed', () => {
  test.each(['辰', '%', "'", '_', 'a', '&', '! |', '〔〕', '。，'])(
    '%s alone is too short, and the answer says so',
    async (typed) => {
      for (const field of ['party', 'number', 'statute', 'text']) {
        const { status, body } = await system.get('xltyj-h1', `${path}?${field}=${encodeURIComponent(typed)}`, now);
        expect({ status, code: body.code, issues: body.details?.issues }).toMatchObject({
          status: 400,
          code: 'input.invalid',
          issues: [{ path: field, message: '至少需要相连的两个字；请多写一个字' }],
        });
      }
    },
  );

  test.each(["辰浦'", '辰浦%', '%辰浦%', '辰浦 & !', "辰浦':*", "'辰浦' | '动火'", '辰浦\\', '辰浦 -- ;', '(辰浦'])(
    '%s holds no sign that the database obeys',
    async (typed) => {
      const found = await search({ text: typed });
      expect(found).toEqual(typed.includes('动火') ? [] : [c01]);
    },
  );

  test('is refused where it is too long or holds what cannot be seen', async () => {
    for (const typed of ['字'.repeat(101), '辰浦\u0000', '辰浦\u202e'])
      expect((await system.get('xltyj-h1', `${path}?text=${encodeURIComponent(typed)}`)).status).toBe(400);
  });
});

describe('other agencies', () => {
  test('never find our cases, nor we theirs', async () => {
    expect(await search({ text: '公司' }, 'czsw-h1')).not.toEqual(expect.arrayContaining([c01]));
    expect(await search({ party: '阙怀川' })).toEqual([]);
    expect(await search({ party: '阙怀川' }, 'czsw-h1')).toHaveLength(1);
    expect(await search({ party: '辰浦' }, 'czsw-h1')).toEqual([]);
  });

  test('are found by the bureau that oversees them, by no other', async () => {
    expect(await search({ party: '辰浦' }, 'xltsf-o1')).toEqual([c01]);
    expect(await search({ party: '辰浦' }, 'czsf-o1')).toEqual([]);
    expect(await search({ party: '辰浦' }, 'xltsf-l1')).toEqual([]);
  });
});

test('late cases alone, or all the others', async () => {
  const ask = async (overdue: string, at: string) =>
    (await system.get('xltyj-h1', `${path}?overdue=${overdue}`, at)).body.items.map(({ id }: { id: string }) => id);
  expect(await ask('true', now)).toEqual([c01]);
  expect(await ask('false', now)).toEqual([c02]);
  expect(await ask('true', '2027-01-01T09:00:00+08:00')).toEqual([c01, c02]);
});

test('two characters are looked up in the index by the role that row-level security binds', async () => {
  await withClient(system.db.appUrl, async (client) => {
    await client.query(`SET role = sanxiang_app; SET enable_seqscan = off; SET app.agency = 'xltyj'`);
    const { rows } = await client.query('SELECT cases_with($1::tsquery) AS id', [`'辰浦'`]);
    expect(rows).toEqual([{ id: c01 }]);
    await client.query('SELECT pg_stat_force_next_flush()');
  });
  const [index] = await system.db.asOwner<{ scans: string }>(
    `SELECT pg_stat_get_numscans('case_search_grams_idx'::regclass) AS scans`,
  );
  expect(Number(index?.scans)).toBeGreaterThan(0);
});

const registration = requestFor(storyOf('C01').requests, 'register');

test('a number is not taken for another one that ends like it', async () => {
  const other = { ...registration, body: { ...registration.body, documentNo: '兴应急立〔2026〕12号' } };
  await system.tellAll([other]);
  expect(await search({ number: '〔2026〕2号' })).toEqual([c01]);
});

describe('pages', () => {
  const days = ['02', '03', '04', '05', '06', '09', '10', '11', '12', '13'];

  test('lose and repeat nothing that stays as it is while other cases change', async () => {
    const ids: string[] = [];
    for (const day of days) {
      const title = `翻页第${day}号案`;
      const told = { ...registration, body: { ...registration.body, title }, at: `2026-03-${day}T09:00:00+08:00` };
      ids.push(await system.tellAll([told]));
    }
    const page = async (cursor: string | null) => {
      const after = cursor ? `&cursor=${cursor}` : '';
      const { body } = await system.get(
        'xltyj-h1',
        `${path}?text=${encodeURIComponent('翻页第')}&limit=3${after}`,
        now,
      );
      return casePageAnswer.parse(body);
    };
    const suspend = { ...registration, action: 'suspend', person: 'xltyj-s1', at: now };
    const body = { ground: 'forceMajeure', reason: '因不可抗力中止' };
    const seen: string[] = [];
    let cursor: string | null = null;
    for (let n = 0; n < 10; n += 1) {
      const { items, nextCursor } = await page(cursor);
      seen.push(...items.map(({ id }) => id));
      // One already seen and one still to come lose their due day and go to the end.
      if (n === 0) for (const index of [1, 6]) await system.tellAll([{ ...suspend, body }], ids[index]);
      cursor = nextCursor;
      if (!cursor) break;
    }
    const still = ids.filter((_, index) => ![1, 6].includes(index));
    expect(seen.filter((id) => still.includes(id))).toEqual(still);
    expect(seen.slice(-2).toSorted()).toEqual([ids[1], ids[6]].toSorted());
  });
});
