import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { storyOf } from '../support/stories.ts';

let system: RecordedSystem;
let id = '';
const { requests } = storyOf('C01');
const filed = requests[0]!;

beforeAll(async () => {
  system = await createRecordedSystem();
  id = await system.tellAll([filed]);
});
afterAll(() => system.close());

/** JSON as it is sent: `1e400` and half characters cannot be written from a value. */
async function postText(path: string, body: string) {
  const { browser, csrf } = await system.api.signedIn(filed.person);
  const headers = { 'X-CSRF-Token': csrf, 'Idempotency-Key': randomUUID(), 'Content-Type': 'application/json' };
  return browser
    .post(path)
    .set({ ...headers, 'Sanxiang-Clock': filed.at })
    .send(body);
}

const names = { 'a null': '"\\u0000"', 'half a character': '"\\ud800"', 'a change of direction': '"\\u202e"' };

describe('what the database cannot keep is refused as input, not met as an error', () => {
  test.each(Object.entries(names))('%s in the name of a particular', async (_name, text) => {
    const body = JSON.stringify({ ...filed.body, publication: { kind: 'penalty', NAME: 1 } }).replace('"NAME"', text);
    const { status, body: told } = await postText('/api/v1/cases', body);
    expect({ status, code: told.code }).toEqual({ status: 400, code: 'input.invalid' });
    expect(told.details.issues).toEqual([expect.objectContaining({ path: 'publication' })]);
  });

  test.each([...Object.values(names).flatMap((text) => [`{${text}:1}`, `{"a":${text}}`]), '{"a":1e400}'])(
    '%s with an act that is refused to all',
    async (body) => {
      const { status, body: told } = await postText(`/api/v1/cases/${id}/actions/deleteRecord`, body);
      expect({ status, code: told.code }).toEqual({ status: 400, code: 'input.invalid' });
    },
  );

  test('a thousand levels with an act that is refused to all', async () => {
    const deep = '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000);
    expect((await postText(`/api/v1/cases/${id}/actions/editRecord`, deep)).status).toBe(400);
    const plain = await postText(`/api/v1/cases/${id}/actions/editRecord`, '{"record":"E2"}');
    expect(plain.body.code).toBe('record.appendOnly');
  });

  test('a null in the id of a command', async () => {
    expect((await system.get(filed.person, '/api/v1/commands/%00')).body.code).toBe('route.unknown');
  });
});

describe('an address that is there, asked for otherwise', () => {
  test.each([
    ['DELETE', '/api/v1/cases', 'GET, HEAD, POST'],
    ['PUT', '/api/v1/cases/1/actions/comment', 'POST'],
    ['PATCH', '/api/v1/session', 'POST, GET, HEAD, DELETE'],
  ])('%s %s is told which methods there are', async (method, path, allow) => {
    const answer = await raw(method, path);
    expect({ ...answer, allow: answer.allow?.split(', ').toSorted() }).toEqual({ status: 405, code: 'method.unknown', allow: allow.split(', ').toSorted() }); // prettier-ignore
  });

  test('every method of an address is named, whichever router has it', async () => {
    const { headers } = await system.api.browser().options('/api/v1/cases').expect(204);
    expect(headers['allow']!.split(', ').toSorted()).toEqual(['GET', 'HEAD', 'POST']);
  });

  test.each([
    ['OPTIONS', '*'],
    ['PUT', '/api/v1/nowhere'],
  ])('%s %s is unknown', async (method, path) => {
    expect(await raw(method, path)).toMatchObject({ status: 404, code: 'route.unknown' });
  });
});

/** A request whose target is sent as it stands. */
async function raw(method: string, path: string): Promise<{ status: number; code: string; allow?: string }> {
  const server: Server = createServer(system.api.app);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  try {
    return await new Promise((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      request({ host: '127.0.0.1', port, method, path, agent: false }, (answer) => {
        let text = '';
        answer.on('data', (part) => (text += String(part)));
        answer.on('end', () => {
          const { allow } = answer.headers;
          resolve({ status: answer.statusCode!, code: JSON.parse(text).code, ...(allow && { allow }) });
        });
      })
        .on('error', reject)
        .end();
    });
  } finally {
    server.close();
  }
}
