import type pg from 'pg';
import type { AgencyOrderEvent } from '../domain/agency-order.ts';
import { orderRowOf } from '../prisma/agency-order.ts';
import { orderNoticeRowsOf } from '../prisma/notice-rows.ts';
import { rowsAgree } from './fold-gives-read-model.ts';
import { grouped } from './grouped.ts';
import { invariants, type Findings } from './invariant.ts';
import { noticesDiffer } from './notices-follow.ts';
import { pages, rowsOf } from './pages.ts';
import type { EventRow, IntakeRow, NotificationRow, OrderRow } from './rows.ts';

type OrderEventRow = Omit<EventRow, 'case_id' | 'data'> & { order_id: string; data: AgencyOrderEvent };

type OrderNotification = NotificationRow & { order_id: string };

const { foldGivesReadModel, noticesFollow, oneEffectPerCommand, oneLedgerEntry, withinAgency } = invariants;

/** Every order on an agency: its row against its events, and each event with its command and its entry in the ledger. */
export async function checkOrders(client: pg.Client, findings: Findings, size = 200): Promise<void> {
  const all = `SELECT to_jsonb(t) AS row FROM supervision_order t WHERE case_id IS NULL ORDER BY id`;
  for await (const page of pages<OrderRow>(client, 'all_orders', all, size)) {
    const ids = [page.map(({ id }) => id)];
    const sql =
      'SELECT to_jsonb(t) AS row FROM supervision_order_event t WHERE order_id = ANY ($1) ORDER BY order_id, seq';
    const events = await rowsOf<OrderEventRow>(client, sql, ids);
    const own = grouped(events, ({ order_id }) => order_id);
    const told = 'SELECT to_jsonb(t) AS row FROM notification t WHERE order_id = ANY ($1) ORDER BY order_id, seq';
    const notices = grouped(await rowsOf<OrderNotification>(client, told, ids), ({ order_id }) => order_id);
    for (const order of page) {
      checkOrder(order, own.get(order.id) ?? [], findings);
      checkNotices(order, own.get(order.id) ?? [], notices.get(order.id) ?? [], findings);
    }
    await commands(client, events, findings);
    await entries(client, events, findings);
  }
}

function checkOrder(order: OrderRow, events: OrderEventRow[], findings: Findings): void {
  findings.looked(foldGivesReadModel);
  const row = orderRowOf(events.map(({ data, words }) => ({ event: data, words })));
  const gap = events.some(({ seq, data }, n) => seq !== n + 1 || data.seq !== seq);
  const differs = events.some(
    ({ order_id, type, actor, at, command_id, data }) =>
      [data.orderId, data.type, data.actor, data.at, data.commandId].join() !==
      [order_id, type, actor, Date.parse(at), command_id].join(),
  );
  if (gap || differs || !row || !rowsAgree([order], [row])) {
    findings.breach(foldGivesReadModel, order.id, 'the order on the agency is not what its events give');
  }
  findings.looked(withinAgency);
  const strange = events.some(({ agency_id }) => agency_id !== order.agency_id);
  if (strange) findings.breach(withinAgency, order.id, 'an event of the order belongs to another agency');
}

function checkNotices(
  order: OrderRow,
  events: OrderEventRow[],
  notices: OrderNotification[],
  findings: Findings,
): void {
  findings.looked(noticesFollow);
  const expected = orderNoticeRowsOf(events.map(({ data }) => data));
  for (const what of noticesDiffer(expected, notices)) findings.breach(noticesFollow, order.id, what);
  if (notices.some(({ agency_id }) => agency_id !== order.agency_id))
    findings.breach(withinAgency, order.id, 'a notice of the order belongs to another agency');
}

async function commands(client: pg.Client, events: OrderEventRow[], findings: Findings): Promise<void> {
  const acts = events.filter(({ actor }) => actor !== 'system');
  const rows = await rowsOf<IntakeRow>(client, 'SELECT to_jsonb(t) AS row FROM command_intake t WHERE id = ANY ($1)', [
    acts.map(({ command_id }) => command_id),
  ]);
  const intakes = new Map(rows.map((row) => [row.id, row]));
  for (const { order_id, seq, type, actor, command_id } of acts) {
    const intake = intakes.get(command_id);
    const fits = intake?.case_id === order_id && intake.action === type && intake.person_id === actor;
    if (!fits) findings.breach(oneEffectPerCommand, order_id, `event ${seq} is the effect of no command of ${actor}`);
  }
}

async function entries(client: pg.Client, events: OrderEventRow[], findings: Findings): Promise<void> {
  const refs = events.map(({ order_id, seq }) => `${order_id}:${seq}`);
  const leaves = await rowsOf<{ agency_id: string; ref: string }>(
    client,
    `SELECT jsonb_build_object('agency_id', agency_id, 'ref', ref) AS row FROM ledger_leaf
     WHERE kind = 'supervision' AND agency_id IN (SELECT agency_id FROM ledger_head) AND ref = ANY ($1)`,
    [refs],
  );
  const found = grouped(leaves, ({ ref }) => ref);
  findings.looked(oneLedgerEntry, events.length);
  for (const [n, { order_id, seq, agency_id }] of events.entries()) {
    const own = found.get(refs[n]!) ?? [];
    const fits = own.length === 1 && own[0]!.agency_id === agency_id;
    if (!fits)
      findings.breach(oneLedgerEntry, order_id, `event ${seq} of the order has ${own.length} entries of its own`);
  }
}
