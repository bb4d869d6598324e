import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startServerProcess, type ServerProcess } from '../../start/server-process.ts';
import { createOutgoingSystem, email, reviewer, type OutgoingSystem } from '../support/outgoing-system.ts';
import { logFolder } from '../support/temporal.ts';

let out: OutgoingSystem;

beforeAll(async () => {
  out = await createOutgoingSystem();
  await out.admin(`people/${reviewer}/contact`, { email });
});
afterAll(() => out.close());

function begin(): Promise<ServerProcess> {
  return startServerProcess({
    name: 'outgoing',
    command: process.execPath,
    args: ['--import', 'tsx', 'test/support/outgoing-process.ts', out.system.db.appUrl, out.mail.url],
    logFile: `${logFolder()}/outgoing.log`,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
}

test('a process killed when the mail had been taken and nothing was marked leaves it to the next, under the same id', async () => {
  await out.urge();
  const first = await begin();
  // The server has the whole message; that it took it is never heard.
  await new Promise<void>((resolve) => {
    out.mail.onWhole = () => {
      first.kill('SIGKILL');
      resolve();
    };
  });
  out.mail.onWhole = () => undefined;
  expect(await out.deliveries()).toMatchObject([{ status: 'sending', attempts: 1 }]);

  expect(await out.look(1)).toBe(0);
  expect(await out.look(3)).toBe(1);
  const ids = out.mail.received.map(({ raw }) => /^Message-ID: (.*)\r$/m.exec(raw)?.[1]);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
  expect(await out.deliveries()).toMatchObject([{ status: 'delivered', attempts: 2 }]);
  expect(await out.look(60)).toBe(0);
});
