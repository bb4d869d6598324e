import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createClient } from '../../rehearsal/client.ts';
import { readCase, sendAct } from '../../rehearsal/send-act.ts';
import { march } from './stories.ts';

type Reply = { status: number; body?: unknown; headers?: Record<string, string> };
interface Seen {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

const passwords = new Map([['a-h1', 'right']]);
const quick = { attempts: 3, everyMs: 1 };

describe('the client', () => {
  let server: Server;
  let url: string;
  let seen: Seen[];
  let replies: Reply[];

  beforeEach(async () => {
    seen = [];
    replies = [];
    server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const { method = '', url: path = '', headers } = request;
      seen.push({ method, url: path, headers, body });
      const reply = path === '/api/v1/session' ? session(body) : (replies.shift() ?? { status: 500 });
      response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
      response.end(reply.body === undefined ? '' : JSON.stringify(reply.body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  function session(body: string): Reply {
    if (!body.includes('right')) return { status: 401, body: { code: 'session.refused' } };
    return { status: 201, body: { csrfToken: 'token' }, headers: { 'set-cookie': 'sanxiang.sid=abc; HttpOnly' } };
  }
  function send(lastSeq = 4) {
    const known = { path: '/api/v1/cases/7', lastSeq };
    const act = { person: 'a-h1', path: '/api/v1/cases/7/actions/submit', body: { x: 1 }, at: march(2), known };
    return sendAct(createClient(url, passwords), act, quick);
  }

  it('logs each person in once, and sends moment, token, cookie and a fresh key with every act', async () => {
    const client = createClient(url, passwords);
    replies = [
      { status: 200, body: {} },
      { status: 200, body: {} },
      { status: 200, body: { stage: 'intake' } },
    ];
    await client.post('a-h1', '/x', {}, march(2));
    await client.post('a-h1', '/x', {}, march(3));
    expect(await readCase(client, 'a-h1', '/api/v1/cases/7', march(4))).toEqual({ stage: 'intake' });
    const [login, first, second, read] = seen;
    expect(seen.map((request) => request.url)).toEqual(['/api/v1/session', '/x', '/x', '/api/v1/cases/7']);
    expect(login?.method).toBe('POST');
    expect(first?.headers).toMatchObject({
      cookie: 'sanxiang.sid=abc',
      'x-csrf-token': 'token',
      'sanxiang-clock': march(2),
    });
    expect(first?.headers['idempotency-key']).not.toBe(second?.headers['idempotency-key']);
    expect(read?.headers['sanxiang-clock']).toBe(march(4));
  });

  it('takes an accepted act and a refusal with its code', async () => {
    replies = [{ status: 200, body: { lastSeq: 5 } }];
    expect(await send()).toEqual({ accepted: true, view: { lastSeq: 5 } });
    replies = [{ status: 409, body: { code: 'gate.noPass', detail: '没有通过' } }];
    expect(await send()).toEqual({ accepted: false, code: 'gate.noPass', message: '409 gate.noPass 没有通过' });
  });

  it('waits after 202 until the case has a new event, and not for ever', async () => {
    replies = [
      { status: 202, body: { commandId: 'c' } },
      { status: 200, body: { lastSeq: 4 } },
      { status: 200, body: { lastSeq: 5 } },
    ];
    expect(await send()).toEqual({ accepted: true, view: { lastSeq: 5 } });
    replies = [{ status: 202, body: {} }, ...Array.from({ length: 3 }, () => ({ status: 200, body: { lastSeq: 4 } }))];
    expect(await send()).toMatchObject({ accepted: false, code: 'command.slow' });
  });

  it('opens a new session when the old one is over', async () => {
    replies = [{ status: 401 }, { status: 200, body: { lastSeq: 5 } }];
    expect(await send()).toMatchObject({ accepted: true });
    expect(seen.filter((request) => request.url === '/api/v1/session')).toHaveLength(2);
  });

  it('says what went wrong when nobody answers, the account is missing or the password is wrong', async () => {
    const act = { person: 'a-h1', path: '/x', body: {}, at: march(2), known: null };
    const failed = { accepted: false, code: 'request.failed' };
    expect(await sendAct(createClient('http://127.0.0.1:9', passwords), act, quick)).toMatchObject(failed);
    expect(await sendAct(createClient(url, new Map()), act, quick)).toMatchObject(failed);
    expect(await sendAct(createClient(url, new Map([['a-h1', 'no']])), act, quick)).toMatchObject(failed);
  });
});
