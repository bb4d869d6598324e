import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:net';
import { keptPort } from '../../start/kept-ports.ts';
import { assertPortFree, freePort, freePortNear, isPortFree } from '../../start/ports.ts';
import { temporaryFolder } from './temporary-folder.ts';

let taken: number;
let server: Server;

beforeEach(async () => {
  taken = await freePort();
  server = createServer();
  await new Promise<void>((resolve) => server.listen(taken, '127.0.0.1', resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

describe('a port', () => {
  it('in use is said in a sentence that names it and the setting that changes it', async () => {
    await expect(assertPortFree(taken, 'Temporal', 'TEMPORAL_PORT')).rejects.toThrow(
      new RegExp(`${taken}.*TEMPORAL_PORT.*${taken}.*TEMPORAL_PORT`),
    );
  });

  it('that is free is accepted', async () => {
    await expect(assertPortFree(await freePort(), 'API')).resolves.toBeUndefined();
  });

  it('of no choice is none that an outgoing connection may get', async () => {
    expect(await freePort()).toBeLessThan(32_768);
  });

  it('is looked for upwards from the preferred one', async () => {
    const found = await freePortNear(taken);
    expect(found).not.toBe(taken);
    expect(await isPortFree(found)).toBe(true);
  });
});

describe('the port of an embedded server', () => {
  const folder = temporaryFolder();
  afterEach(folder.remove);

  it('stays the same from start to start, and moves when somebody else has taken it', async () => {
    const first = await keptPort(folder.path, 'postgres', {});
    expect(await keptPort(folder.path, 'postgres', {})).toBe(first);
    await new Promise<void>((resolve) => server.close(() => server.listen(first, '127.0.0.1', resolve)));
    expect(await keptPort(folder.path, 'postgres', {})).not.toBe(first);
  });

  it('is the one asked for when one is', async () => {
    expect(await keptPort(folder.path, 'temporal', { asked: 7777, preferred: 7233 })).toBe(7777);
  });
});
