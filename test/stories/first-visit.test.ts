import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkSystem } from '../../check/check-system.ts';
import { stages } from '../../domain/process.ts';
import { createFirstVisit, type FirstVisit } from '../support/first-visit.ts';

const days = ['2026-11-23T08:30:00+08:00', '2027-03-06T11:00:00+08:00', '2028-10-02T23:00:00+08:00'];

describe.each(days)('a demo that is first started at %s', (moment) => {
  const now = Date.parse(moment);
  let demo: FirstVisit;
  beforeAll(async () => {
    demo = await createFirstVisit(now);
  });
  afterAll(() => demo?.close());

  async function count(sql: string): Promise<number> {
    const [row] = await demo.db.asOwner<{ count: number }>(`SELECT count(*)::int AS count ${sql}`);
    return row!.count;
  }

  test('was told every story lawfully, in the past', async () => {
    expect(demo.refused).toEqual([]);
    expect(await count(`FROM event WHERE (data->>'at')::bigint > ${now}`)).toBe(0);
  });

  test('holds a case at every stage, some late, some stuck', async () => {
    const rows = await demo.db.asOwner<{ stage: string }>('SELECT DISTINCT stage FROM case_file');
    expect(rows.map(({ stage }) => stage).toSorted()).toEqual(Object.keys(stages).toSorted());
    expect(await count(`FROM case_file WHERE open AND first_due_at < to_timestamp(${now / 1_000})`)).toBeGreaterThan(2);
    const day = moment.slice(0, 10);
    expect(await count(`FROM case_file f, person p, jsonb_array_elements(p.leave) away WHERE f.open AND p.id = ANY(f.holder)
      AND away->>'from' <= '${day}' AND '${day}' <= away->>'to'`)).toBe(1); // prettier-ignore
  });

  test('is whole: the checker finds nothing', async () => {
    const report = await checkSystem(demo.db.ownerUrl, { workflows: null, say: () => {} });
    expect(report.results.filter(({ broken }) => broken > 0)).toEqual([]);
  });

  test('is told no story twice when a start was broken off and comes again', async () => {
    const before = await count('FROM event');
    expect(await demo.again()).toEqual([]);
    expect(await count('FROM event')).toBe(before);
  });
});
