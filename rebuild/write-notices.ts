import type pg from 'pg';
import { noticeColumnsOfEvents as derived, type NoticeRow } from '../prisma/notice-rows.ts';

/** Whose notices: a case's, or a supervision order's on an agency. */
export interface NoticesOf {
  key: 'case_id' | 'order_id';
  table: 'case_filing' | 'supervision_order';
  id: string;
}

/**
 * Puts the notices that the events of a case or of an order give where those on record are. Whether one was read is known from nothing
 * else, so that a notice which is right already keeps all it has; one that is missing is given anew, unread.
 * @returns whether something was otherwise
 */
export async function writeNotices(client: pg.Client, of: NoticesOf, rows: NoticeRow[]): Promise<boolean> {
  const { key, id } = of;
  const given = JSON.stringify(rows);
  const removed = await client.query(
    `DELETE FROM notification n WHERE ${key} = $1 AND NOT EXISTS (SELECT FROM jsonb_populate_recordset(NULL::notification, $2) g
       WHERE (g.seq, g.person_id) = (n.seq, n.person_id))`,
    [id, given],
  );
  const listed = (side: string) => derived.map((column) => `${side}.${column}`).join(', ');
  const changed = await client.query(
    `UPDATE notification n SET (${derived.join(', ')}, not_before) = ROW (${listed('g')}, greatest(n.not_before, g.at))
     FROM jsonb_populate_recordset(NULL::notification, $1) g WHERE (g.${key}, g.seq, g.person_id) = (n.${key}, n.seq, n.person_id)
       AND ROW (${listed('n')})::text IS DISTINCT FROM ROW (${listed('g')})::text`,
    [given],
  );
  await client.query(
    `SELECT set_config('app.agency', agency_id, true), set_config('app.rebuilding', 'on', true) FROM ${of.table} WHERE id = $1`,
    [id],
  );
  const { rows: added } = await client.query<{ count: number }>(
    `WITH missing AS (SELECT g.* FROM jsonb_populate_recordset(NULL::notification, $1) g WHERE NOT EXISTS
       (SELECT FROM notification n WHERE (n.${key}, n.seq, n.person_id) = (g.${key}, g.seq, g.person_id)))
     SELECT count(*)::int AS count, write_notifications(coalesce(jsonb_agg(to_jsonb(m)), '[]')) FROM missing m`,
    [given],
  );
  return (removed.rowCount ?? 0) + (changed.rowCount ?? 0) + added[0]!.count > 0;
}
