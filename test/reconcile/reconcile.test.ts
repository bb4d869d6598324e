import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readWorkflowSettings } from '../../config.ts';
import { fold } from '../../domain/apply.ts';
import { emptyState } from '../../domain/state.ts';
import { openPool, type Pool } from '../../prisma/pool.ts';
import { openCaseStarter, type CaseStarter } from '../../rebuild/start-case.ts';
import { beginOne, rebuildWorkflows } from '../../rebuild/workflows.ts';
import { caseWorkflows } from '../../reconcile/case-workflows.ts';
import { reconcile } from '../../reconcile/reconcile.ts';
import { inAgencyAlone } from '../../reconcile/watching.ts';
import { caseWorkflowOptions } from '../../workflows/case-start.ts';
import { snapshot, workflowIdOf } from '../../workflows/messages.ts';
import { createCaseSystem, tellAll, type CaseSystem } from '../support/case-system.ts';
import { eventsOf } from '../support/records.ts';
import { storyOf, upTo } from '../support/stories.ts';
import { startDevTemporal, type DevTemporal } from '../support/temporal.ts';
import { until } from '../support/until.ts';

let temporal: DevTemporal;
let system: CaseSystem;
let pool: Pool;
let starter: CaseStarter;
let open: string;
let other: string;
let ended: string;

beforeAll(async () => {
  temporal = await startDevTemporal();
  system = await createCaseSystem({ temporal, profile: 'rehearsal' });
  pool = openPool(system.db.appUrl, 3);
  starter = await openCaseStarter(settings());
  open = await tellAll(system, upTo(storyOf('C01').requests, 'passFirstReview'));
  other = await tellAll(system, upTo(storyOf('C03').requests, 'submit'));
  ended = await tellAll(system, storyOf('C05').requests);
  await listedAre([open, other]);
});
afterAll(async () => {
  await starter?.close();
  await pool?.end();
  await system?.close();
  await temporal?.stop();
});

const handle = (caseId: string) => system.client.workflow.getHandle(workflowIdOf(caseId));
const workflows = () => caseWorkflows(system.client, system.config.temporal.taskQueue);
const seqOf = async (caseId: string) => (await handle(caseId).query(snapshot)).seq;
const onRecord = async (caseId: string) => (await eventsOf(system.db, caseId)).length;

function settings() {
  const { taskQueue } = system.config.temporal;
  const env = { SANXIANG_PROFILE: 'rehearsal', TEMPORAL_ADDRESS: temporal.address, SANXIANG_TASK_QUEUE: taskQueue };
  return readWorkflowSettings(env);
}

/** Long after everything: nothing is taken for what is just being written. */
const look = (now = Date.now() + 3_600_000) =>
  reconcile({
    pool,
    workflows: workflows(),
    starter,
    now,
    begin: (agency, caseId) =>
      inAgencyAlone(
        system.db.appUrl,
        agency,
        async (client) => void (await beginOne(client, starter, caseId, () => {})),
      ),
  });
const found = async () => (await look()).map(({ caseId, what, repaired }) => ({ caseId, what, repaired }));

/** Stories happen in virtual time: only a look that is the first asks the cases that were written before it. */
const forgetLooks = () => system.db.asOwner('DELETE FROM reconciliation');

/** Lists follow what happens. */
async function listedAre(ids: string[]): Promise<void> {
  await until(async () => {
    const listed: string[] = [];
    for await (const { caseId } of workflows().running()) listed.push(caseId);
    return listed.toSorted().join() === ids.toSorted().join() || undefined;
  });
}

/** Begins a workflow by hand, with the case as it was after its first `count` events. */
async function beginWith(
  caseId: string,
  count: number,
  change: object = {},
  taskQueue = system.config.temporal.taskQueue,
) {
  const state = fold(emptyState, (await eventsOf(system.db, caseId)).slice(0, count));
  const begun = { caseId, agency: state.filing!.agency, state: { ...state, ...change }, answered: [] };
  const options = caseWorkflowOptions({ taskQueue, virtualTime: true, continueAfter: 500 }, begun);
  await system.client.workflow.start('caseWorkflow', options);
}

describe('a healthy system', () => {
  test('is told nothing: no difference, no event, and nothing in any history', async () => {
    const lengths = async () =>
      Promise.all([open, other].map(async (id) => (await handle(id).describe()).historyLength));
    const before = [await lengths(), await onRecord(open), await onRecord(other)];
    expect(await look()).toEqual([]);
    expect(await look(Date.now())).toEqual([]);
    expect([await lengths(), await onRecord(open), await onRecord(other)]).toEqual(before);
    const rows = await system.db.asOwner(
      `SELECT looked, found, repaired, ended_at IS NOT NULL AS ended FROM reconciliation`,
    );
    expect(rows).toEqual([1, 2].map(() => ({ looked: 2, found: 0, repaired: 0, ended: true })));
  });
});

describe('each difference is found, and repaired', () => {
  test('a workflow that is gone', async () => {
    await handle(open).terminate('by hand');
    await listedAre([other]);
    expect(await found()).toEqual([{ caseId: open, what: 'workflowMissing', repaired: true }]);
    expect(await seqOf(open)).toBe(await onRecord(open));
    await listedAre([open, other]);
    expect(await found()).toEqual([]);
  });

  test('one that has not seen every event, in another stage', async () => {
    await handle(open).terminate('by hand');
    await beginWith(open, (await onRecord(open)) - 1);
    await listedAre([open, other]);
    expect(await found()).toEqual([{ caseId: open, what: 'workflowBehind', repaired: true }]);
    expect(await seqOf(open)).toBe(await onRecord(open));
  });

  test('one that is behind in the same stage', async () => {
    const events = await eventsOf(system.db, open);
    const last = events.length - 1;
    await handle(open).terminate('by hand');
    await beginWith(open, last, { stage: events.at(-1)!.stage });
    await forgetLooks();
    await listedAre([open, other]);
    expect(await found()).toEqual([{ caseId: open, what: 'workflowBehind', repaired: true }]);
    expect(await seqOf(open)).toBe(await onRecord(open));
  });

  test('one that is in another stage, and one that has seen more than is on record', async () => {
    for (const [change, what] of [[{ stage: 'issuing' }, 'stageDiffers'], [{ seq: 99 }, 'workflowAhead']] as const) {
      await handle(open).terminate('by hand');
      await beginWith(open, await onRecord(open), change);
      await forgetLooks();
      await listedAre([open, other]);
      expect(await found()).toEqual([{ caseId: open, what, repaired: true }]);
      const { seq, stage } = await handle(open).query(snapshot);
      expect({ seq, stage }).toEqual({ seq: await onRecord(open), stage: 'sectionSignOff' });
    } // prettier-ignore
  });

  test('one that runs on though its case has ended: told, it ends by itself', async () => {
    await beginWith(ended, (await onRecord(ended)) - 1);
    await listedAre([open, other, ended]);
    expect(await found()).toEqual([{ caseId: ended, what: 'workflowLeftOver', repaired: true }]);
    expect((await handle(ended).describe()).status.name).toBe('COMPLETED');
    await listedAre([open, other]);
  });

  test('as does one that whoever rebuilds tells, for nobody acts on its case any more', async () => {
    await beginWith(ended, (await onRecord(ended)) - 1);
    await listedAre([open, other, ended]);
    await rebuildWorkflows(system.db.ownerUrl, settings());
    await until(async () => (await handle(ended).describe()).status.name === 'COMPLETED' || undefined);
    await listedAre([open, other]);
  });

  test('a case goes on afterwards as if nothing had been', async () => {
    const { requests } = storyOf('C01');
    const next = requests[upTo(requests, 'passFirstReview').length]!;
    expect((await system.tell(next, open)).body).toMatchObject({ stage: 'intake' });
    expect(await found()).toEqual([]);
  });
});

describe('what is not ours to repair', () => {
  test('a workflow without a case is named and left alone', async () => {
    await system.client.workflow.start('caseWorkflow', {
      ...caseWorkflowOptions(
        { taskQueue: system.config.temporal.taskQueue, virtualTime: true, continueAfter: 500 },
        { caseId: 'nobody', agency: 'xltyj', state: { ...fold(emptyState, (await eventsOf(system.db, open)).slice(0, 2)) }, answered: [] },
      ),
    }); // prettier-ignore
    await listedAre([open, other, 'nobody']);
    expect(await look(Date.now())).toEqual([]);
    expect(await found()).toEqual([{ caseId: 'nobody', what: 'caseUnknown', repaired: false }]);
    expect((await handle('nobody').describe()).status.name).toBe('RUNNING');
    await handle('nobody').terminate('by hand');
    await listedAre([open, other]);
  });

  test('another system’s workflows in the same namespace', async () => {
    await beginWith(ended, 1, {}, 'somebody-else');
    expect(await found()).toEqual([]);
    await handle(ended).terminate('by hand');
  });
});

describe('beside commands at work', () => {
  test('nothing is taken for a difference, and every command is done once', async () => {
    const rest = storyOf('C03').requests.slice(upTo(storyOf('C03').requests, 'submit').length);
    const before = await onRecord(other);
    let looks = 0;
    let done = false;
    const looking = (async () => {
      while (!done) {
        expect(await look(Date.now())).toEqual([]);
        looks += 1;
      }
    })();
    for (const told of rest) expect((await system.tell(told, other)).status).toBe(200);
    done = true;
    await looking;
    const events = (await eventsOf(system.db, other)).slice(before);
    expect(events.filter(({ actor }) => actor !== 'system')).toHaveLength(rest.length);
    expect(looks).toBeGreaterThan(0);
  });
});

test('who administers the system reads each run, with what was found in cases of the own agency', async () => {
  const read = async (person: string, query = '') => system.get(person, `/api/v1/admin/reconciliations${query}`);
  const own = await read('xltyj-y1', '?kind=reconciler&limit=100');
  expect(own.status).toBe(200);
  const told = (own.body['items'] as { differences: object[] }[]).flatMap(({ differences }) => differences);
  expect(told).toContainEqual({
    caseId: open,
    what: 'workflowAhead',
    inWords: '流程超前于数据库',
    inWordsEn: 'its workflow had seen events that are not on record',
    repaired: true,
  });
  expect(told).not.toContainEqual(expect.objectContaining({ caseId: other }));
  const elsewhere = await read('asys-y1', '?limit=100');
  expect((elsewhere.body['items'] as { differences: object[] }[]).flatMap((run) => run.differences)).toEqual([]);
  const first = await read('xltyj-y1', '?limit=2');
  const second = await read('xltyj-y1', `?limit=2&before=${encodeURIComponent(String(first.body['next']))}`);
  expect([first.body['items'], second.body['items']].flat()).toHaveLength(4);
  expect([(await read('xltyj-h1')).status, (await read('xltyj-y1', '?kind=other')).status]).toEqual([403, 400]);
});
