import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSession } from '../../rehearsal/session.ts';
import { password } from '../support/api.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { storyOf } from '../support/stories.ts';

let system: RecordedSystem;
let server: Server;
beforeAll(async () => {
  system = await createRecordedSystem();
  server = system.api.app.listen(0, '127.0.0.1');
});
afterAll(async () => {
  server.close();
  await system.close();
});

test('a request whose connection breaks before its body came is never taken for one with an empty body', async () => {
  const caseId = await system.tellAll(storyOf('C01').requests.slice(0, 1));
  const { port } = server.address() as AddressInfo;
  const { cookie, csrfToken } = await openSession(`http://127.0.0.1:${port}`, 'xltyj-h1', password);
  for (let n = 0; n < 20; n += 1) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    const head = `POST /api/v1/cases/${caseId}/actions/comment HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 40\r\nCookie: ${cookie}\r\nX-CSRF-Token: ${csrfToken}\r\nIdempotency-Key: cut-off-${n}\r\n\r\n`;
    socket.write(head, () => setTimeout(() => socket.resetAndDestroy(), n % 5));
  }
  await sleep(1_500);
  expect(await system.db.asOwner(`SELECT key, words FROM command_intake WHERE key LIKE 'cut-off-%'`)).toEqual([]);
});
