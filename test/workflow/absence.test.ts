import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { CaseEvent } from '../../domain/command.ts';
import { tellAll } from '../support/case-system.ts';
import { eventsOf, foldFaults, ledgerFaults } from '../support/records.ts';
import { createSkippedYear, type SkippedYear } from '../support/skipped-year.ts';
import { moved, storyOf, upTo } from '../support/stories.ts';
import { until } from '../support/until.ts';

/** C01 in legal review from 11 February 2026, held by xltyj-r1; all days are moved by whole weeks. */
describe('a review whose reviewer is away', () => {
  let system: SkippedYear['system'];
  let caseId: string;
  let weeks: number;
  const on = (day: string) => moved(day, weeks);
  const events = () => eventsOf(system.db, caseId);
  const skipTo = (day: string, time: string) => system.temporal.skipTo(Date.parse(`${on(day)}T${time}+08:00`));
  const enterLeave = (body: object) =>
    system.post('xltyj-r1', '/api/v1/people/xltyj-r1/leave', moved(body, weeks)).then(({ status }) => status);
  const nextOf = (type: string, nth = 1) =>
    until(async () => (await events()).filter((event) => event.type === type)[nth - 1]);

  /** What the schedule does every day at 00:05, which the test server knows nothing of. */
  async function dailyWalk(): Promise<void> {
    const { taskQueue } = system.config.temporal;
    const args = [{ persons: null, after: null, walks: 1 }];
    await system.client.workflow.execute('organisationWorkflow', { workflowId: randomUUID(), taskQueue, args });
  }

  beforeAll(async () => {
    ({ system, weeks } = await createSkippedYear());
    caseId = await tellAll(system, upTo(storyOf('C01', weeks).requests, 'acceptForReview'));
  });
  afterAll(() => system?.close());

  test('goes to the substitute on the first day of the leave, and back after the last', async () => {
    expect(await enterLeave({ from: '2026-02-12', to: '2026-02-13', substitute: 'xltyj-r2' })).toBe(200);
    await skipTo('2026-02-12', '00:05:00');
    await dailyWalk();
    const { holder, standIns } = await nextOf('standIn');
    const entry = { for: 'xltyj-r1', by: 'xltyj-r2', until: on('2026-02-13'), because: 'onLeave' };
    expect([holder, standIns]).toEqual([['xltyj-r2'], [entry]]);
    await skipTo('2026-02-14', '00:00:10');
    const back = await nextOf('endStandIn');
    expect([back.holder, back.standIns, back.at]).toEqual([['xltyj-r1'], [], Date.parse(`${on('2026-02-13')}T23:59:59+08:00`) + 1000]); // prettier-ignore
  });

  test('is shown on the case’s page in words, with both names', async () => {
    const { body } = await system.get('xltyj-q1', `/api/v1/cases/${caseId}`);
    const history = body['history'] as {
      type: string;
      standIns?: { zh: string }[];
      standInsEnded?: { zh: string }[];
    }[];
    const [begun, ended] = ['standIn', 'endStandIn'].map((type) => history.find((event) => event.type === type));
    const { 'xltyj-r1': away, 'xltyj-r2': by } = body['persons'] as Record<string, string>;
    expect([begun?.standIns?.[0]?.zh]).toEqual([`${away}休假，由${by}替岗至${on('2026-02-13')}`]);
    expect([ended?.standInsEnded?.[0]?.zh]).toEqual([`${by}不再替${away}办理`]);
    expect([body['standIns'], body['absent']]).toEqual([[], []]);
  });

  test('without a substitute stays with its holder, and the legal head is told, once', async () => {
    expect(await enterLeave({ from: '2026-02-24', to: '2026-03-06' })).toBe(200);
    await skipTo('2026-02-24', '00:05:00');
    await dailyWalk();
    const { holder, told, absent } = await nextOf('reportAbsence');
    const reported = { person: 'xltyj-r1', kind: 'onLeave', since: on('2026-02-24') };
    expect([holder, told, absent]).toEqual([['xltyj-r1'], ['xltyj-q1'], [reported]]);
    const { body } = await system.get('xltyj-q1', `/api/v1/cases/${caseId}`);
    expect(body['absent']).toMatchObject([{ ...reported, zh: expect.stringContaining('正在休假，没有替岗人') }]);
    const before = await events();
    await dailyWalk();
    expect(await events()).toEqual(before);
  });

  test('is reassigned by the head; and when the next reviewer loses the role, the head is told at once', async () => {
    const handOver = { from: 'xltyj-r1', to: 'xltyj-r2', reason: '休假' };
    expect((await system.post('xltyj-q1', `/api/v1/cases/${caseId}/actions/reassign`, handOver)).status).toBe(200);
    const withdrawn = { role: 'legalReviewer', grant: false };
    expect((await system.post('xltyj-c1', '/api/v1/admin/people/xltyj-r2/roles', withdrawn)).status).toBe(200);
    const { told, absent } = await nextOf('reportAbsence', 2);
    expect([told, absent]).toEqual([['xltyj-q1'], [{ person: 'xltyj-r2', kind: 'noRole', since: null }]]);
  });

  test('has a record without a gap, which folds to what is listed, and everybody was told', async () => {
    expect([await foldFaults(system.db), await ledgerFaults(system.db)]).toEqual([[], []]);
    const notices = await system.db.asOwner<{ person_id: string; kind: string }>(
      `SELECT person_id, kind FROM notification WHERE kind IN ('standIn', 'standInEnded', 'handedBack', 'holderAbsent') ORDER BY seq, person_id`,
    );
    expect(notices.map(({ person_id, kind }) => `${person_id} ${kind}`)).toEqual([
      'xltyj-r2 standIn', 'xltyj-r1 handedBack', 'xltyj-r2 standInEnded', 'xltyj-q1 holderAbsent', 'xltyj-q1 holderAbsent',
    ]); // prettier-ignore
    expect((await events()).filter((event: CaseEvent) => event.actor === 'system').map(({ type }) => type)).toContain('remind'); // prettier-ignore
  });
});
