import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { CaseEvent } from '../../domain/command.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import type { Answer, CaseSystem } from '../support/case-system.ts';
import { eventsOf, foldFaults, ledgerFaults } from '../support/records.ts';
import { createSkippedYear } from '../support/skipped-year.ts';
import { moved, requestFor, storyOf, upTo, type Told } from '../support/stories.ts';
import { startSkippingTemporal, type SkippingTemporal } from '../support/temporal.ts';
import { until } from '../support/until.ts';

const day = 86_400_000;

/** The demo's year 2026 begins a new in each test: moved by whole weeks behind what the server has skipped to. */
describe('deadlines while time is skipped', () => {
  let temporal: SkippingTemporal;
  let system: CaseSystem;
  let weeks: number;
  let requests: Told[];

  beforeAll(async () => {
    temporal = await startSkippingTemporal();
  });
  beforeEach(async () => {
    ({ system, weeks } = await createSkippedYear({ temporal }));
    requests = storyOf('C01', weeks).requests;
  });
  afterEach(async () => {
    expect([await ledgerFaults(system.db), await foldFaults(system.db)]).toEqual([[], []]);
    // A workflow whose worker has gone would hold up the server's time.
    for (const { id } of await system.db.asOwner<{ id: string }>(`SELECT id FROM case_file`)) {
      await system.client.workflow.getHandle(workflowIdOf(id)).terminate();
    }
    await system.close();
  });
  afterAll(async () => temporal?.stop());

  const at = (moment: string) => Date.parse(moved(moment, weeks));
  // The order that the last rung opens has a deadline of its own: see supervision.test.ts.
  const ofOrder = (clock = '') => clock.endsWith(':supervision');
  const overdue = async (caseId: string) =>
    (await eventsOf(system.db, caseId)).filter(({ type, rung }) => type === 'markOverdue' && !ofOrder(rung?.clock));
  const endOf = (date: string) => at(`${date}T23:59:59+08:00`);

  async function tellUpTo(action: string): Promise<string> {
    let caseId = '';
    for (const told of upTo(requests, action)) {
      const { status, body } = await system.tell(told, caseId);
      expect({ action: told.action, status, body }).toMatchObject({
        status: caseId ? 200 : 201,
        body: told.expect ?? {},
      });
      caseId ||= String(body['id']);
    }
    return caseId;
  }

  async function actAt(moment: string, action: string, person: string, body: object, caseId: string): Promise<Answer> {
    return system.tell({ action, person, body: { ...body }, at: moved(moment, weeks) }, caseId);
  }

  test.each([
    ['a first review over a weekend', 'submit', 'firstReview', '2026-02-10'],
    [
      'a legal review over the Spring Festival and its make-up Saturday',
      'acceptForReview',
      'legalReview',
      '2026-02-25',
    ],
  ])('%s is marked overdue once, when the last working day has ended', async (_what, action, stage, due) => {
    const caseId = await tellUpTo(action);
    await temporal.skipTo(endOf(due));
    expect(await overdue(caseId)).toEqual([]);
    await temporal.skipTo(endOf(due) + 5_000);
    const [event, ...more] = await overdueWithin(caseId, 1);
    expect(more).toEqual([]);
    expect(event).toMatchObject({ at: endOf(due) + 1_000, actor: 'system', stage, pass: 'unchanged' });
    await temporal.skipTo(endOf(due) + 20 * day);
    expect(await overdue(caseId)).toEqual([event]);
  });

  async function overdueWithin(caseId: string, count: number): Promise<CaseEvent[]> {
    return until(async () => {
      const events = await overdue(caseId);
      return events.length >= count ? events : undefined;
    });
  }

  test('a return and a new submission give a new deadline, and nothing of the old one fires', async () => {
    const caseId = await tellUpTo('submit');
    const reasons = { reasons: ['证据清单缺页'] };
    expect(
      (await actAt('2026-02-09T10:00:00+08:00', 'returnByFirstReviewer', 'xltyj-f1', reasons, caseId)).status,
    ).toBe(200);
    await temporal.skipTo(endOf('2026-02-11'));
    expect(await overdue(caseId)).toEqual([]);
    const again = { ...requestFor(requests, 'submit'), at: moved('2026-02-12T09:00:00+08:00', weeks) };
    expect((await system.tell(again, caseId)).body['due']).toBe(moved('2026-02-14', weeks));
    await temporal.skipTo(endOf('2026-02-14') + 5_000);
    const [event, ...more] = await overdueWithin(caseId, 1);
    expect(more).toEqual([]);
    expect(event).toMatchObject({ at: endOf('2026-02-14') + 1_000, stage: 'firstReview' });
  });

  test('a withdrawn submission has no deadline left to miss', async () => {
    const caseId = await tellUpTo('submit');
    const withdrawn = await actAt(
      '2026-02-10T16:00:00+08:00',
      'withdrawSubmission',
      'xltyj-h1',
      { reason: '补充取证' },
      caseId,
    );
    expect(withdrawn.body).toMatchObject({ stage: 'investigating', due: null });
    await temporal.skipTo(endOf('2026-03-20'));
    expect(await overdue(caseId)).toEqual([]);
  });

  test.each([
    ['approves', 'approveOpinion', 'leaderApproval'],
    ['passes a review', 'giveOpinion', 'legalSignOff'],
  ])('a year in which nobody acts marks what is overdue and never %s', async (_what, action, stage) => {
    const caseId = await tellUpTo(action);
    const before = await eventsOf(system.db, caseId);
    await temporal.skipTo(endOf('2027-02-25'));
    const marks = (await overdueWithin(caseId, 2)).map(({ at: moment, rung }) => [rung?.clock.split(':')[2], moment]);
    const due = action === 'approveOpinion' ? '2026-02-26' : '2026-02-24';
    expect(marks).toEqual([
      ['stage', endOf(due) + 1_000],
      ['overall', endOf('2026-04-20') + 1_000],
    ]);
    const since = (await eventsOf(system.db, caseId)).slice(before.length);
    expect(
      since.every(({ actor, stage: where, pass }) => actor === 'system' && where === stage && pass === 'unchanged'),
    ).toBe(true);
    expect(new Set(since.map(({ type }) => type))).toEqual(
      new Set(['remind', 'markOverdue', 'escalate', 'openSupervision']),
    );
    const { body } = await system.get('xltyj-h1', `/api/v1/cases/${caseId}`);
    expect(body).toMatchObject({ stage, pass: action === 'approveOpinion' ? 1 : null, decision: null });
  });

  test('the workflow of a refused filing ends by itself within a minute', async () => {
    const filing = requestFor(requests, 'register');
    const key = 'refused-filing';
    const { status } = await system.tell({ ...filing, body: { ...filing.body, handlers: ['xltyj-h1'] } }, '', { key });
    expect(status).toBe(403);
    const [intake] = await system.db.asOwner<{ case_id: string }>('SELECT case_id FROM command_intake WHERE key = $1', [
      key,
    ]);
    const handle = system.client.workflow.getHandle(workflowIdOf(intake!.case_id));
    expect((await handle.describe()).status.name).toBe('RUNNING');
    await temporal.skipTo((await temporal.now()) + 61_000);
    await until(async () => (await handle.describe()).status.name === 'COMPLETED' || undefined);
  });
});
