import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createActivities } from '../../activities/index.ts';
import { checkSystem } from '../../check/check-system.ts';
import type { OrderCommand } from '../../domain/agency-order.ts';
import { openPool, type Pool } from '../../prisma/pool.ts';
import { withClient } from '../support/database.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';

const base = '/api/v1/supervision-orders';
const overseer = 'eedssf-o1';
const at = '2026-03-02T09:00:00+08:00';
let system: RecordedSystem;
let pool: Pool;

beforeAll(async () => {
  system = await createRecordedSystem();
  pool = openPool(system.db.appUrl, 2);
});
afterAll(async () => {
  await pool.end();
  await system.close();
});

async function opened(): Promise<string> {
  const { status, body } = await system.post(overseer, base, { agency: 'wsq', subject: '超期', reason: '多件' }, at);
  expect(status).toBe(201);
  return body.id as string;
}

async function sending(person: string, id: string, key: string = randomUUID()) {
  const { browser, csrf } = await system.api.signedIn(person);
  return async () => {
    const answer = await browser
      .post(`${base}/${id}/actions/replySupervision`)
      .set({ 'X-CSRF-Token': csrf, 'Idempotency-Key': key, 'Sanxiang-Clock': at })
      .send({ reply: '已整改' });
    return answer.status;
  };
}

/** Everybody of them comes as far as the ledger of the agency, and waits there for the others. */
async function together(sends: (() => Promise<number>)[]): Promise<number[]> {
  return withClient(system.db.ownerUrl, async (client) => {
    await client.query(`BEGIN; SELECT FROM ledger_head WHERE agency_id = 'wsq' FOR UPDATE`);
    const answers = sends.map((send) => send());
    await new Promise((resolve) => setTimeout(resolve, 700));
    await client.query('COMMIT');
    return Promise.all(answers);
  });
}

const eventsOf = async (id: string) =>
  (
    await system.db.asOwner<{ type: string }>(
      'SELECT type FROM supervision_order_event WHERE order_id = $1 ORDER BY seq',
      [id],
    )
  ).map(({ type }) => type);
const faults = async () => (await checkSystem(system.db.ownerUrl)).results.flatMap(({ first }) => first);

describe('an order on an agency', () => {
  test('that two reply to at once has one reply, and the other is refused', async () => {
    const id = await opened();
    const answers = await together([await sending('wsq-l1', id), await sending('wsq-q1', id)]);
    expect(answers.toSorted()).toEqual([200, 409]);
    expect(await eventsOf(id)).toEqual(['openSupervision', 'replySupervision']);
    expect(await faults()).toEqual([]);
  });

  test('that one reply reaches twice at once has it once, and both are answered alike', async () => {
    const id = await opened();
    const key = randomUUID();
    const answers = await together([await sending('wsq-l1', id, key), await sending('wsq-l1', id, key)]);
    expect(answers).toEqual([200, 200]);
    expect(await eventsOf(id)).toEqual(['openSupervision', 'replySupervision']);
    expect(await faults()).toEqual([]);
  });

  test('whose answer was lost after its commit is answered as recorded when it is delivered again', async () => {
    const id = await opened();
    expect(await (await sending('wsq-l1', id))()).toBe(200);
    const [row] = await system.db.asOwner<{ data: OrderCommand & { commandId: string; type: OrderCommand['action'] } }>(
      `SELECT data FROM supervision_order_event WHERE order_id = $1 AND type = 'replySupervision'`,
      [id],
    );
    const { commandId, type: action, ...event } = row!.data;
    const command = { ...event, id: commandId, action } as OrderCommand;
    const { recordOrder } = createActivities({ database: system.db.database, pool });
    const request = { orderId: id, agency: 'wsq', virtualTime: true, now: Date.parse(at), command };
    expect(await recordOrder(request)).toMatchObject({ kind: 'recorded', state: { seq: 2 } });
    expect(await eventsOf(id)).toEqual(['openSupervision', 'replySupervision']);
  });
});

describe('whom another agency lets read for the sake of a pool', () => {
  test('is told nothing of the orders on it, nor acts on them', async () => {
    await system.db.asOwner(`INSERT INTO agency_grant VALUES ('wsq', 'czsw')`);
    const id = await opened();
    expect((await system.get('czsw-l1', base, at)).body.items).toEqual([]);
    expect((await system.get('czsw-l1', `${base}/${id}`, at)).body.code).toBe('order.unknown');
    const acted = await system.post('czsw-l1', `${base}/${id}/actions/replySupervision`, { reply: '已整改' }, at);
    expect([acted.status, acted.body.code]).toEqual([404, 'order.unknown']);
    expect(await eventsOf(id)).toEqual(['openSupervision']);
  });
});
