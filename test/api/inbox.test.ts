import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { casePageAnswer } from '../../api/schemas/case-list.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { storyOf, upTo } from '../support/stories.ts';

const path = '/api/v1/inbox';
let system: RecordedSystem;
const { requests } = storyOf('C01');

beforeAll(async () => {
  system = await createRecordedSystem();
});
afterAll(() => system.close());

async function box(person: string, scope: string, at: string, more = '') {
  const { status, body } = await system.get(person, `${path}?scope=${scope}${more}`, at);
  expect(status).toBe(200);
  return casePageAnswer.parse(body).items;
}

describe('a case on its way', () => {
  let id: string;
  let told = 0;

  async function tellUpTo(action: string): Promise<void> {
    const next = upTo(requests, action);
    id = await system.tellAll(next.slice(told), id);
    told = next.length;
  }

  test('waits for the first reviewer, who is told what is asked and how long there is left', async () => {
    await tellUpTo('submit');
    const [row, ...others] = await box('xltyj-f1', 'mine', '2026-02-09T09:00:00+08:00');
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      id,
      stage: 'firstReview',
      stageName: '科室初审',
      stageNameEn: 'First review',
      partyName: '盘锦辰浦石化设备安装有限公司',
      asked: [
        { action: 'passFirstReview', label: '初审通过', labelEn: 'Pass first review' },
        { action: 'returnByFirstReviewer', label: '初审退回' },
      ],
      due: {
        name: 'stage',
        day: '2026-02-10',
        inWords: '2月10日（周二）',
        remaining: '还剩 1 个工作日',
        remainingEn: '1 working day left',
      },
      overdue: false,
    });
    expect(row?.holders).toMatchObject([
      { id: 'xltyj-f1', name: '卓子衿', sectionName: '执法科', roles: [{ label: '科室初审员' }, {}] },
    ]);
  });

  test('was passed on by its handlers, who see who holds it and are asked nothing', async () => {
    expect(await box('xltyj-h1', 'mine', '2026-02-09T09:00:00+08:00')).toEqual([]);
    const [row] = await box('xltyj-h1', 'passedOn', '2026-02-09T09:00:00+08:00');
    expect(row).toMatchObject({ id, asked: [], holders: [{ name: '卓子衿' }] });
  });

  test('is seen in its section by those who do not hold it, and in no other section', async () => {
    const at = '2026-02-09T09:00:00+08:00';
    expect(await box('xltyj-s1', 'section', at)).toMatchObject([{ id }]);
    expect(await box('xltyj-h7', 'section', at)).toMatchObject([{ id }]);
    expect(await box('xltyj-f1', 'section', at)).toEqual([]);
    for (const person of ['xltyj-s2', 'xltyj-r1', 'xltyj-p1', 'xltyj-l3'])
      expect(await box(person, 'section', at)).toEqual([]);
  });

  test('is seen by the leader in charge and the head of the agency', async () => {
    for (const person of ['xltyj-l2', 'xltyj-l1'])
      expect(await box(person, 'section', '2026-02-09T09:00:00+08:00')).toMatchObject([{ id }]);
  });

  test('is late after its due day, in words, and comes before what is not', async () => {
    const { requests: other } = storyOf('C02');
    const second = await system.tellAll(upTo(other, 'saveDraft').slice(0, 1));
    const at = '2026-02-12T09:00:00+08:00';
    const rows = await box('xltyj-l1', 'section', at);
    expect(rows.map((row) => row.id)).toEqual([id, second]);
    expect(rows[0]).toMatchObject({ overdue: true, due: { remaining: '逾期 2 天', remainingEn: '2 days late' } });
    expect(rows[1]).toMatchObject({ overdue: false, due: { name: 'overall' } });
  });

  test('asks the legal head to accept it, and colleagues of the legal section see it there', async () => {
    await tellUpTo('signOffSection');
    const at = '2026-02-11T09:00:00+08:00';
    expect(await box('xltyj-q1', 'mine', at)).toMatchObject([
      { id, asked: [{ action: 'acceptForReview' }, { action: 'requestSupplement' }] },
    ]);
    expect(await box('xltyj-r1', 'section', at)).toMatchObject([{ id, asked: [] }]);
    expect(await box('xltyj-q1', 'claimable', at)).toEqual([]);
  });

  test('can be approved by another leader than the one in charge', async () => {
    await tellUpTo('approveOpinion');
    const at = '2026-02-25T09:00:00+08:00';
    expect(await box('xltyj-l4', 'claimable', at)).toMatchObject([
      { id, asked: [{ action: 'approveAsLeader' }, { action: 'returnByLeader' }] },
    ]);
    expect(await box('xltyj-l2', 'claimable', at)).toEqual([]);
    expect(await box('xltyj-l2', 'mine', at)).toMatchObject([{ id }]);
  });

  test('waits for any publisher once it is served, and for a second one to approve', async () => {
    const first = { action: 'preparePublication', label: '拟制公示' };
    await tellUpTo('serve');
    const at = '2026-03-06T16:00:00+08:00';
    for (const person of ['xltyj-p1', 'xltyj-p2'])
      expect(await box(person, 'claimable', at)).toMatchObject([{ id, asked: [first] }]);
    expect(await box('xltyj-h7', 'claimable', at)).toEqual([]);
    await tellUpTo('preparePublication');
    const { person: preparedBy } = upTo(requests, 'preparePublication').at(-1)!;
    const second = preparedBy === 'xltyj-p1' ? 'xltyj-p2' : 'xltyj-p1';
    const later = '2026-03-20T16:00:00+08:00';
    expect(await box(preparedBy, 'claimable', later)).toEqual([]);
    expect(await box(preparedBy, 'passedOn', later)).toMatchObject([{ id }]);
    for (const person of [second, 'xltyj-s1', 'xltyj-q1'])
      expect(await box(person, 'claimable', later)).toMatchObject([{ id, asked: [{ action: 'approvePublication' }] }]);
    expect(await box('xltyj-s2', 'claimable', later)).toMatchObject([]);
  });

  test('waits for the archivist when it closes, and is in no box after that', async () => {
    await tellUpTo('close');
    const closing = `${requests.find(({ action }) => action === 'close')!.at}`;
    expect(await box('xltyj-d1', 'claimable', closing)).toMatchObject([{ id, asked: [{ action: 'archive' }] }]);
    await tellUpTo('archive');
    for (const scope of ['mine', 'section', 'claimable', 'passedOn'])
      for (const person of ['xltyj-h1', 'xltyj-d1', 'xltyj-l2'])
        expect((await box(person, scope, '2026-07-01T09:00:00+08:00')).filter((row) => row.id === id)).toEqual([]);
  });
});

test('a box can be narrowed by stage and category', async () => {
  const at = '2026-02-12T09:00:00+08:00';
  expect(await box('xltyj-l1', 'section', at, '&stage=investigating&category=penalty')).toHaveLength(1);
  expect(await box('xltyj-l1', 'section', at, '&stage=closing')).toEqual([]);
  expect(await box('xltyj-l1', 'section', at, '&category=levy')).toEqual([]);
});

test('unknown boxes, fields and marks are refused in both languages', async () => {
  for (const query of ['scope=all', 'offset=3', 'cursor=WyJ4Il0', 'limit=0']) {
    const { status, body } = await system.get('xltyj-h1', `${path}?${query}`);
    expect({ query, status, code: body.code }).toEqual({ query, status: 400, code: 'input.invalid' });
  }
});

test('administrators have empty boxes', async () => {
  for (const scope of ['mine', 'section', 'claimable', 'passedOn'])
    expect(await box('xltyj-y1', scope, '2026-02-12T09:00:00+08:00')).toEqual([]);
});

test('the numbers above the workbench are those of its boxes, and narrow them', async () => {
  const at = '2026-02-09T09:00:00+08:00';
  const told = await system.tellAll(upTo(storyOf('C02').requests, 'submit'));
  const summary = async (moment: string) => (await system.get('xltyj-f2', `${path}/summary`, moment)).body;
  expect(await summary(at)).toMatchObject({ late: 0, today: 0, soon: 1, passedOn: 0 });
  expect(await summary('2026-02-11T09:00:00+08:00')).toMatchObject({ late: 0, today: 1, soon: 0 });
  expect(await summary('2026-02-13T09:00:00+08:00')).toMatchObject({ late: 1, today: 0, soon: 0 });
  expect((await summary(at)).sections).toContainEqual({ id: 'xltyj-B', name: '执法中队' });
  expect((await summary(at)).holders).toContainEqual({ id: 'xltyj-f2', name: '柏念慈' });
  expect((await summary(at)).holders).not.toContainEqual({ id: 'asys-h1', name: '翟观澜' });
  expect(await box('xltyj-f2', 'mine', at, '&due=soon')).toMatchObject([{ id: told }]);
  expect(await box('xltyj-f2', 'mine', at, '&due=late')).toEqual([]);
  expect(await box('xltyj-f2', 'mine', at, '&section=xltyj-B&holder=xltyj-f2')).toMatchObject([{ id: told }]);
  expect(await box('xltyj-f2', 'mine', at, '&section=xltyj-A')).toEqual([]);
  expect(await box('xltyj-l1', 'section', at, '&holder=xltyj-f2')).toMatchObject([{ id: told }]);
});
