import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTestApi, type TestApi } from '../support/api.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const due = '/api/v1/calendar/due?from=2026-03-02&budget=5&unit=wd';
let db: TestDatabase;
let apis: TestApi[];
let servers: Server[];

beforeAll(async () => {
  db = await createTestDatabase();
  const behindProxies = { SANXIANG_PROXIES: '198.51.100.0/24, 192.0.2.1' };
  apis = [createTestApi(db), createTestApi(db, { SANXIANG_PROFILE: 'rehearsal' }), createTestApi(db, behindProxies)];
  servers = await Promise.all(apis.map(({ app }) => new Promise<Server>((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => resolve(server));
  }))); // prettier-ignore
});
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  for (const api of apis) await api.close();
  await db.close();
});

const ask = (path: string, from: string, server = servers[0]!) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers: { 'X-Forwarded-For': from } });

/** The statuses of many questions from one address, a few at a time. */
async function flood(path: string, count: number, from: string, server?: Server): Promise<number[]> {
  const statuses: number[] = [];
  while (statuses.length < count) {
    const some = Array.from({ length: 50 }, async () => {
      const answer = await ask(path, from, server);
      await answer.arrayBuffer();
      return answer.status;
    });
    statuses.push(...(await Promise.all(some)));
  }
  return statuses;
}

describe('what anybody may ask without signing in', () => {
  test('is answered 600 times a minute to one address, then not until the minute is over; to others all the while', async () => {
    expect(new Set(await flood(due, 600, '203.0.113.7'))).toEqual(new Set([200]));
    const answer = await ask(due, '203.0.113.7');
    expect(answer.status).toBe(429);
    const seconds = Number(answer.headers.get('Retry-After'));
    expect(seconds > 0 && seconds <= 60).toBe(true);
    expect(answer.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
    expect(await answer.json()).toMatchObject({ code: 'requests.tooMany', title: '来自同一网络地址的查询过多，暂不回答' });
    expect((await ask(due, '203.0.113.8')).status).toBe(200);
    expect((await ask('/public', '203.0.113.7')).status).toBe(200);
  }); // prettier-ignore

  test('are the public pages too, as pages and as data together, and a reader is told on a page', async () => {
    await flood('/public?cursor=x', 300, '203.0.113.9');
    await flood('/api/v1/public/decisions?cursor=x', 300, '203.0.113.9');
    const page = await ask('/public/decisions/1', '203.0.113.9');
    expect([page.status, Number(page.headers.get('Retry-After')) > 0]).toEqual([429, true]);
    expect(await page.text()).toContain('请一分钟后再试');
    expect((await ask('/public/style.css', '203.0.113.9')).status).toBe(200);
    expect((await ask('/api/v1/public/decisions', '203.0.113.9')).status).toBe(429);
  });

  test('is counted for whoever asks through a proxy that is named, and for the proxy where it is not', async () => {
    await flood(due, 600, '203.0.113.10, 198.51.100.5', servers[2]);
    const through = async (...[from, server]: [string, Server]) => (await ask(due, from, server)).status;
    expect(await through('203.0.113.10, 192.0.2.1', servers[2]!)).toBe(429);
    expect(await through('203.0.113.11, 198.51.100.5', servers[2]!)).toBe(200);
    await flood(due, 600, '203.0.113.10, 198.51.100.5');
    expect(await through('203.0.113.11, 198.51.100.5', servers[0]!)).toBe(429);
  });

  test('is never held up in a rehearsal', async () => {
    expect(new Set(await flood(due, 650, '203.0.113.7', servers[1]))).toEqual(new Set([200]));
  });
});
