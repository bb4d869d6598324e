import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { breachesOf } from '../support/breaches.ts';
import { readWorkflowSettings } from '../../config.ts';
import { rebuildWorkflows } from '../../rebuild/workflows.ts';
import { act, snapshot, workflowIdOf } from '../../workflows/messages.ts';
import { createCaseSystem, type Answer, type CaseSystem } from '../support/case-system.ts';
import { withClient } from '../support/database.ts';
import { eventsOf } from '../support/records.ts';
import { storyOf, upTo, type Told } from '../support/stories.ts';
import { until } from '../support/until.ts';
import { runRebuild } from './run-rebuild.ts';
import { startLosableTemporal, type LosableTemporal } from './lost-temporal.ts';

interface OneCase {
  id: string;
  story: Told[];
  /** How much of it was told before Temporal was lost. */
  told: number;
  last: { told: Told; key: string; answer: Answer };
}

/** Where each story stands when Temporal is lost: five agencies, so that numbers do not depend on the order. */
const cuts: Record<string, string | null> = {
  C01: 'submit',
  C03: 'acceptForReview',
  C07: 'object',
  C09: 'suspend',
  C04: 'issueDecision',
  C05: null,
};

let temporal: LosableTemporal;
let system: CaseSystem;
let cases: Record<string, OneCase>;

beforeAll(async () => {
  temporal = await startLosableTemporal();
  system = await createCaseSystem({ temporal, profile: 'rehearsal' });
  cases = {};
  for (const [name, cut] of Object.entries(cuts)) cases[name] = await tellUntil(name, cut);
  await temporal.loseEverything();
}, 240_000);
afterAll(async () => {
  await system?.close();
  await temporal?.stop();
});

async function tellUntil(name: string, cut: string | null): Promise<OneCase> {
  const story = storyOf(name).requests;
  const told = cut === null ? story.length : upTo(story, cut).length;
  const one: OneCase = { id: '', story, told, last: { told: story[0]!, key: '', answer: { status: 0, body: {} } } };
  for (const request of story.slice(0, told)) await tellNext(one, request);
  return one;
}

async function tellNext(one: OneCase, told: Told): Promise<void> {
  const key = randomUUID();
  const answer = await system.tell(told, one.id, { key });
  expect([told.action, answer.status, answer.body]).toEqual([
    told.action,
    told.action === 'register' ? 201 : 200,
    answer.body,
  ]);
  one.id ||= String(answer.body['id']);
  one.last = { told, key, answer };
}

async function tellRest(one: OneCase): Promise<void> {
  for (const request of one.story.slice(one.told)) await tellNext(one, request);
  one.told = one.story.length;
}

const settings = (changes: NodeJS.ProcessEnv = {}) =>
  readWorkflowSettings({
    SANXIANG_PROFILE: 'rehearsal',
    TEMPORAL_ADDRESS: temporal.address,
    SANXIANG_TASK_QUEUE: system.config.temporal.taskQueue,
    ...changes,
  });
const rebuild = (options = {}) => rebuildWorkflows(system.db.ownerUrl, settings(), options);
const stateOf = (one: OneCase) => system.client.workflow.getHandle(workflowIdOf(one.id)).query(snapshot);

async function check() {
  const breaches = await breachesOf(system.db.ownerUrl, temporal.address);
  return breaches.map(({ name, what }) => `${name}: ${what}`);
}

describe('Temporal has lost everything', () => {
  test('the checker says of each open case that its workflow is gone', async () => {
    const found = await check();
    expect(found).toHaveLength(5);
    for (const what of found) expect(what).toMatch(/^temporal-agrees: no workflow is running, the case is in /);
  });

  test('whoever acts on a case is answered, and its workflow runs again', async () => {
    const one = cases['C01']!;
    await tellNext(one, one.story[one.told]!);
    one.told += 1;
    expect(await stateOf(one)).toMatchObject({ stage: one.last.answer.body['stage'] });
  });

  test('whoever is refused there is told why, and the workflow runs again as well', async () => {
    const one = cases['C03']!;
    const { at } = one.last.told;
    const answer = await system.tell({ action: 'archive', person: one.last.told.person, body: {}, at }, one.id);
    expect([answer.status, answer.body['code']]).toEqual([409, 'stage.wrongStage']);
    expect(await stateOf(one)).toMatchObject({ stage: 'legalReview' });
  });

  test('a case whose row is behind its events gets none before its read model is rebuilt', async () => {
    const { id } = cases['C07']!;
    await system.db.asOwner('UPDATE case_file SET last_seq = last_seq - 1 WHERE id = $1', [id]);
    expect(await rebuild({ caseId: id })).toMatchObject({ cases: 1, failed: 1, started: 0 });
    await expect(stateOf(cases['C07']!)).rejects.toThrow('not found');
    await system.db.asOwner('UPDATE case_file SET last_seq = last_seq + 1 WHERE id = $1', [id]);
  });

  test('a refused act on an ended case begins nothing', async () => {
    const one = cases['C05']!;
    const { at, person } = one.last.told;
    expect(await system.tell({ action: 'close', person, body: {}, at }, one.id)).toMatchObject({ status: 409 });
    await expect(stateOf(one)).rejects.toThrow(/not found/i);
  });
});

describe('after the workflows were rebuilt', () => {
  test('each open case has one, those that had one keep it, and repeating it does nothing', async () => {
    const said: string[] = [];
    expect(await rebuild({ say: (line: string) => said.push(line) })).toEqual({
      cases: 5,
      started: 3,
      running: 2,
      ended: 0,
      failed: 0,
    });
    expect(said.at(-1)).toBe('案件 · cases: 5 / 5');
    expect(await rebuild()).toEqual({ cases: 5, started: 0, running: 5, ended: 0, failed: 0 });
    expect(await check()).toEqual([]);
  });

  test('the same key has the same answer as before, from the API and from the workflow', async () => {
    for (const one of Object.values(cases)) {
      const { told, key, answer } = one.last;
      const again = await system.tell(told, one.id, { key });
      expect([again.status, again.body]).toEqual([answer.status, answer.body]);
    }
    const one = cases['C07']!;
    const events = (await eventsOf(system.db, one.id)).filter(({ actor }) => actor !== 'system');
    for (const { commandId, type, actor, input, wordsHash, seq, stage, at } of events) {
      const command = { id: commandId, action: type, actor, input, wordsHash, facts: {}, knownSeq: events.length, at };
      const handle = system.client.workflow.getHandle(workflowIdOf(one.id));
      const answer = await handle.executeUpdate(act, { args: [command as never], updateId: commandId });
      expect(answer).toEqual({ caseId: one.id, seq, stage });
    }
  });

  test('every case goes on to its end, and nothing is lost or doubled', async () => {
    for (const one of Object.values(cases)) {
      await tellRest(one);
      const events = (await eventsOf(system.db, one.id)).filter(({ actor }) => actor !== 'system');
      expect(events.map(({ type }) => type)).toEqual(one.story.map(({ action }) => action));
    }
    expect(await check()).toEqual([]);
    expect(await rebuild()).toEqual({ cases: 0, started: 0, running: 0, ended: 0, failed: 0 });
  });
});

describe('with the clock of the world', () => {
  const overdue = async (one: OneCase) =>
    (await eventsOf(system.db, one.id)).flatMap(({ type, rung }) =>
      type === 'markOverdue' && !rung?.clock.endsWith(':supervision') ? [rung?.clock] : [],
    );
  const byTheClock = () => rebuildWorkflows(system.db.ownerUrl, settings({ SANXIANG_PROFILE: 'demo' }));
  let late: OneCase[];

  test('what fell due while there was no workflow is marked as soon as there is one again', async () => {
    late = [await tellUntil('C02', 'passFirstReview'), await tellUntil('C06', 'acceptForReview')];
    expect(await Promise.all(late.map(overdue))).toEqual([[], []]);
    await temporal.loseEverything();
    expect(await byTheClock()).toMatchObject({ started: 2 });
    for (const one of late) {
      await until(async () => (await overdue(one)).length === 2 || undefined);
    }
  });

  test('once, also when everything is lost again', async () => {
    const before = await Promise.all(late.map(overdue));
    await temporal.loseEverything();
    expect(await byTheClock()).toMatchObject({ started: 2 });
    await sleep(1_000);
    expect(await Promise.all(late.map(overdue))).toEqual(before);
    for (const clocks of before) expect(new Set(clocks).size).toBe(clocks.length);
    expect(await check()).toEqual([]);
  });

  test('killed in the middle, a rebuild has begun some and none twice, and the next one finishes', async () => {
    const [first, second] = late.map(({ id }) => id).toSorted();
    await temporal.loseEverything();
    const running = async (id: string) => {
      const found = await system.client.workflow
        .getHandle(workflowIdOf(id))
        .describe()
        .catch(() => null);
      return found?.status.name === 'RUNNING' || undefined;
    };
    await withClient(system.db.ownerUrl, async (holder) => {
      await holder.query('BEGIN');
      await holder.query('SELECT FROM case_file WHERE id = $1 FOR UPDATE', [second]);
      const { child, ended } = runRebuild(['workflows'], {
        DATABASE_OWNER_URL: system.db.ownerUrl,
        SANXIANG_PROFILE: 'demo',
        TEMPORAL_ADDRESS: temporal.address,
        SANXIANG_TASK_QUEUE: system.config.temporal.taskQueue,
      });
      await until(() => running(first!));
      child.kill('SIGKILL');
      expect((await ended).code).toBeNull();
      await holder.query('ROLLBACK');
    });
    expect(await running(second!)).toBeUndefined();
    const again = () => byTheClock().catch(() => undefined);
    const result = await until(again);
    expect(result).toMatchObject({ started: 1, running: 1, failed: 0 });
    expect(await check()).toEqual([]);
  });
});
