import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Outcome } from '../../outgoing/channel.ts';
import { mailChannel } from '../../outgoing/mail.ts';
import { startMailServer, textOf, type MailBehaviour, type MailServer } from '../support/mail-server.ts';

const notice = {
  id: '17',
  address: 'zhang@example.gov.cn',
  zh: '您有 1 件案件已到期，请登录三项办理。',
  en: 'You have 1 case due. Please sign in to Sanxiang.',
  link: 'https://sanxiang.example.gov.cn/',
};
let server: MailServer;

beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server.close());
afterEach(() => {
  server.behaviour = 'takes';
  server.received.length = 0;
});

async function send(url = server.url): Promise<Outcome> {
  const patience = server.behaviour === 'silent' ? { timeoutMs: 700 } : {};
  const channel = mailChannel({ url, from: 'sanxiang@example.gov.cn', ...patience });
  const outcome = await channel.deliver(notice);
  channel.close();
  return outcome;
}

test('a mail says how many cases there are, in both languages, and where to sign in', async () => {
  expect(await send()).toEqual({ kind: 'delivered' });
  const [{ to, raw } = { to: '', raw: '' }] = server.received;
  expect(to).toBe('zhang@example.gov.cn');
  expect(raw).toMatch(/^Message-ID: <sanxiang-17@example\.gov\.cn>\r$/m);
  expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(textOf(raw).trim().split(/\r?\n/)).toEqual([notice.zh, notice.en, notice.link]);
});

describe('an answer of the server', () => {
  const answers: [MailBehaviour, Outcome][] = [
    ['unknownRecipient', { kind: 'refused', reason: 'smtp.550' }],
    ['refusesContent', { kind: 'refused', reason: 'smtp.554' }],
    ['greylists', { kind: 'later', reason: 'smtp.451' }],
    ['busy', { kind: 'later', reason: 'smtp.421' }],
    ['drops', { kind: 'later', reason: expect.stringMatching(/^smtp\.E/) as unknown as string }],
    ['silent', { kind: 'later', reason: expect.stringMatching(/^smtp\.E/) as unknown as string }],
  ];

  test.each(answers)('%s', async (behaviour, outcome) => {
    server.behaviour = behaviour;
    expect(await send()).toEqual(outcome);
  });

  test('a sign-in that is refused may be mended', async () => {
    const url = server.url.replace('smtp://', 'smtp://us:secret-password@');
    expect(await send(url)).toEqual({ kind: 'later', reason: 'smtp.535' });
  });

  test('no server at all', async () => {
    expect(await send('smtp://127.0.0.1:9')).toEqual({ kind: 'later', reason: 'smtp.ESOCKET' });
  });
});

test('every attempt carries the same id', async () => {
  server.behaviour = 'drops';
  await send();
  server.behaviour = 'takes';
  await send();
  const ids = server.received.map(({ raw }) => /^Message-ID: (.*)\r$/m.exec(raw)?.[1]);
  expect(ids).toEqual(['<sanxiang-17@example.gov.cn>', '<sanxiang-17@example.gov.cn>']);
});
