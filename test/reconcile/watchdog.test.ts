import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openPool, type Pool } from '../../prisma/pool.ts';
import { caseWorkflows } from '../../reconcile/case-workflows.ts';
import { lookForFailing } from '../../reconcile/look-for-failing.ts';
import { watchingScheduleId } from '../../start/watching-schedules.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { createCaseSystem, tellAll, type CaseSystem } from '../support/case-system.ts';
import { eventsOf } from '../support/records.ts';
import { storyOf, upTo } from '../support/stories.ts';
import { startDevTemporal, type DevTemporal } from '../support/temporal.ts';
import { until } from '../support/until.ts';

let temporal: DevTemporal;
let system: CaseSystem;
let pool: Pool;
let failing: string;
let well: string;
const { requests } = storyOf('C01');

beforeAll(async () => {
  temporal = await startDevTemporal();
  system = await createCaseSystem({ temporal, profile: 'demo' });
  pool = openPool(system.db.appUrl, 3);
  failing = await tellAll(system, upTo(requests, 'submit'));
  well = await tellAll(system, upTo(storyOf('C03').requests, 'submit'));
});
afterAll(async () => {
  await pool?.end();
  await system?.close();
  await temporal?.stop();
});

/** As if it were minutes later: what was sent a moment ago has waited since. */
const look = () =>
  lookForFailing({
    pool,
    workflows: caseWorkflows(system.client, system.config.temporal.taskQueue),
    now: Date.now() + 120_000,
  });
const problems = () => system.db.asOwner(`SELECT case_id, agency_id, attempt >= 3 AS failing FROM workflow_problem`);
const stuck = async () => {
  const { body } = await system.get('xltsf-o1', '/api/v1/oversight/stuck?cause=workflowFailing');
  return (body['items'] as { id: string }[]).map(({ id }) => id);
};

test('of a healthy system nothing is said', async () => {
  expect(await look()).toEqual([]);
  expect(await problems()).toEqual([]);
});

const passed = requests.find(({ action }) => action === 'passFirstReview')!;
const key = 'key-of-passFirstReview';

test('a case whose workflow fails at what it is asked is seen, and overseers see it as stuck', async () => {
  await system.worker.stop();
  await system.startWorker('test/support/failing-worker.ts');
  system.config.commandSeconds = 2;
  expect([202, 503]).toContain((await system.tell(passed, failing, { key })).status);
  const asked = async () => {
    const found = await look();
    if (found.length > 0) return found;
    await system.tell(passed, failing, { key });
    return undefined;
  };
  // A task that fails is given out again after 10 seconds.
  const [seen] = await until(asked);
  expect(seen).toEqual({ caseId: failing, agency: 'xltyj', what: 'workflowFailing', repaired: false });
  expect(await problems()).toEqual([{ case_id: failing, agency_id: 'xltyj', failing: true }]);
  expect(await stuck()).toEqual([failing]);
  const since = await system.db.asOwner('SELECT since FROM workflow_problem');
  await look();
  expect(await system.db.asOwner('SELECT since FROM workflow_problem')).toEqual(since);
});

test('it is taken off when its workflow is well again, and the command that waited is done once', async () => {
  system.config.commandSeconds = 60;
  await system.worker.stop();
  await system.startWorker();
  // The server may have taken it or not, as its sender cannot know either: whoever sends it again is answered.
  await until(async () => (await system.tell(passed, failing, { key })).status === 200 || undefined);
  expect((await eventsOf(system.db, failing)).filter(({ type }) => type === 'passFirstReview')).toHaveLength(1);
  await until(async () => ((await look()).length === 0 ? true : undefined));
  expect([await problems(), await stuck()]).toEqual([[], []]);
});

test('watchdog and reconciler look by their schedules, each run on record, and mend what is broken', async () => {
  await system.client.workflow.getHandle(workflowIdOf(well)).terminate('by hand');
  const { taskQueue } = system.config.temporal;
  for (const name of ['watchdog', 'reconciler'] as const) {
    await system.client.schedule.getHandle(watchingScheduleId(name, taskQueue)).trigger();
    await until(async () => {
      const rows = await system.db.asOwner(`SELECT FROM reconciliation WHERE kind = $1 AND ended_at > now() - interval '1 minute' AND started_at <= now()`, [name]); // prettier-ignore
      return rows.length > 0 || undefined;
    });
  }
  const rows = await system.db.asOwner(`SELECT case_id, what, repaired FROM reconciliation_difference WHERE case_id = $1`, [well]); // prettier-ignore
  expect(rows).toEqual([{ case_id: well, what: 'workflowMissing', repaired: true }]);
  expect((await system.client.workflow.getHandle(workflowIdOf(well)).describe()).status.name).toBe('RUNNING');
});
