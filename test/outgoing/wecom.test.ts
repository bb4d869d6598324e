import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Outcome } from '../../outgoing/channel.ts';
import { wecomChannel } from '../../outgoing/wecom.ts';
import { startWecomServer, type WecomServer } from '../support/wecom-server.ts';

const notice = { id: '1', address: 'robot-key-0001', zh: '您有 2 件案件已超期，请登录三项办理。', en: '', link: 'https://sanxiang.example.gov.cn/' }; // prettier-ignore
let server: WecomServer;

beforeAll(async () => {
  server = await startWecomServer();
});
afterAll(() => server.close());
afterEach(() => {
  server.behaviour = 0;
  server.received.length = 0;
});

const send = (address = notice.address, origin = server.origin): Promise<Outcome> =>
  wecomChannel({ origin, ...(server.behaviour === 'silent' && { timeoutMs: 500 }) }).deliver({ ...notice, address });

test('a robot is told in markdown, with the link', async () => {
  expect(await send()).toEqual({ kind: 'delivered' });
  const [{ key, raw, contentType } = { key: '', raw: '', contentType: '' }] = server.received;
  expect({ key, contentType }).toEqual({ key: 'robot-key-0001', contentType: 'application/json' });
  const content = `${notice.zh}\n[${notice.link}](${notice.link})`;
  expect(JSON.parse(raw)).toEqual({ msgtype: 'markdown', markdown: { content } });
});

const answers: [WecomServer['behaviour'], Outcome][] = [
  [93000, { kind: 'refused', reason: 'wecom.93000' }],
  [93008, { kind: 'refused', reason: 'wecom.93008' }],
  [45009, { kind: 'later', reason: 'wecom.45009', retryAfterMs: 60_000 }],
  [-1, { kind: 'later', reason: 'wecom.-1' }],
  ['http500', { kind: 'later', reason: 'wecom.http500', retryAfterMs: 90_000 }],
  ['http503', { kind: 'later', reason: 'wecom.http503', retryAfterMs: 90_000 }],
  ['http429', { kind: 'later', reason: 'wecom.http429', retryAfterMs: 90_000 }],
  ['http404', { kind: 'refused', reason: 'wecom.http404' }],
  ['silent', { kind: 'later', reason: 'wecom.timeout' }],
  ['hangsUp', { kind: 'later', reason: 'wecom.unreachable' }],
  ['garbled', { kind: 'later', reason: 'wecom.unreadable' }],
];

test.each(answers)('the answer %s', async (behaviour, outcome) => {
  server.behaviour = behaviour;
  expect(await send()).toEqual(outcome);
});

test('nobody there', async () => {
  expect(await send('robot-key-0001', 'http://127.0.0.1:9')).toEqual({ kind: 'later', reason: 'wecom.unreachable' });
});

test('the twenty-first message of a minute is to come later', async () => {
  for (let n = 0; n < 20; n += 1) expect(await send('robot-key-0021')).toEqual({ kind: 'delivered' });
  expect(await send('robot-key-0021')).toMatchObject({ kind: 'later', reason: 'wecom.45009' });
  expect(await send('robot-key-0022')).toEqual({ kind: 'delivered' });
});
