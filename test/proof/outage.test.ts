import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { breachesOf } from '../support/breaches.ts';
import { readWorkflowSettings } from '../../config.ts';
import type { CaseEvent } from '../../domain/command.ts';
import { rebuildReadModel } from '../../rebuild/read-model.ts';
import { rebuildWorkflows } from '../../rebuild/workflows.ts';
import { copyCase } from '../check/copied-cases.ts';
import { startLosableTemporal, type LosableTemporal } from '../rebuild/lost-temporal.ts';
import { createCaseSystem, type CaseSystem } from '../support/case-system.ts';
import { withClient } from '../support/database.ts';
import { storyOf } from '../support/stories.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { keep, long, sized } from './proof.ts';

jest.setTimeout(30 * 60_000);

const deadlines = sized(300, 10_000);
/** Long enough to begin all their workflows. */
const aheadMs = sized(30_000, 8 * 60_000);
let temporal: LosableTemporal;
let system: CaseSystem;
let dueAt: number;

beforeAll(async () => {
  temporal = await startLosableTemporal();
  system = await createCaseSystem({ temporal, profile: 'demo' });
  const filed = await system.tell(storyOf('C01').requests[0]!);
  expect([filed.status, filed.body]).toEqual([201, filed.body]);
  dueAt = Date.now() + aheadMs;
  await withClient(system.db.adminUrl, (client) =>
    copyCase(client, String(filed.body['id']), deadlines, 0, (event) => dueSoon(event, dueAt)),
  );
  await rebuildReadModel(system.db.ownerUrl);
}, 600_000);
afterAll(async () => {
  await system?.close();
  await temporal?.stop();
}, 60_000);

/** The same filing with a deadline that ends at that moment, and no other rung. */
function dueSoon(event: CaseEvent, moment: number): CaseEvent {
  return { ...event, armed: event.armed.map((clock) => ({ ...clock, rungs: { due: moment } })) };
}

const fired = async () =>
  system.db.asOwner<{ cases: number; events: number }>(
    `SELECT count(DISTINCT case_id)::int AS cases, count(*)::int AS events FROM event WHERE type = 'markOverdue'`,
  );

test(`${deadlines} deadlines that ended while everything was down are each marked once when it is back`, async () => {
  const settings = readWorkflowSettings({
    SANXIANG_PROFILE: 'demo',
    TEMPORAL_ADDRESS: temporal.address,
    SANXIANG_TASK_QUEUE: system.config.temporal.taskQueue,
  });
  const begun = await rebuildWorkflows(system.db.ownerUrl, settings, { perSecond: 1_000, say: progress });
  expect(begun).toMatchObject({ started: deadlines, failed: 0 });
  await allArmed();
  expect({ leftUntilDue: dueAt - Date.now() > 0, fired: await fired() }).toEqual({
    leftUntilDue: true,
    fired: [{ cases: 0, events: 0 }],
  });
  system.worker.kill('SIGKILL');
  await temporal.die();
  await sleep(Math.max(0, dueAt - Date.now()) + 2_000);
  await temporal.comeBack();
  const back = Date.now();
  await system.startWorker();
  let count = 0;
  for (let said = 0; count < deadlines;) {
    await sleep(200);
    count = (await fired())[0]!.cases;
    if (Date.now() - said > 5_000) progress(`${count} / ${deadlines} marked`);
    if (Date.now() - said > 5_000) said = Date.now();
    expect(Date.now() - back).toBeLessThan(5 * 60_000);
  }
  const seconds = (Date.now() - back) / 1_000;
  await sleep(3_000);
  expect(await fired()).toEqual([{ cases: deadlines, events: deadlines }]);
  expect(await faults()).toEqual([]);
  keep({
    part: 'outage',
    title: '停运期间到期的期限 Deadlines that ended during an outage',
    what: 'Temporal and the worker were killed, every deadline ended, both were started again. A deadline marked twice or never, one not marked within five minutes, or any finding of the checker would have failed it.',
    figures: {
      deadlines,
      'seconds until all were marked': seconds,
      'marked a second': Math.round(deadlines / seconds),
    },
  });
});

/** Each workflow has had its first task: its timer is armed in Temporal. */
async function allArmed(): Promise<void> {
  const rows = await system.db.asOwner<{ id: string }>('SELECT id FROM case_file');
  for (const { id } of rows) {
    const handle = temporal.client.workflow.getHandle(workflowIdOf(id));
    while ((await handle.describe()).historyLength < 5) {
      if (Date.now() > dueAt) throw new Error('not every timer was armed in time');
      await sleep(100);
    }
  }
}

async function faults(): Promise<string[]> {
  const breaches = await breachesOf(system.db.ownerUrl, temporal.address);
  return breaches.map(({ name, what }) => `${name}: ${what}`);
}

function progress(line: string): void {
  if (long) process.stderr.write(`outage: ${line}\n`);
}
