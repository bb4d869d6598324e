import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { durationsAnswer, placesAnswer, standingPageAnswer, timeInStageAnswer, urgedPageAnswer } from '../../api/schemas/oversight.ts'; // prettier-ignore
import { countedPageAnswer } from '../../api/schemas/statistics.ts';
import { orderPage } from '../../api/schemas/supervision-orders.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { storyOf, upTo } from '../support/stories.ts';

const overseer = 'eedssf-o1';
const noon = (day: string) => `${day}T12:00:00+08:00`;
let system: RecordedSystem;
let c10: string;

beforeAll(async () => {
  system = await createRecordedSystem();
  c10 = await system.tellAll(upTo(storyOf('C10').requests, 'acceptForReview'));
});
afterAll(() => system.close());

async function ask(person: string, path: string, day: string) {
  const { status, body } = await system.get(person, `/api/v1/oversight/${path}`, noon(day));
  expect({ path, status, body }).toMatchObject({ status: 200 });
  return body;
}

describe('where open cases stand', () => {
  // Accepted for review on Thursday, 17 September.
  test.each([
    ['', 1],
    ['?section=wsq-B&stage=legalReview', 1],
    ['?category=levy', 1],
    ['?category=permit', 0],
    ['?stage=intake', 0],
    ['?region=150600', 1],
    ['?ageFrom=11', 1],
    ['?ageFrom=12', 0],
    ['?ageTo=10', 0],
  ])('is listed with how long they have been there, narrowed by %s', async (query, total) => {
    const page = standingPageAnswer.parse(await ask(overseer, `standing${query}`, '2026-09-28'));
    expect(page).toMatchObject({ total, items: total ? [{ id: c10, daysInStage: 11 }] : [] });
  });

  test('is counted by section and stage with the median of the days', async () => {
    const { open, items } = timeInStageAnswer.parse(await ask(overseer, 'time-in-stage', '2026-09-28'));
    expect({ open, items }).toMatchObject({
      open: 1,
      items: [{ agency: 'wsq', section: 'wsq-B', stage: 'legalReview', open: 1, medianDays: 11, longestDays: 11 }],
    });
    expect(timeInStageAnswer.parse(await ask(overseer, 'time-in-stage?stage=intake', '2026-09-28')).open).toBe(0);
  });

  test('goes out as a table as well', async () => {
    const { browser } = await system.api.signedIn(overseer);
    const { text } = await browser.get('/api/v1/oversight/standing.csv').set({ 'Sanxiang-Clock': noon('2026-09-28') });
    expect(text).toContain(c10);
  });

  test('how long stages took is told of all agencies together, and of one section', async () => {
    const of = async (query: string) =>
      durationsAnswer.parse(await ask(overseer, `durations?from=2026-09&to=2026-09&${query}`, '2026-10-12')).items;
    expect(await of('by=stage')).toContainEqual({ month: '2026-09', stage: 'intake', stageName: '法制受理', stays: 1, medianWorkdays: 1, p90Workdays: 1 }); // prettier-ignore
    expect(await of('section=wsq-A')).toEqual([]);
    expect(await of('section=wsq-B&category=levy')).not.toEqual([]);
  });
});

test('the time a stage took leads to the cases that left it in that month, narrowed as the figure is', async () => {
  const rows = async (query: string) => {
    const answer = countedPageAnswer.parse(await ask(overseer, `counted?of=stays&${query}`, '2026-10-12'));
    return answer.items.map(({ id }) => id);
  };
  const september = 'from=2026-09&to=2026-09';
  expect(await rows(`${september}&stage=intake`)).toEqual([c10]);
  expect(await rows(`${september}&stage=intake&section=wsq-B&category=levy`)).toEqual([c10]);
  expect(await rows(`${september}&stage=intake&section=wsq-A`)).toEqual([]);
  expect(await rows(`${september}&stage=legalReview`)).toEqual([]);
  expect(await rows('from=2026-10&to=2026-10&stage=intake')).toEqual([]);
});

test('a case whose holder was urged is listed until somebody answers', async () => {
  const urged = async () => urgedPageAnswer.parse(await ask(overseer, 'urged', '2026-09-28'));
  expect((await urged()).total).toBe(0);
  const { status } = await system.post('wsq-q1', `/api/v1/cases/${c10}/actions/urge`, { text: '请尽快办理' }, noon('2026-09-25')); // prettier-ignore
  expect(status).toBe(200);
  expect(await urged()).toMatchObject({
    total: 1,
    items: [{ id: c10, urged: { times: 1, unanswered: 1 }, daysUnmoved: 11 }],
  });
});

test('an order says why its reply is due that day', async () => {
  const body = { agency: 'wsq', subject: '审核逾期', reason: '多件逾期' };
  const opened = await system.post(overseer, '/api/v1/supervision-orders', body, noon('2026-09-28'));
  expect(orderPage.parse(opened.body).explanation?.zh).toMatch(/期限5个工作日，自2026年9月28日（周一）起算，当日不计/);
  const onCase = await system.post(overseer, `/api/v1/cases/${c10}/actions/openSupervision`, { reason: '逾期' }, noon('2026-09-28')); // prettier-ignore
  expect(onCase.status).toBe(200);
  const { body: list } = await system.get(overseer, `/api/v1/supervision-orders?case=${c10}`, noon('2026-09-28'));
  const { body: one } = await system.get(
    overseer,
    `/api/v1/supervision-orders/${list.items[0].id}`,
    noon('2026-09-28'),
  );
  expect(one.explanation.en).toMatch(/5 working days from 2026-09-28/);
});

test('orders go out as a table, narrowed as the list is', async () => {
  const { browser } = await system.api.signedIn(overseer);
  const table = async (query: string) => (await browser.get(`/api/v1/supervision-orders.csv${query}`)).text;
  expect(await table('?status=open')).toContain('审核逾期');
  expect(await table('?status=closed')).not.toContain('审核逾期');
});

test('regions, agencies and sections to narrow lists to are those that one looks over', async () => {
  const of = async (person: string) => placesAnswer.parse(await ask(person, 'places', '2026-09-28'));
  const seen = await of(overseer);
  expect(seen.regions.map(({ id }) => id)).toEqual(expect.arrayContaining(['150600', '150626']));
  expect(seen.agencies).toContainEqual(expect.objectContaining({ id: 'wsq', region: '150626' }));
  expect(seen.sections).toContainEqual(expect.objectContaining({ id: 'wsq-B', agency: 'wsq' }));
  expect((await of('xltyj-l1')).agencies.map(({ id }) => id)).toEqual(['xltyj']);
  for (const path of ['places', 'standing', 'urged', 'time-in-stage', 'urged.csv'])
    expect((await system.get('wsq-h3', `/api/v1/oversight/${path}`)).body.code).toBe('role.missing');
});
