import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { noticePageAnswer } from '../../api/schemas/notifications.ts';
import { rebuildReadModel } from '../../rebuild/read-model.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';

const base = '/api/v1/supervision-orders';
const overseer = 'eedssf-o1';
const at = (day: string) => `${day}T09:00:00+08:00`;

let system: RecordedSystem;
let id: string;
beforeAll(async () => {
  system = await createRecordedSystem();
  const opening = { agency: 'wsq', subject: '法制审核普遍超期', reason: '上半年三件超期' };
  id = String((await system.post(overseer, base, opening, at('2026-11-02'))).body['id']);
  const act = (person: string, action: string, body: object, day: string) =>
    system.post(person, `${base}/${id}/actions/${action}`, body, at(day));
  await act('wsq-q1', 'replySupervision', { reply: '已整改' }, '2026-11-10');
  await act(overseer, 'returnSupervision', { reason: '未说明原因' }, '2026-11-11');
  await act('wsq-l1', 'replySupervision', { reply: '原因是人员不足' }, '2026-11-12');
  await act(overseer, 'closeSupervision', { conclusion: '同意' }, '2026-11-13');
});
afterAll(() => system.close());

async function told(person: string, day: string): Promise<[string, string][]> {
  const { status, body } = await system.get(person, '/api/v1/notifications?limit=100', at(day));
  expect({ status, body }).toMatchObject({ status: 200 });
  const { items } = noticePageAnswer.parse(body);
  expect(new Set(items.map((item) => [item.caseId, item.orderId, item.stage, item.path].join()))).toEqual(
    new Set([[null, id, null, `${base}/${id}`].join()]),
  );
  return items.map(({ kind, text }): [string, string] => [kind, text]).toReversed();
}

const order = '对机关的督办「法制审核普遍超期」';

test('whoever is asked to reply to an order on an agency is told of it, of its deadline, its return and its close', async () => {
  expect(await told('wsq-l1', '2026-12-01')).toEqual([
    ['supervisionOpened', `${order}请回复`],
    ['reminder', expect.stringContaining(`${order}临近到期（督办回复期限至`)],
    ['reminder', expect.stringContaining(`${order}临近到期（督办回复期限至`)],
    ['overdue', expect.stringContaining(`${order}期限已到（督办回复期限已于`)],
    ['supervisionReturned', `${order}的回复被退回，请再次回复`],
    ['supervisionClosed', `${order}已办结`],
  ]);
  expect(await told('wsq-q1', '2026-12-01')).toEqual([['supervisionReturned', `${order}的回复被退回，请再次回复`]]);
});

test('the overseers are told of each reply, and nobody of their own act', async () => {
  const kinds = (await told(overseer, '2026-12-01')).map(([kind]) => kind);
  expect(kinds.filter((kind) => kind === 'supervisionReplied')).toHaveLength(2);
  expect(kinds).not.toContain('supervisionOpened');
});

test('what was told is rebuilt from the events, and what was read stays read', async () => {
  const rows = () =>
    system.db.asOwner(
      `SELECT order_id, seq, person_id, kind, rung, due_at, at FROM notification WHERE order_id IS NOT NULL ORDER BY seq, person_id`,
    );
  const before = await rows();
  await system.db.asOwner(`UPDATE notification SET read_at = not_before WHERE kind = 'overdue'`);
  await system.db.asOwner(`DELETE FROM notification WHERE kind = 'supervisionOpened'`);
  await system.db.asOwner(`UPDATE notification SET kind = 'copied' WHERE kind = 'supervisionClosed'`);
  expect(await rebuildReadModel(system.db.ownerUrl, { dryRun: true })).toMatchObject({ orders: { mended: 1 } });
  expect(await rows()).not.toEqual(before);
  expect(await rebuildReadModel(system.db.ownerUrl)).toMatchObject({ orders: { mended: 1 } });
  expect(await rows()).toEqual(before);
  expect(await rebuildReadModel(system.db.ownerUrl)).toMatchObject({ orders: { mended: 0 } });
  expect(await system.db.asOwner(`SELECT kind FROM notification WHERE read_at IS NOT NULL`)).toEqual(
    await system.db.asOwner(`SELECT kind FROM notification WHERE kind = 'overdue'`),
  );
});
