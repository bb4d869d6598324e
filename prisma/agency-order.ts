import { answerOf, applyOrder, noOrderYet, type AgencyOrder, type AgencyOrderEvent } from '../domain/agency-order.ts';
import { canonical, sha256Of } from './canonical.ts';
import type { Transaction } from './client.ts';
import { json } from './events.ts';
import { appendLeaf } from './ledger.ts';
import { orderNoticeRows } from './notice-rows.ts';
import { firstColumns, movedColumns } from './order-row.ts';

type Words = Record<string, unknown>;

export interface StoredOrderEvent {
  event: AgencyOrderEvent;
  words: Words;
}

/** An order on an agency as it is on record; null where there is none that the acting agency may see. */
export async function readAgencyOrder(transaction: Transaction, id: string): Promise<AgencyOrder | null> {
  const row = await transaction.supervisionOrder.findUnique({ where: { id }, select: { state: true } });
  return (row?.state as AgencyOrder | null | undefined) ?? null;
}

/** The same, under a lock of its row until the transaction ends. */
export async function lockAgencyOrder(transaction: Transaction, id: string): Promise<AgencyOrder | null> {
  const [row] = await transaction.$queryRaw<{ state: AgencyOrder | null }[]>`
    SELECT state FROM supervision_order WHERE id = ${id} FOR UPDATE`;
  return row?.state ?? null;
}

/** The event that a command left, or null when it left none. */
export async function eventOfCommand(
  transaction: Transaction,
  orderId: string,
  commandId: string,
): Promise<AgencyOrderEvent | null> {
  const row = await transaction.supervisionOrderEvent.findUnique({
    where: { orderId_commandId: { orderId, commandId } },
  });
  return (row?.data as unknown as AgencyOrderEvent | undefined) ?? null;
}

/** Every event of an order with its words, in order. */
export async function orderHistory(transaction: Transaction, orderId: string): Promise<StoredOrderEvent[]> {
  const rows = await transaction.supervisionOrderEvent.findMany({ where: { orderId }, orderBy: { seq: 'asc' } });
  return rows.map(({ data, words }) => ({ event: data as unknown as AgencyOrderEvent, words: words as Words }));
}

/** What an order's events fold to, and its row under the names of its columns; null without events. */
export function orderRowOf(stored: StoredOrderEvent[]): object | null {
  const first = stored[0];
  if (!first) return null;
  let before = noOrderYet(first.event.orderId, first.event.agency);
  let row: object = {};
  for (const { event, words } of stored) {
    const after = applyOrder(before, event);
    row = { ...row, ...changedRow(before, after, event, words) };
    before = after;
  }
  return row;
}

/** Writes an event of an order: its row, the event, the command's answer and the ledger leaf, in the transaction given. */
export async function writeOrderEvent(
  transaction: Transaction,
  before: AgencyOrder,
  event: AgencyOrderEvent,
): Promise<AgencyOrder> {
  const { orderId, agency, seq, type, actor, commandId } = event;
  const after = applyOrder(before, event);
  const at = new Date(event.at);
  const words = actor === 'system' ? {} : await answered(transaction, commandId, answerOf(event));
  await transaction.$executeRaw`SELECT write_order(${JSON.stringify(changedRow(before, after, event, words))}::jsonb)`;
  await transaction.supervisionOrderEvent.create({
    data: { orderId, seq, agencyId: agency, type, actor, at, commandId, data: json(event), words: json(words) },
  });
  const notices = orderNoticeRows(before, event);
  if (notices.length > 0) await transaction.$executeRaw`SELECT write_notifications(${JSON.stringify(notices)}::jsonb)`;
  const leaf = {
    kind: 'supervision' as const,
    caseId: null,
    ref: `${orderId}:${seq}`,
    payload: orderLeafPayload(event),
    at,
  };
  await appendLeaf(transaction, agency, leaf);
  return after;
}

/** What the ledger's hash covers of an order's event. */
export function orderLeafPayload(event: AgencyOrderEvent): string {
  const { orderId, seq, type, at } = event;
  return canonical({ kind: 'supervision', ref: `${orderId}:${seq}`, type, at, hash: sha256Of(event) });
}

async function answered(transaction: Transaction, id: string, answer: object): Promise<Words> {
  const [row] = await transaction.commandIntake.updateManyAndReturn({
    where: { id },
    data: { status: 'done', answer: json(answer) },
    select: { words: true },
  });
  if (!row) throw new Error(`command ${id} was never taken in`);
  return row.words as Words;
}

function changedRow(before: AgencyOrder, after: AgencyOrder, event: AgencyOrderEvent, said: Words): object {
  const { id, agency, cases, clocks, closedAt, lastAt } = after;
  const order = after.order ?? before.order!;
  const moved = { id, ...movedColumns(order, { dueAt: clocks[0]?.dueAt ?? null, closedAt, at: lastAt }), state: after };
  if (event.type !== 'openSupervision') return moved;
  return { ...firstColumns(order, { agency_id: agency, case_id: null, cases }, said), ...moved };
}
