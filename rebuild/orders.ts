import type pg from 'pg';
import { rowsAgree } from '../check/fold-gives-read-model.ts';
import { orderRowOf, type StoredOrderEvent } from '../prisma/agency-order.ts';
import { orderNoticeRowsOf } from '../prisma/notice-rows.ts';
import type { CaseStarter } from './start-case.ts';
import { writeNotices } from './write-notices.ts';

/** Numbers of supervision orders on agencies. */
export interface OrdersResult {
  orders: number;
  /** Whose row or notices differed and were written anew (in a dry run it still differs), or whose workflow was begun. */
  mended: number;
}

/** Writes the row of each order on an agency anew from its events, where it differs: an order a transaction, under its row's lock. */
export async function rebuildOrders(
  client: pg.Client,
  dryRun: boolean,
  say: (line: string) => void,
): Promise<OrdersResult> {
  const result: OrdersResult = { orders: 0, mended: 0 };
  for (const { id } of await orders(client, '')) {
    result.orders += 1;
    await client.query('BEGIN');
    const { rows } = await client.query<{ row: object }>('SELECT to_jsonb(t) AS row FROM supervision_order t WHERE id = $1 FOR UPDATE', [id]); // prettier-ignore
    const events = await client.query<{ event: StoredOrderEvent['event']; words: StoredOrderEvent['words'] }>(
      'SELECT data AS event, words FROM supervision_order_event WHERE order_id = $1 ORDER BY seq',
      [id],
    );
    const row = orderRowOf(events.rows);
    const differs = row !== null && !rowsAgree([rows[0]!.row], [row]);
    if (differs) await writeRow(client, row);
    const notices = orderNoticeRowsOf(events.rows.map(({ event }) => event));
    const untold = await writeNotices(client, { key: 'order_id', table: 'supervision_order', id }, notices);
    const differing = [...(differs ? ['supervision_order'] : []), ...(untold ? ['notification'] : [])];
    if (differing.length > 0) result.mended += 1;
    if (differing.length > 0 && dryRun) say(`${id}: 不同 differs: ${differing.join(', ')}`);
    await client.query(dryRun ? 'ROLLBACK' : 'COMMIT');
  }
  return result;
}

/** Begins the workflow of each order on an agency that is not closed and has none. */
export async function beginOrders(client: pg.Client, starter: CaseStarter): Promise<OrdersResult> {
  const open = await orders(client, `AND status <> 'closed'`);
  let mended = 0;
  for (const { id, agency } of open) {
    if (await starter.startOrder(id, agency)) mended += 1;
  }
  return { orders: open.length, mended };
}

async function orders(client: pg.Client, condition: string): Promise<{ id: string; agency: string }[]> {
  const { rows } = await client.query<{ id: string; agency: string }>(
    `SELECT id, agency_id AS agency FROM supervision_order WHERE case_id IS NULL ${condition} ORDER BY id`,
  );
  return rows;
}

async function writeRow(client: pg.Client, row: object): Promise<void> {
  const columns = Object.keys(row).join(', ');
  await client.query(
    `UPDATE supervision_order o SET (${columns}) = (SELECT ${columns} FROM jsonb_populate_record(NULL::supervision_order, $1)) WHERE o.id = $2`,
    [JSON.stringify(row), (row as { id: string }).id],
  );
}
