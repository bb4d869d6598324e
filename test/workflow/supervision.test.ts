import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { checkSystem } from '../../check/check-system.ts';
import { dayOf } from '../../domain/calendar.ts';
import { rebuildReadModel } from '../../rebuild/read-model.ts';
import { orderWorkflowIdOf } from '../../workflows/order-messages.ts';
import { snapshot, workflowIdOf } from '../../workflows/messages.ts';
import type { Answer, CaseSystem } from '../support/case-system.ts';
import { eventsOf, foldFaults, ledgerFaults } from '../support/records.ts';
import { createSkippedYear } from '../support/skipped-year.ts';
import { moved, storyOf } from '../support/stories.ts';
import { startSkippingTemporal, type SkippingTemporal } from '../support/temporal.ts';
import { until } from '../support/until.ts';

const base = '/api/v1/supervision-orders';
const opening = { agency: 'xltyj', subject: '送达普遍超期', reason: '抽查发现', requires: '说明原因' };

/** The demo's year begins anew in each test, moved by whole weeks behind what the server has skipped to. */
describe('supervision orders while time is skipped', () => {
  let temporal: SkippingTemporal;
  let system: CaseSystem<SkippingTemporal>;
  let weeks: number;

  beforeAll(async () => {
    temporal = await startSkippingTemporal();
  });
  beforeEach(async () => {
    ({ system, weeks } = await createSkippedYear({ temporal }));
  });
  afterEach(async () => {
    try {
      expect([await ledgerFaults(system.db), await foldFaults(system.db)]).toEqual([[], []]);
      expect(await found()).toEqual([]);
      expect(await rebuildReadModel(system.db.ownerUrl, { dryRun: true })).toMatchObject({ differed: 0, failed: 0 });
    } finally {
      // A workflow whose worker has gone would hold up the server's time.
      for (const id of await workflowIds())
        await system.client.workflow
          .getHandle(id)
          .terminate()
          .catch(() => undefined);
      await system.close();
    }
  });
  afterAll(async () => temporal?.stop());

  const workflowIds = async () =>
    (
      await system.db.asOwner<{ id: string }>(
        `SELECT 'case:' || id AS id FROM case_file UNION ALL SELECT 'supervision-order:' || id FROM supervision_order WHERE case_id IS NULL`,
      )
    ).map(({ id }) => id);

  /** What the checker finds, Temporal included; this server cannot list, so each workflow is asked for. */
  async function found(): Promise<string[]> {
    const now = async (id: string) => {
      const { status } = await system.client.workflow.getHandle(id).describe();
      if (status.name !== 'RUNNING') return null;
      return { stage: (await system.client.workflow.getHandle(id).query(snapshot)).stage ?? null };
    };
    async function* each(prefix: string) {
      for (const id of await workflowIds()) {
        const state = id.startsWith(prefix) ? await now(id) : null;
        if (state) yield { id, ...state };
      }
    }
    async function* runningOrders() {
      for await (const { id } of each('supervision-order:')) yield id;
    }
    const workflows = { running: () => each('case:'), runningOrders, now };
    const { results } = await checkSystem(system.db.ownerUrl, { workflows });
    return results.flatMap(({ first }) => first.map(({ where, what }) => `${where}: ${what}`));
  }

  const at = (moment: string) => Date.parse(moved(moment, weeks));
  const send = async (moment: string, person: string, path: string, body: object): Promise<Answer> => {
    await temporal.skipTo(at(moment));
    return system.post(person, path, body);
  };
  const actOn = (id: string) => (moment: string, person: string, action: string, body: object) =>
    send(moment, person, `${base}/${id}/actions/${action}`, body);
  const historyOf = async (id: string) => (await system.get('xltsf-o1', `${base}/${id}`)).body['history'] as any[];
  const rungsOf = (history: any[]) =>
    history.flatMap(({ type, actor, at: moment }) =>
      actor === 'system' ? [`${type} ${dayOf(Date.parse(moment))}`] : [],
    );
  const readUntil = async <Value>(read: () => Promise<Value>, wanted: (value: Value) => boolean): Promise<Value> =>
    until(async () => {
      const value = await read();
      return wanted(value) ? value : undefined;
    });
  const running = async (id: string) => (await system.client.workflow.getHandle(id).describe()).status.name;
  const days = (texts: string[]) => texts.map((text) => text.replace(/\d{4}-\d\d-\d\d/, (day) => moved(day, weeks)));

  test('one on an agency: its due day passes, the rungs fire, it is replied to, sent back with a new deadline, and closed', async () => {
    const opened = await send('2026-03-02T09:00:00+08:00', 'xltsf-o1', base, opening);
    expect(opened).toMatchObject({ status: 201, body: { due: { day: moved('2026-03-09', weeks) } } });
    const id = String(opened.body['id']);
    const act = actOn(id);
    await temporal.skipTo(at('2026-03-20T09:00:00+08:00'));
    const first = ['remind 2026-03-05', 'remind 2026-03-06', 'markOverdue 2026-03-10', 'escalate 2026-03-12', 'escalate 2026-03-17']; // prettier-ignore
    const fired = await readUntil(() => historyOf(id), (history) => history.length === 6); // prettier-ignore
    expect(rungsOf(fired)).toEqual(days(first));
    expect((await system.get('xltsf-o1', `${base}?status=open`)).body).toMatchObject({ total: 1, items: [{ id }] });
    expect((await act('2026-03-20T10:00:00+08:00', 'xltyj-l1', 'replySupervision', { reply: '已整改' })).status).toBe(
      200,
    );
    const back = await act('2026-03-23T10:00:00+08:00', 'xltsf-o2', 'returnSupervision', { reason: '未附清单' });
    expect(back.body).toMatchObject({ status: 'returned', due: { day: moved('2026-03-30', weeks) } });
    await temporal.skipTo(at('2026-03-28T09:00:00+08:00'));
    const again = await readUntil(() => historyOf(id), (history) => history.length === 10); // prettier-ignore
    expect(rungsOf(again)).toEqual(days([...first, 'remind 2026-03-26', 'remind 2026-03-27']));
    expect((await act('2026-03-28T10:00:00+08:00', 'xltyj-q1', 'replySupervision', { reply: '清单附后' })).status).toBe(
      200,
    );
    await temporal.skipTo(at('2026-05-20T09:00:00+08:00'));
    expect(await running(orderWorkflowIdOf(id))).toBe('RUNNING');
    const closed = await act('2026-05-20T10:00:00+08:00', 'xltsf-o1', 'closeSupervision', { conclusion: '同意' });
    expect(closed.body).toMatchObject({ status: 'closed' });
    await readUntil(() => running(orderWorkflowIdOf(id)), (status) => status !== 'RUNNING'); // prettier-ignore
    expect(await running(orderWorkflowIdOf(id))).toBe('COMPLETED');
    expect(rungsOf(await historyOf(id)).length).toBe(7);
    expect((await act('2026-05-20T11:00:00+08:00', 'xltyj-l1', 'replySupervision', { reply: '再报' })).body['code']).toBe('supervision.closed'); // prettier-ignore
  });

  test('one on an archived case gives the case its workflow back, fires its rungs there and ends with the order', async () => {
    const { requests } = storyOf('C05', weeks);
    let caseId = '';
    for (const told of requests) {
      const { status, body } = await system.tell(told, caseId);
      expect({ action: told.action, status, body }).toMatchObject({ status: caseId ? 200 : 201 });
      caseId ||= String(body['id']);
    }
    await readUntil(() => running(workflowIdOf(caseId)), (status) => status !== 'RUNNING'); // prettier-ignore
    const { agency } = (await eventsOf(system.db, caseId))[0]!.input.filing!;
    const [overseer, leader] = [`${agency === 'xltyj' ? 'xltsf' : await bureauOf(agency)}-o1`, `${agency}-l1`];
    const act = (moment: string, person: string, action: string, body: object) =>
      send(moment, person, `/api/v1/cases/${caseId}/actions/${action}`, body);
    const told = Math.max(await temporal.now(), Date.parse(requests.at(-1)!.at));
    const later = (count: number) => new Date(told + count * 86_400_000 - weeks * 7 * 86_400_000).toISOString();
    expect((await act(later(1), overseer, 'openSupervision', { reason: '抽查', requires: '说明' })).status).toBe(200);
    expect(await running(workflowIdOf(caseId))).toBe('RUNNING');
    await temporal.skipTo(told + 30 * 86_400_000);
    const rungs = async () => (await eventsOf(system.db, caseId)).filter(({ actor }) => actor === 'system').slice(-5);
    const last = await readUntil(rungs, (events) => events.at(-1)?.rung?.name === 'plus5' && events.at(-1)!.rung!.clock.endsWith(':supervision')); // prettier-ignore
    expect(last.map(({ type, rung, stage }) => [type, rung!.name, stage])).toEqual([
      ['remind', 'halfWay', 'archived'],
      ['remind', 'oneDayBefore', 'archived'],
      ['markOverdue', 'due', 'archived'],
      ['escalate', 'plus2', 'archived'],
      ['escalate', 'plus5', 'archived'],
    ]);
    expect(await found()).toEqual([]);
    expect((await act(later(31), leader, 'replySupervision', { reply: '已说明' })).status).toBe(200);
    expect(await running(workflowIdOf(caseId))).toBe('RUNNING');
    expect((await act(later(32), overseer, 'closeSupervision', {})).status).toBe(200);
    await readUntil(() => running(workflowIdOf(caseId)), (status) => status !== 'RUNNING'); // prettier-ignore
    expect(await running(workflowIdOf(caseId))).toBe('COMPLETED');
  });

  async function bureauOf(agency: string): Promise<string> {
    const [row] = await system.db.asOwner<{ bureau: string }>(
      'SELECT overseen_by AS bureau FROM agency WHERE id = $1',
      [agency],
    );
    return row!.bureau;
  }
});
