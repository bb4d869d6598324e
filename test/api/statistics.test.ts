import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { countedPageAnswer, statisticsAnswer } from '../../api/schemas/statistics.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { tellDemo } from '../rebuild/demo-stories.ts';

const base = '/api/v1/oversight';
const now = '2027-06-01T12:00:00+08:00';
const span = { from: '2025-01', to: '2027-06' };
let system: RecordedSystem;

beforeAll(async () => {
  system = await createRecordedSystem();
  await tellDemo(system);
});
afterAll(() => system.close());

async function statistics(person: string, query: Record<string, string> = span) {
  const { status, body } = await system.get(person, `${base}/statistics?${new URLSearchParams(query).toString()}`, now);
  expect({ status, body }).toMatchObject({ status: 200 });
  return statisticsAnswer.parse(body);
}
async function counted(person: string, query: Record<string, string>) {
  const { status, body } = await system.get(
    person,
    `${base}/counted?${new URLSearchParams({ ...span, ...query }).toString()}`,
    now,
  );
  expect({ status, body }).toMatchObject({ status: 200 });
  return countedPageAnswer.parse(body);
}
const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
const overseers = ['xltsf-o1', 'xtsf-o1', 'assf-o1'];

test.each([['xltsf-o1', 3], ['xtsf-o1', 2], ['assf-o1', 1]])('%s sees %d cases filed, and each figure leads to as many rows as it says', async (person, cases) => {
  const { from, to, filed } = await statistics(person);
  expect({ from, to, cases: sum(filed.map((row) => row.cases)) }).toEqual({ from: '2025-01', to: '2027-06', cases });
  for (const row of filed) {
    const { month, agency, section, category, outcome } = row;
    const rows = await counted(person, { of: 'filed', from: month, to: month, agency, section, category, outcome });
    expect({ ...row, cases: rows.total }).toEqual(row);
  }
}); // prettier-ignore

test('what became of a case is its end, a decision, or that it is in hand', async () => {
  const outcomes = async (person: string) => (await statistics(person)).filed.map(({ outcome }) => outcome).sort();
  expect(await outcomes('xltsf-o1')).toEqual(['decided', 'decided', 'transferred']);
  expect(await outcomes('xtsf-o1')).toEqual(['decided', 'decided']);
});

test('opinions are counted by verdict when they were signed, and lead to their cases', async () => {
  const { opinions } = await statistics('assf-o1');
  const verdicts = Object.fromEntries(['agree', 'disagree'].map((verdict) => [verdict, sum(opinions.filter((one) => one.verdict === verdict).map((one) => one.opinions))])); // prettier-ignore
  expect(verdicts).toEqual({ agree: 1, disagree: 2 });
  const [first] = opinions;
  const { verdict, month } = first!;
  expect((await counted('assf-o1', { of: 'opinions', verdict, from: month, to: month })).total).toBe(1);
  expect((await counted('assf-o1', { of: 'opinions', verdict: 'transfer' })).total).toBe(0);
});

test('the items not conformed with are counted in signed opinions, the most frequent first', async () => {
  const { items } = await statistics('assf-o1');
  expect(items.map(({ item, opinions }) => [item, opinions])).toEqual([
    ['discretionProper', 2], ['lawCorrect', 2], ['procedureLawful', 2], ['evidenceSufficient', 1], ['factsClear', 1],
  ]); // prettier-ignore
  expect((await counted('assf-o1', { of: 'items', item: 'factsClear' })).total).toBe(1);
  expect((await counted('assf-o1', { of: 'items', item: 'subjectCompetent' })).total).toBe(0);
  expect((await statistics('xltsf-o1')).items.map(({ item }) => item).sort()).toEqual(['crimeTransfer', 'lawCorrect']);
});

test('deadlines that ended are counted in time or late, as the record has them', async () => {
  for (const person of overseers) {
    const { limits } = await statistics(person);
    const ended = await system.db.asOwner<{ clock: string; limit: string; ended: number; late: number }>(
      `SELECT d.name AS clock, d.limit_key AS "limit", count(*)::int AS ended, count(*) FILTER (WHERE EXISTS (
         SELECT FROM event o WHERE o.case_id = d.case_id AND o.type = 'markOverdue' AND o.data#>>'{rung,clock}' = d.id))::int AS late
       FROM due_moment d JOIN agency a ON a.id = d.agency_id AND a.overseen_by = $1
       WHERE d.ended_seq IS NOT NULL AND d.name NOT IN ('statement', 'hearing', 'delegation') GROUP BY 1, 2`,
      [person.replace('-o1', '')],
    );
    const plain = limits.map(({ clock, limit, ended: count, late }) => ({ clock, limit, ended: count, late }));
    expect(new Set(plain.map((one) => JSON.stringify(one)))).toEqual(new Set(ended.map((one) => JSON.stringify(one))));
    for (const { clock, limit, late } of plain.filter((one) => one.late > 0)) {
      const { total } = await counted(person, { of: 'limits', clock, limitKey: limit, late: 'true' });
      expect(total).toBeGreaterThan(0);
      expect(total).toBeLessThanOrEqual(late);
    }
  }
});

test('months outside of which it happened count nothing', async () => {
  expect(await statistics('assf-o1', { from: '2024-01', to: '2024-12' })).toMatchObject({ filed: [], opinions: [], items: [], limits: [] }); // prettier-ignore
});

test('whoever oversees nothing is refused, and a month that is none is bad input', async () => {
  expect((await system.get('xltyj-h1', `${base}/statistics`, now)).status).toBe(403);
  expect((await system.get('xltsf-o1', `${base}/statistics?from=2026-13`, now)).status).toBe(400);
  expect((await system.get('xltsf-o1', `${base}/counted?of=everything`, now)).status).toBe(400);
});
