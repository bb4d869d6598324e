import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { organisationScheduleId } from '../../start/organisation-schedule.ts';
import { createCaseSystem, tellAll, type CaseSystem } from '../support/case-system.ts';
import { eventsOf, foldFaults, ledgerFaults } from '../support/records.ts';
import { storyOf, upTo } from '../support/stories.ts';
import { startDevTemporal, type DevTemporal } from '../support/temporal.ts';
import { until } from '../support/until.ts';

describe('what changes in the organisation', () => {
  let system: CaseSystem<DevTemporal>;
  let caseId: string;
  const schedule = () => system.client.schedule.getHandle(organisationScheduleId(system.config.temporal.taskQueue));
  const ofType = async (type: string) => (await eventsOf(system.db, caseId)).filter((event) => event.type === type);
  const [from, to] = ['2026-01-01', '2099-12-31'];
  /** Committed, and nobody told: as when the API dies between the two. */
  const onLeave = (person: string, leave: object[]) =>
    system.db.asOwner('UPDATE person SET leave = $2 WHERE id = $1', [person, JSON.stringify(leave)]);

  beforeAll(async () => {
    const temporal = await startDevTemporal();
    system = await createCaseSystem({ temporal, profile: 'demo' });
    caseId = await tellAll(system, upTo(storyOf('C01').requests, 'submit'));
  });
  afterAll(async () => {
    await system?.close();
    await system?.temporal.stop();
  });

  test('reaches the case by the daily schedule when nobody told it', async () => {
    await onLeave('xltyj-f1', [{ from, to }]);
    await schedule().trigger();
    const [reported] = await until(async () => {
      const found = await ofType('reportAbsence');
      return found.length > 0 ? found : undefined;
    });
    expect([reported?.holder, reported?.told]).toEqual([['xltyj-f1'], ['xltyj-s1']]);
  });

  test('has one schedule, whatever number of workers began: at 00:05 in Shanghai', async () => {
    await system.worker.stop();
    await system.startWorker();
    const ids: string[] = [];
    for await (const { scheduleId } of system.client.schedule.list())
      if (scheduleId.startsWith('organisation:')) ids.push(scheduleId);
    const { spec, state } = await schedule().describe();
    expect([ids.length <= 1, spec.calendars?.length, state.paused]).toEqual([true, 1, false]);
    const next = (await schedule().describe()).info.nextActionTimes[0]!;
    expect(next.toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai' })).toBe('00:05:00');
  });

  test('is recorded once, though the worker dies between its commit and the workflow’s knowing of it', async () => {
    await system.worker.stop();
    const dying = await system.startWorker('test/support/crashing-worker.ts', ['after', 'organisation']);
    await onLeave('xltyj-f1', [{ from, to, substitute: 'xltyj-f2' }]);
    const start = { persons: ['xltyj-f1'], after: null, walks: 1 };
    const { taskQueue } = system.config.temporal;
    await system.client.workflow.start('organisationWorkflow', { workflowId: randomUUID(), taskQueue, args: [start] });
    await until(async () => (dying.alive() ? undefined : true));
    expect((await ofType('standIn')).map(({ holder }) => holder)).toEqual([['xltyj-f2']]);
    await system.startWorker();
    const told = upTo(storyOf('C01').requests, 'passFirstReview').at(-1)!;
    const key = randomUUID();
    const act = await until(async () => {
      const answer = await system.tell({ ...told, person: 'xltyj-f2' }, caseId, { key });
      return answer.status === 202 ? undefined : answer;
    });
    expect([act.status, act.body['stage']]).toEqual([200, 'sectionSignOff']);
    await sleep(1_000);
    expect([(await ofType('standIn')).length, (await ofType('reportAbsence')).length]).toEqual([1, 1]);
    expect([await foldFaults(system.db), await ledgerFaults(system.db)]).toEqual([[], []]);
  });
});
