import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PERSON } from '../support/played-stages.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { requestFor, storyOf } from '../support/stories.ts';

const registration = requestFor(storyOf('C01').requests, 'register');
const begun = '2026-03-02T09:00:00+08:00';
const soon = '2026-03-04T09:00:00+08:00';
const late = '2026-07-01T09:00:00+08:00';
const justBefore = '2026-05-29T09:00:00+08:00';

let system: RecordedSystem;
let ids: string[];

beforeAll(async () => {
  system = await createRecordedSystem();
  ids = [];
  for (const nth of ['甲', '乙', '丙', '丁', '戊', '己', '庚']) {
    const body = { ...registration.body, title: `同一时刻${nth}案` };
    ids.push(await system.tellAll([{ ...registration, body, at: begun }]));
  }
  // Two are due on no day: they are last, and equal too.
  for (const id of ids.slice(0, 2)) {
    const body = { ground: 'forceMajeure', reason: '因不可抗力中止' };
    await system.tellAll([{ ...registration, action: 'suspend', person: PERSON.sectionHead, body, at: soon }], id);
  }
  for (const id of ids)
    await system.tellAll([{ ...registration, action: 'urge', person: PERSON.overseer, body: {}, at: soon }], id);
});
afterAll(() => system.close());

/** Who reads the list, its address, when, and how many of the seven cases it has. */
const lists: [path: string, person: string, at: string, there: number][] = [
  ['/api/v1/cases?', PERSON.handler, soon, 7],
  ['/api/v1/inbox?scope=mine&', PERSON.handler, soon, 5],
  ['/api/v1/notifications?', PERSON.handler, soon, 7],
  ['/api/v1/oversight/overdue?', PERSON.overseer, late, 5],
  ['/api/v1/oversight/due-soon?', PERSON.overseer, justBefore, 5],
  ['/api/v1/oversight/standing?', PERSON.overseer, soon, 7],
  ['/api/v1/oversight/urged?', PERSON.overseer, late, 7],
  ['/api/v1/oversight/stuck?', PERSON.overseer, late, 5],
  ['/api/v1/oversight/counted?of=filed&', PERSON.overseer, late, 7],
  ['/api/v1/supervision-orders?', PERSON.overseer, late, 0],
  ['/api/v1/meetings?', PERSON.chair, soon, 0],
  ['/api/v1/public/decisions?', PERSON.overseer, soon, 0],
];
const withCases = lists.filter(([, , , there]) => there > 0);

const mark = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
const moment = '2026-03-02T01:00:00.000Z';
const ofNobody: [what: string, cursor: string][] = [
  ['no mark at all', 'x'],
  ['nothing in it', mark()],
  ['a moment alone', mark(moment)],
  ['one part too many', mark(moment, '17', 'x')],
  ['a moment that is none', mark('yesterday', '17')],
  ['a number where words are', mark(moment, 17)],
  ['an object', Buffer.from('{"0":null}').toString('base64url')],
];
/** Of the right form, but no row was ever there: another page, or none, and no failure. */
const ofOthers: [what: string, cursor: string][] = [
  ['what a list of cases gives', mark(moment, '00000000-0000-4000-8000-000000000000')],
  ['what a list of cases gives for what is due on no day', mark(null, '00000000-0000-4000-8000-000000000000')],
  ['what the notices give', mark(moment, '17')],
  ['the first year there is', mark('0000-01-01T00:00:00.000Z', '17')],
  ['the last year there is', mark('9999-12-31T23:59:59.999Z', '999999999999999999')],
  ['a character that no text of the database has', mark(moment, '\u0000')],
  ['half a character', mark(moment, '\uD800')],
];

describe.each(lists)('%s', (path, person, at) => {
  const ask = async (cursor: string) => {
    const { status, body } = await system.get(person, `${path}cursor=${cursor}`, at);
    return { status, code: body.code, field: body.details?.issues?.[0]?.path };
  };

  test.each(ofNobody)('refuses a cursor with %s', async (_what, cursor) => {
    expect(await ask(cursor)).toEqual({ status: 400, code: 'input.invalid', field: 'cursor' });
  });

  test.each(ofOthers)('gives or refuses a page for %s', async (_what, cursor) => {
    const answer = await ask(cursor);
    expect([200, 400]).toContain(answer.status);
    if (answer.status === 400) expect(answer).toMatchObject({ code: 'input.invalid', field: 'cursor' });
  });
});

test.each(withCases)(
  '%s page by page has each case once, though all have one moment',
  async (path, person, at, there) => {
    const whole = await system.get(person, `${path}limit=100`, at);
    const all: string[] = whole.body.items.map(({ id }: { id: string }) => id);
    const ours = whole.body.items.filter((item: { id: string; caseId?: string }) =>
      ids.includes(item.caseId ?? item.id),
    );
    expect(ours.length).toBeGreaterThanOrEqual(there);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null && seen.length <= all.length;) {
      const { body } = await system.get(person, `${path}limit=1${cursor && `&cursor=${cursor}`}`, at);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(all);
  },
);

test('a mark of notices far beyond all there are marks what there is, and fails at nothing', async () => {
  const upTo = `${'9'.repeat(18)}.${'9'.repeat(15)}`;
  const { status, body } = await system.post(PERSON.handler, '/api/v1/notifications/read-all', { upTo }, soon);
  expect({ status, body }).toEqual({ status: 200, body: { unread: 0 } });
});
