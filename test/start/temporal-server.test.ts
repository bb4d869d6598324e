import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { freePort } from '../../start/ports.ts';
import { addMissingSearchAttributes } from '../../start/temporal-client.ts';
import {
  findTemporalServer,
  searchAttributes,
  startTemporalServer,
  type TemporalServer,
} from '../../start/temporal-server.ts';
import { silent, temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
let port: number;
let server: TemporalServer;

const start = () => startTemporalServer({ dataDir: folder.path, port, say: silent });

async function withClient<T>(use: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: server.address });
  try {
    return await use(new Client({ connection }));
  } finally {
    await connection.close();
  }
}

beforeAll(async () => {
  port = await freePort();
  server = await start();
}, 600_000);
afterAll(async () => {
  await server.stop();
  folder.remove();
});

describe('embedded Temporal', () => {
  it('is found where it was found before', async () => {
    expect(await findTemporalServer(silent)).toBe(await findTemporalServer(silent));
  });

  it('has the four search attributes from the beginning', async () => {
    expect(await addMissingSearchAttributes(server.address, 'default', searchAttributes)).toEqual([]);
  });

  it('gets one that it lacks', async () => {
    const wanted = { ...searchAttributes, SanxiangExtra: 'Keyword' } as const;
    expect(await addMissingSearchAttributes(server.address, 'default', wanted)).toEqual(['SanxiangExtra']);
    expect(await addMissingSearchAttributes(server.address, 'default', wanted)).toEqual([]);
  });

  it('refuses to start on a port in use, in a sentence', async () => {
    await expect(start()).rejects.toThrow(new RegExp(`${port}.*TEMPORAL_PORT`));
  });

  it('finds its workflows again after it was killed', async () => {
    const attributes = { SanxiangStage: ['filed'] };
    await withClient((client) =>
      client.workflow.start('case', { workflowId: 'case:kept', taskQueue: 'nobody', searchAttributes: attributes }),
    );
    process.kill(server.pid, 'SIGKILL');
    await server.exited;
    server = await start();
    const kept = await withClient((client) => client.workflow.getHandle('case:kept').describe());
    expect(kept.status.name).toBe('RUNNING');
    expect(kept.searchAttributes).toMatchObject(attributes);
  });
});
