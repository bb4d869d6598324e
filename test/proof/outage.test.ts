import { afterAll, expect, jest, test } from '@jest/globals';
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

async function close(): Promise<void> {
  await system?.close();
  await temporal?.stop();
}
afterAll(close);

/** Cases whose deadlines end in so many milliseconds, each with its workflow; whether every timer was armed by then. */
async function areArmedIn(milliseconds: number): Promise<boolean> {
  await close();
  temporal = await startLosableTemporal();
  system = await createCaseSystem({ temporal, profile: 'demo' });
  const filed = await system.tell(storyOf('C01').requests[0]!);
  expect([filed.status, filed.body]).toEqual([201, filed.body]);
  dueAt = Date.now() + milliseconds;
  await withClient(system.db.adminUrl, (client) =>
    copyCase(client, String(filed.body['id']), deadlines, 0, (event) => dueSoon(event, dueAt)),
  );
  await rebuildReadModel(system.db.ownerUrl);
  const settings = readWorkflowSettings({
    SANXIANG_PROFILE: 'demo',
    TEMPORAL_ADDRESS: temporal.address,
    SANXIANG_TASK_QUEUE: system.config.temporal.taskQueue,
  });
  const begun = await rebuildWorkflows(system.db.ownerUrl, settings, { perSecond: 1_000, say: progress });
  expect(begun).toMatchObject({ started: deadlines, failed: 0 });
  return allArmed();
}

/** The same filing with a deadline that ends at that moment, and no other rung. */
function dueSoon(event: CaseEvent, moment: number): CaseEvent {
  return { ...event, armed: event.armed.map((clock) => ({ ...clock, rungs: { due: moment } })) };
}

const fired = async () =>
  system.db.asOwner<{ cases: number; events: number }>(
    `SELECT count(DISTINCT case_id)::int AS cases, count(*)::int AS events FROM event WHERE type = 'markOverdue'`,
  );

test(`${deadlines} deadlines that ended while everything was down are each marked once when it is back`, async () => {
  // A slow machine is given longer.
  if (!(await areArmedIn(aheadMs)) && !(await areArmedIn(5 * aheadMs)))
    expect(await areArmedIn(20 * aheadMs)).toBe(true);
  expect(await fired()).toEqual([{ cases: 0, events: 0 }]);
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

/** Each workflow has had its first task, well before its deadline ends: its timer is armed in Temporal. */
async function allArmed(): Promise<boolean> {
  const rows = await system.db.asOwner<{ id: string }>('SELECT id FROM case_file');
  for (const { id } of rows) {
    const handle = temporal.client.workflow.getHandle(workflowIdOf(id));
    while ((await handle.describe()).historyLength < 5) {
      if (Date.now() > dueAt - 5_000) return false;
      await sleep(100);
    }
  }
  return Date.now() < dueAt - 5_000;
}

async function faults(): Promise<string[]> {
  const breaches = await breachesOf(system.db.ownerUrl, temporal.address);
  return breaches.map(({ name, what }) => `${name}: ${what}`);
}

function progress(line: string): void {
  if (long) process.stderr.write(`outage: ${line}\n`);
}
