import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { eventsOf } from '../support/records.ts';
import { requestFor, storyOf, upTo } from '../support/stories.ts';

let system: RecordedSystem;
beforeAll(async () => {
  system = await createRecordedSystem();
});
afterAll(() => system?.close());

test('what is done first after a calendar came in is recorded, on the calendar as it is now', async () => {
  const { requests } = storyOf('C01');
  const caseId = await system.tellAll(upTo(requests, 'submit'));
  const calendar = { year: 2027, source: '国办发明电〔2026〕7号', holidays: ['2027-01-01'], makeUpWorkdays: [] };
  expect((await system.post('xltsf-y1', '/api/v1/admin/imports/calendar', calendar)).status).toBe(200);
  const { person, action, body, at } = requestFor(requests, 'passFirstReview');
  const answer = await system.post(person, `/api/v1/cases/${caseId}/actions/${action}`, body, at);
  expect({ status: answer.status, stage: answer.body.stage }).toEqual({ status: 200, stage: 'sectionSignOff' });
  const { armed } = (await eventsOf(system.db, caseId)).at(-1)!;
  expect(armed.map(({ calendarVersion }) => calendarVersion)).toEqual([2]);
});

test('people who act at once on a case of which something fell due are all answered, and it falls due once', async () => {
  const { requests } = storyOf('C02');
  const caseId = await system.tellAll(upTo(requests, 'submit'));
  const late = '2026-12-01T09:00:00+08:00';
  const comment = (text: string) => system.post('xltyj-h3', `/api/v1/cases/${caseId}/actions/comment`, { text }, late);
  const answers = await Promise.all(['甲', '乙', '丙', '丁'].map(comment));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const events = await eventsOf(system.db, caseId);
  expect(events.filter(({ type }) => type === 'comment')).toHaveLength(4);
  const fell = events
    .filter(({ actor }) => actor === 'system')
    .map(({ type, rung }) => `${type} ${rung?.clock} ${rung?.name}`);
  expect(fell.length).toBeGreaterThan(2);
  expect(new Set(fell).size).toBe(fell.length);
});
