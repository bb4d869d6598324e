import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { connect } from 'node:net';
import { createTestApi, password, type TestApi } from '../support/api.ts';
import { cookieOf, openEventStream, served, type EventStream, type StreamedEvent } from '../support/event-stream.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { storyOf, upTo } from '../support/stories.ts';
import { until } from '../support/until.ts';

const path = '/api/v1/notifications/stream';
const person = 'xltyj-f1';
let system: RecordedSystem;
let id: string;
/** Two processes of the API on one database, as far as it can tell. */
let first: Awaited<ReturnType<typeof served>>;
let second: Awaited<ReturnType<typeof served>>;
let otherApi: TestApi;
let cookie: string;
const open: EventStream[] = [];

beforeAll(async () => {
  system = await createRecordedSystem();
  id = await system.tellAll(upTo(storyOf('C01').requests, 'submit'));
  otherApi = createTestApi(system.db, {
    SANXIANG_PROFILE: 'rehearsal',
    SANXIANG_SESSION_SECRET: 'x'.repeat(32),
  });
  first = await served(system.api.app);
  second = await served(otherApi.app);
  // What fell due until now is recorded with it.
  await urge();
  cookie = await cookieOf(first.url, person, password);
});
afterEach(() => {
  for (const stream of open.splice(0)) stream.close();
});
afterAll(async () => {
  await first.close();
  await second.close();
  await otherApi.close();
  await system.close();
});

async function stream(headers: Record<string, string> = {}, query = '', url = first.url): Promise<EventStream> {
  const opened = await openEventStream(`${url}${path}${query}`, { Cookie: cookie, ...headers });
  open.push(opened);
  return opened;
}

async function urge(): Promise<void> {
  const { status } = await system.post('xltyj-s1', `/api/v1/cases/${id}/actions/urge`, {});
  expect(status).toBe(200);
}

const told = (events: StreamedEvent[]) => events.flatMap(({ event, data }) => (event === 'notices' ? data.items : []));
const idsIn = (events: StreamedEvent[]): number[] => told(events).map((item: { id: string }) => Number(item.id));

async function listed(): Promise<{ mark: string; unread: number; total: number }> {
  return (await system.get(person, '/api/v1/notifications')).body;
}

test('begins with what is unread, and tells what comes while it is open', async () => {
  const { unread } = await listed();
  const live = await stream();
  expect(live.status).toBe(200);
  expect(live.response.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
  });
  const [beginning] = await live.until((events) => events.length === 1);
  expect(beginning).toMatchObject({ event: 'unread', data: { unread } });
  await urge();
  const events = await live.until((all) => told(all).length === 1);
  expect(events[1]).toMatchObject({
    event: 'notices',
    data: { unread: unread + 1, items: [{ kind: 'urged', caseId: id }] },
  });
  expect(events[1]!.id).toBe(events[1]!.data.mark);
});

test('goes on after a list without a gap, and after a break without loss or repeat, whichever process answers', async () => {
  const { mark, total } = await listed();
  await urge();
  const one = await stream({}, `?after=${mark}`);
  await one.until((events) => told(events).length === 1);
  await urge();
  const seen = await one.until((events) => told(events).length === 2);
  one.close();
  for (let n = 0; n < 5; n += 1) await urge();
  const again = await openEventStream(`${second.url}${path}?after=${mark}`, {
    Cookie: await cookieOf(second.url, person, password),
    'Last-Event-ID': seen.at(-1)!.id,
  });
  open.push(again);
  await again.until((events) => told(events).length >= 5);
  await urge();
  const rest = await again.until((events) => told(events).length >= 6);
  expect([...idsIn(seen), ...idsIn(rest)]).toEqual(Array.from({ length: 8 }, (_, n) => total + n + 1));
});

test('what was cut off anywhere comes again from the last whole event, and only that', async () => {
  const { mark, total } = await listed();
  for (let n = 0; n < 3; n += 1) await urge();
  const whole = await stream({ 'Last-Event-ID': mark });
  await whole.until((events) => told(events).length >= 3);
  const some = await stream({ 'Last-Event-ID': whole.events[0]!.id });
  await some.until((events) => events.length > 0);
  await urge();
  await some.until((events) => told(events).length > 0);
  expect([...idsIn([whole.events[0]!]), ...idsIn(some.events)]).toEqual([total + 1, total + 2, total + 3, total + 4]);
});

test('a notice read in another window is counted here', async () => {
  await urge();
  const live = await stream();
  await live.until((events) => events.length === 1);
  const { browser, csrf } = await system.api.signedIn(person);
  await browser.post('/api/v1/notifications/read-all').set('X-CSRF-Token', csrf).send({}).expect(200);
  await live.until((events) => events.at(-1)?.data.unread === 0);
});

test('a reminder comes when its moment comes, though newer notices came before it', async () => {
  const live = await stream();
  await live.until((events) => events.length === 1);
  const begun = Date.now();
  await urge();
  const heard = (await live.until((events) => told(events).length === 1)).length;
  // Long enough for what is to come before it, however slow the machine is.
  const soon = new Date(Date.now() + 2_000 + 10 * (Date.now() - begun));
  await system.db.asOwner(`SELECT set_config('app.agency', 'xltyj', false), write_notifications(jsonb_build_array(jsonb_build_object(
    'case_id', '${id}', 'seq', 1, 'person_id', '${person}', 'kind', 'reminder', 'stage', 'firstReview',
    'at', now(), 'not_before', '${soon.toISOString()}')))`); // prettier-ignore
  await urge();
  const before = await live.until((events) => told(events).length === 2);
  expect(told(before.slice(heard))).toMatchObject([{ kind: 'urged' }]);
  const resumed = await stream({ 'Last-Event-ID': before.at(-1)!.id });
  for (const one of [live, resumed]) {
    await one.until((events) => told(events).some((item: { kind: string }) => item.kind === 'reminder'));
  }
  expect(Date.now()).toBeGreaterThanOrEqual(soon.getTime());
  expect(told(resumed.events)).toHaveLength(1);
  const third = await stream({ 'Last-Event-ID': live.events.at(-1)!.id });
  await third.until((events) => events.length > 0);
  expect(told(third.events)).toEqual([]);
});

test('a connection to the database that is lost is opened again, and nothing is missed', async () => {
  const live = await stream();
  await live.until((events) => events.length === 1);
  const cut = await system.db.asOwner<{ cut: boolean }>(
    `SELECT pg_terminate_backend(pid) AS cut FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
  );
  expect(cut.length).toBeGreaterThan(0);
  await urge();
  await live.until((events) => told(events).length === 1);
});

test('a notice that could not be read is read a little later, without waiting for the next sign of life', async () => {
  const live = await stream();
  await live.until((events) => events.length === 1);
  await system.db.asOwner('REVOKE SELECT ON notification FROM sanxiang_app');
  try {
    await urge();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(told(live.events)).toEqual([]);
  } finally {
    await system.db.asOwner('GRANT SELECT ON notification TO sanxiang_app');
  }
  expect(told(await live.until((events) => told(events).length > 0))).toMatchObject([{ kind: 'urged' }]);
});

describe('a stream ends', () => {
  test('when its person signs out, in whichever process', async () => {
    const sids = async () =>
      (await system.db.asOwner<{ sid: string }>('SELECT sid FROM session')).map(({ sid }) => sid);
    const before = await sids();
    const own = await cookieOf(second.url, person, password);
    const sid = (await sids()).find((one) => !before.includes(one));
    const live = await openEventStream(`${second.url}${path}`, { Cookie: own });
    const { csrfToken } = (await (await fetch(`${second.url}/api/v1/session`, { headers: { Cookie: own } })).json()) as { csrfToken: string }; // prettier-ignore
    await live.until((events) => events.length === 1);
    expect(csrfToken && sid).toBeTruthy();
    await system.db.asOwner('DELETE FROM session WHERE sid = $1', [sid]);
    await live.ended;
  });

  test('when its account is disabled, with the next beat or notice', async () => {
    const live = await stream();
    await live.until((events) => events.length === 1);
    await system.db.asOwner(`UPDATE account SET disabled = true WHERE username = '${person}'`);
    await urge();
    await live.ended;
    expect(told(live.events)).toEqual([]);
    await system.db.asOwner(`UPDATE account SET disabled = false WHERE username = '${person}'`);
  });

  test('the oldest, when one person opens more than eight', async () => {
    const oldest = await stream();
    for (let n = 0; n < 8; n += 1) await stream();
    await oldest.ended;
  });
});

test.each(['x', '1', '1.2.3', '-1.5', '99999999999999999999.1'])('refuses to go on after %s', async (mark) => {
  expect((await stream({ 'Last-Event-ID': mark })).status).toBe(400);
});

test('a mark from another world, beyond all that was told, begins where things stand', async () => {
  const live = await stream({ 'Last-Event-ID': '999999999.99999999999999' });
  await live.until((events) => events.length === 1);
  await urge();
  await live.until((events) => told(events).length === 1);
});

test('HEAD answers at once', async () => {
  const answer = await fetch(`${first.url}${path}`, { method: 'HEAD', headers: { Cookie: cookie } });
  expect([answer.status, await answer.text()]).toEqual([200, '']);
});

test('whoever takes nothing more is not written for: what waits stays in the database', async () => {
  const { total } = await listed();
  await system.db
    .asOwner(`INSERT INTO event SELECT case_id, 1000 + n, agency_id, 'urge', actor, at, 'filler-' || n, 0, '{}', '{}'
    FROM event, generate_series(1, 20000) n WHERE case_id = '${id}' AND seq = 1`);
  const { url, server, close } = await served(system.api.app);
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.pause();
  socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\n\r\n`);
  const ours = await new Promise<import('node:net').Socket>((resolve) => server.once('connection', resolve));
  // It has what it begins with, and listens.
  await until(async () => ours.bytesWritten > 0 || undefined);
  await system.db.asOwner(`SELECT set_config('app.agency', 'xltyj', false), write_notifications((SELECT jsonb_agg(jsonb_build_object('case_id', '${id}',
    'seq', 1000 + n, 'person_id', '${person}', 'kind', 'urged', 'stage', 'firstReview', 'at', now(), 'not_before', now())) FROM generate_series(1, 20000) n))`); // prettier-ignore
  await until(async () => ours.writableLength > 0 || undefined);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(ours.writableLength).toBeLessThan(1_000_000);
  const mark = `${total}.${Date.now()}`;
  const quick = await stream({ 'Last-Event-ID': mark });
  await quick.until((events) => told(events).length >= 20_000);
  expect(new Set(idsIn(quick.events)).size).toBe(20_000);
  socket.destroy();
  await close();
});
