import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { moved, storyOf, upTo } from '../support/stories.ts';

const reader = 'xltyj-h1';
const weeks = 47;

describe('the calendar, and the ledger of deadlines', () => {
  let system: RecordedSystem;
  let late: string;
  let extended: string;

  beforeAll(async () => {
    system = await createRecordedSystem();
    const { requests } = storyOf('C01');
    late = await system.tellAll(upTo(storyOf('C01', weeks).requests, 'register'));
    extended = await system.tellAll(upTo(requests, 'acceptForReview'));
  });
  afterAll(() => system.close());

  const calendar = async (at?: string) => (await system.get(reader, '/api/v1/calendar', at)).body;
  const page = async (id: string, at?: string) => (await system.get(reader, `/api/v1/cases/${id}`, at)).body;

  test('is read with each year, its notice and the name of each day', async () => {
    const { version, years } = await calendar();
    expect(version).toBe(1);
    expect(years.map((year: Record<string, unknown>) => [year['year'], year['documentNo'], year['issuedOn']])).toEqual([
      [2024, '国办发明电〔2023〕7号', '2023-10-25'],
      [2025, '国办发明电〔2024〕12号', '2024-11-12'],
      [2026, '国办发明电〔2025〕7号', '2025-11-04'],
    ]);
    expect(years[2].days).toContainEqual({ date: '2026-02-14', kind: 'working', name: '春节调休' });
    expect(years[2].days).toContainEqual({ date: '2026-02-17', kind: 'off', name: '春节' });
  });

  test('says which year is missing from November on, or as soon as a deadline waits for it', async () => {
    const now = await calendar('2026-11-02T09:00:00+08:00');
    expect(now).toMatchObject({ missing: [2027], provisionalDeadlines: 1 });
    expect(now.notice.zh).toContain('2027年放假安排尚未导入，有1个期限暂定');
    expect(await calendar('2025-06-02T09:00:00+08:00')).toMatchObject({ missing: [], notice: null });
  });

  test('is read by nobody who is not signed in', async () => {
    const answer = await system.api.browser().get('/api/v1/calendar');
    expect(answer.status).toBe(401);
  });

  test('marks a deadline that reaches into a missing year as provisional, in its ledger and in lists', async () => {
    const at = moved('2026-01-19T12:00:00+08:00', weeks);
    const { deadlines } = await page(late, at);
    expect(deadlines).toMatchObject([
      { name: 'overall', label: '法定办理期限', status: 'running', budget: 90, unit: 'd', day: '2027-03-15', provisional: true },
    ]);
    expect(deadlines[0].explanation.zh).toContain('放假安排尚未公布');
    const { items } = (await system.get(reader, '/api/v1/cases?limit=50', at)).body;
    const provisional = Object.fromEntries(items.map((item: any) => [item.id, item.due.provisional]));
    expect(provisional).toEqual({ [late]: true, [extended]: false });
  }); // prettier-ignore

  test('keeps every deadline that a case had, with pauses, extensions and the reason for its day', async () => {
    const at = (day: string) => `${day}T10:00:00+08:00`;
    const act = async (person: string, action: string, body: object, day: string) => {
      const answer = await system.post(person, `/api/v1/cases/${extended}/actions/${action}`, body, at(day));
      expect({ action, status: answer.status, body: answer.body }).toMatchObject({ status: 200 });
    };
    const before = await page(extended);
    const began = before.deadlines.at(-1);
    expect(began).toMatchObject({ name: 'stage', limit: 'legalReview', status: 'running', budget: 5, unit: 'wd' });
    const day = began.startedAt.slice(0, 10);
    expect(day).toBe('2026-02-11');
    await act('xltyj-q1', 'extendReview', { reason: '案情复杂' }, '2026-02-24');
    await act('xltyj-r1', 'requestSupplement', { missing: ['裁量说明'] }, '2026-02-24');
    await act('xltyj-h1', 'supplement', { contentVersion: 1, missingAnswered: ['裁量说明'] }, '2026-02-26');
    const { deadlines } = await page(extended, at('2026-02-26'));
    const review = deadlines.find(({ limit }: { limit: string }) => limit === 'legalReview');
    expect(review).toMatchObject({
      pauses: [{ from: at('2026-02-24'), to: at('2026-02-26') }],
      extensions: [{ budget: 3 }],
      calendarVersion: 1,
      dueAt: '2026-03-03T23:59:59+08:00',
    });
    expect(review.explanation.zh).toMatch(/^期限5个工作日.*延长3个工作日.*暂停，顺延2个工作日.*2026年3月3日（周二）24时届满。$/);
    expect(review.explanation.en).toMatch(/extended by 3 working days.*moved by 2 working days.*due at the end of 2026-03-03/);
    const ended = deadlines.filter(({ status }: { status: string }) => status === 'ended');
    expect(ended.map(({ limit }: { limit: string }) => limit)).toEqual([
      'statement', 'firstReview', 'sectionSignOff', 'intake', 'supplementing',
    ]);
  }); // prettier-ignore
});
