import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startFaultySystem, type FaultySystem } from '../../faults/faulty-system.ts';
import { createHttpClient } from '../../faults/http-client.ts';
import { recovered } from '../../faults/recover.ts';
import type { CaseEvent } from '../../domain/command.ts';
import { readWorkflowSettings } from '../../config.ts';
import { rebuildReadModel } from '../../rebuild/read-model.ts';
import { rebuildWorkflows } from '../../rebuild/workflows.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { withClient } from '../support/database.ts';
import { storyOf } from '../support/stories.ts';
import { until } from '../support/until.ts';

jest.setTimeout(240_000);
const say = () => {};
const folder = mkdtempSync(join(tmpdir(), 'sanxiang-down-'));
// PostgreSQL runs as another user.
chmodSync(folder, 0o755);
let faulty: FaultySystem;

beforeAll(async () => {
  faulty = await startFaultySystem(join(folder, 'system'), say);
});
afterAll(async () => {
  await faulty?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('what fell due while every process was dead happens once, in order, when they are started again', async () => {
  const { system } = faulty;
  let [id, first] = await waiting(20_000);
  // A slow machine is given longer.
  if (Date.now() > first - 5_000) [id, first] = await waiting(120_000);
  expect(await eventsSince(id)).toEqual([]);

  await Promise.all(Object.values(system.parts).map((part) => part.kill('SIGKILL')));
  await sleep(Math.max(0, first - Date.now()) + 3_000);
  for (const part of ['postgres', 'temporal', 'worker', 'api'] as const) await system.parts[part]!.start();
  await recovered(system, say);
  await until(async () => (await eventsSince(id)).length >= 5 || undefined, 'rungs');
  await sleep(2_000);
  expect(await eventsSince(id)).toEqual([
    ['remind', 'halfWay', first],
    ['remind', 'oneDayBefore', first + 500],
    ['markOverdue', 'due', first + 1_000],
    ['escalate', 'plus2', first + 1_500],
    ['openSupervision', 'plus5', first + 2_000],
  ]);
});

/** A case whose rungs come one after the other, the first in so many milliseconds; its id and that moment. */
async function waiting(milliseconds: number): Promise<[id: string, first: number]> {
  const [filing] = storyOf('C01').requests;
  const http = createHttpClient(faulty.url, faulty.passwords);
  const said = await http.post(filing!.person, '/api/v1/cases', filing!.body, randomUUID());
  if (said.said !== 'acknowledged') throw new Error(JSON.stringify(said));
  const [{ id }] = await asOwner<{ id: string }>('SELECT id FROM case_filing ORDER BY filed_at DESC LIMIT 1');
  const first = Date.now() + milliseconds;
  await givenRungs(id, { halfWay: first, oneDayBefore: first + 500, due: first + 1_000, plus2: first + 1_500, plus5: first + 2_000 }); // prettier-ignore
  return [id, first];
}

const asOwner = <Row extends object>(sql: string, values: unknown[] = []) =>
  withClient(faulty.system.databaseOwnerUrl, async (client) => (await client.query<Row>(sql, values)).rows as [Row]);

async function eventsSince(caseId: string) {
  const rows = await asOwner<{ data: CaseEvent }>(
    'SELECT data FROM event WHERE case_id = $1 AND seq > 1 ORDER BY seq',
    [caseId],
  );
  return (rows as { data: CaseEvent }[]).map(({ data: { type, rung, at } }) => [type, rung?.name, at]);
}

/** A deadline ends at midnight: what the filing armed is put before it by hand, and its workflow is begun from that. */
async function givenRungs(caseId: string, rungs: Record<string, number>): Promise<void> {
  const { databaseOwnerUrl, temporalAddress, temporalNamespace, taskQueue } = faulty.system;
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection, namespace: temporalNamespace });
  await client.workflow.getHandle(workflowIdOf(caseId)).terminate();
  await connection.close();
  await asOwner('ALTER TABLE event DISABLE TRIGGER USER');
  await asOwner(`UPDATE event SET data = jsonb_set(data, '{armed,0,rungs}', $2) WHERE case_id = $1`, [
    caseId,
    JSON.stringify(rungs),
  ]);
  await asOwner('ALTER TABLE event ENABLE TRIGGER USER');
  await rebuildReadModel(databaseOwnerUrl);
  const settings = readWorkflowSettings({
    SANXIANG_PROFILE: 'demo',
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: temporalNamespace,
    SANXIANG_TASK_QUEUE: taskQueue,
  });
  expect(await rebuildWorkflows(databaseOwnerUrl, settings)).toMatchObject({ started: 1 });
}
