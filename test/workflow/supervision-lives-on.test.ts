import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { breachesOf } from '../support/breaches.ts';
import { rebuildReadModel } from '../../rebuild/read-model.ts';
import { rebuildWorkflows } from '../../rebuild/workflows.ts';
import { orderWorkflowIdOf } from '../../workflows/order-messages.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { createCaseSystem, tellAll, type CaseSystem } from '../support/case-system.ts';
import { historyText } from '../support/records.ts';
import { storyOf } from '../support/stories.ts';
import { startDevTemporal, type DevTemporal } from '../support/temporal.ts';
import { until } from '../support/until.ts';

const base = '/api/v1/supervision-orders';
const opening = { agency: 'wsq', subject: '送达普遍超期', reason: '抽查发现' };
const at = (day: string) => `${day}T09:00:00+08:00`;

let temporal: DevTemporal;
let system: CaseSystem;
let archived: string;
beforeAll(async () => {
  temporal = await startDevTemporal();
  system = await createCaseSystem({ temporal, profile: 'rehearsal' });
  archived = await tellAll(system, storyOf('C01').requests);
});
afterAll(async () => {
  await system?.close();
  await temporal?.stop();
});

async function killedAndStarted(): Promise<void> {
  system.worker.kill('SIGKILL');
  await system.worker.exited;
  await system.startWorker();
}

async function found(): Promise<string[]> {
  const breaches = await breachesOf(system.db.ownerUrl, temporal.address);
  const rebuilt = await rebuildReadModel(system.db.ownerUrl, { dryRun: true });
  expect(rebuilt).toMatchObject({ differed: 0, failed: 0 });
  expect(rebuilt.orders?.mended ?? 0).toBe(0);
  return breaches.map(({ where, what }) => `${where}: ${what}`);
}

const statusOf = async (id: string) => (await system.client.workflow.getHandle(id).describe()).status.name;
async function ended(id: string): Promise<string> {
  return until(async () => {
    const status = await statusOf(id);
    return status === 'RUNNING' ? undefined : status;
  });
}
const rebuild = () => rebuildWorkflows(system.db.ownerUrl, { ...system.config, virtualTime: true });

test('an order on an archived case lives on in its workflow, whatever becomes of the worker, until it is closed', async () => {
  const act = (person: string, action: string, body: object, day: string) =>
    system.post(person, `/api/v1/cases/${archived}/actions/${action}`, body, { at: at(day) });
  expect(await ended(workflowIdOf(archived))).toBe('COMPLETED');
  expect((await act('xltsf-o1', 'openSupervision', { reason: '抽查' }, '2026-06-01')).status).toBe(200);
  expect(await statusOf(workflowIdOf(archived))).toBe('RUNNING');
  await killedAndStarted();
  const { body } = await system.get('xltsf-o1', `/api/v1/cases/${archived}`, { at: at('2026-06-10') });
  expect(body['supervision']).toMatchObject({ status: 'open', overdue: true });
  expect(body['history'].slice(-4).map(({ type, stage }: any) => `${type} ${stage}`)).toEqual([
    'openSupervision archived',
    'remind archived',
    'remind archived',
    'markOverdue archived',
  ]);
  expect(await found()).toEqual([]);
  await system.client.workflow.getHandle(workflowIdOf(archived)).terminate('by hand');
  expect(await found()).toEqual([`${archived}: no workflow is running, the case is in archived`]);
  expect(await rebuild()).toMatchObject({ started: 1 });
  expect(await found()).toEqual([]);
  expect((await act('xltyj-l1', 'replySupervision', { reply: '已说明' }, '2026-06-11')).status).toBe(200);
  expect(await statusOf(workflowIdOf(archived))).toBe('RUNNING');
  expect((await act('xltsf-o1', 'closeSupervision', {}, '2026-06-12')).status).toBe(200);
  expect(await ended(workflowIdOf(archived))).toBe('COMPLETED');
  expect(await found()).toEqual([]);
});

test('an order on an agency goes on with another worker, and begins again where its workflow is gone', async () => {
  const opened = await system.post('eedssf-o1', base, opening, { at: at('2026-03-02') });
  const id = String(opened.body['id']);
  const act = (person: string, action: string, body: object, day: string) =>
    system.post(person, `${base}/${id}/actions/${action}`, body, { at: at(day) });
  await killedAndStarted();
  const { body } = await system.get('wsq-l1', `${base}/${id}`, { at: at('2026-03-06') });
  expect(body['history'].map(({ type }: any) => type)).toEqual(['openSupervision', 'remind', 'remind']);
  expect(await found()).toEqual([]);
  await system.client.workflow.getHandle(orderWorkflowIdOf(id)).terminate('by hand');
  expect(await found()).toEqual([`${id}: no workflow is running, the order is not closed`]);
  expect((await rebuild()).orders).toEqual({ orders: 1, mended: 1 });
  expect(await found()).toEqual([]);
  await system.client.workflow.getHandle(orderWorkflowIdOf(id)).terminate('by hand');
  expect((await act('wsq-q1', 'replySupervision', { reply: '已整改' }, '2026-03-11')).body).toMatchObject({ status: 'replied' }); // prettier-ignore
  expect((await act('eedssf-o1', 'closeSupervision', {}, '2026-03-12')).body).toMatchObject({ status: 'closed' });
  expect(await ended(orderWorkflowIdOf(id))).toBe('COMPLETED');
  expect(await found()).toEqual([]);
});

test('the same key opens one order, however often it is sent at once, and another body is refused', async () => {
  const sent = await Promise.all(
    [1, 2, 3].map(() => system.post('eedssf-o1', base, opening, { key: 'one-order', at: at('2026-04-01') })),
  );
  const ids = sent.map(({ status, body }) => `${status} ${body['id']}`);
  expect([ids[0]!.slice(0, 3), new Set(ids).size]).toEqual(['201', 1]);
  const again = { ...opening, subject: '别的' };
  expect((await system.post('eedssf-o1', base, again, { key: 'one-order', at: at('2026-04-01') })).status).toBe(422);
  const [id] = ids.map((one) => one.slice(4));
  expect(await system.db.asOwner('SELECT type FROM supervision_order_event WHERE order_id = $1', [id])).toEqual([{ type: 'openSupervision' }]); // prettier-ignore
  expect(await found()).toEqual([]);
});

test.each(['before', 'after'])(
  'a reply whose worker dies %s its commit is there once, and acknowledged',
  async (moment) => {
    const opened = await system.post('eedssf-o1', base, opening, { at: at('2026-05-04') });
    const path = `${base}/${String(opened.body['id'])}/actions/replySupervision`;
    await system.worker.stop();
    const dying = await system.startWorker('test/support/crashing-worker.ts', [moment, 'replySupervision']);
    const sending = { key: `reply-${moment}`, at: at('2026-05-06') };
    const replied = system.post('wsq-q1', path, { reply: '已整改' }, sending);
    await dying.exited;
    await system.startWorker();
    expect([200, 202]).toContain((await replied).status);
    const again = async () => {
      const answer = await system.post('wsq-q1', path, { reply: '已整改' }, sending);
      return answer.status === 200 ? answer : undefined;
    };
    const answer = await until(again);
    expect(answer).toMatchObject({ status: 200, body: { status: 'replied' } });
    const events = await system.db.asOwner('SELECT type FROM supervision_order_event WHERE order_id = $1', [
      opened.body['id'],
    ]);
    expect(events.filter(({ type }) => type === 'replySupervision').length).toBe(1);
    expect(await found()).toEqual([]);
  },
);

test('an opening whose worker dies after its commit is there once, with the workflow that keeps its deadline', async () => {
  await system.worker.stop();
  const dying = await system.startWorker('test/support/crashing-worker.ts', ['after', 'openSupervision']);
  const open = () => system.post('eedssf-o1', base, opening, { key: 'dying-opening', at: at('2026-06-01') });
  const opened = open();
  await dying.exited;
  await system.startWorker();
  // On a slow machine it is under way when the answer's time is over; the same request tells then.
  expect([201, 202]).toContain((await opened).status);
  const settled = async () => ((await open()).status === 201 ? open() : undefined);
  const answer = await until(settled);
  expect(answer).toMatchObject({ status: 201, body: { status: 'open' } });
  expect(await found()).toEqual([]);
});

test('no word of an order is in its history', async () => {
  const [row] = await system.db.asOwner<{ id: string }>(
    `SELECT id FROM supervision_order WHERE case_id IS NULL AND status = 'replied' LIMIT 1`,
  );
  const history = await historyText(system.client, orderWorkflowIdOf(row!.id));
  expect(history).toContain('openSupervision');
  for (const word of ['普遍超期', '抽查发现', '已整改']) expect(history).not.toContain(word);
});
