import type { NoticeKind } from '../domain/notice-kinds.ts';
import type { Millis } from '../domain/state.ts';
import type { Pool } from './pool.ts';

/** A message that was handed to us to be sent. */
export interface ClaimedDelivery {
  id: string;
  channel: string;
  /** Cases by kind of notice. */
  counts: Partial<Record<NoticeKind, string[]>>;
  /** Which attempt this is, from 1. */
  attempt: number;
  /** A mail address, or the key of a robot. */
  address: string;
}

/** How many messages one robot of 企业微信 takes in a minute. */
export const robotMessagesPerMinute = 20;

/** Says which channels are served: for the others nothing is kept to be sent. */
export async function serveChannels(pool: Pool, served: string[]): Promise<void> {
  await pool.query(
    `INSERT INTO delivery_channel (channel, enabled) SELECT unnest($1::text[]), true
     ON CONFLICT (channel) DO UPDATE SET enabled = true WHERE NOT delivery_channel.enabled`,
    [served],
  );
  await pool.query(`UPDATE delivery_channel SET enabled = false WHERE enabled AND channel <> ALL ($1)`, [served]);
}

/** Makes messages of what has waited for so long; answers how many. */
export async function gatherDeliveries(pool: Pool, now: Millis, gatherMs: number): Promise<number> {
  const { rows } = await pool.query<{ made: number }>({
    name: 'gather_deliveries',
    text: `SELECT gather_deliveries($1, $2 * interval '1 millisecond') AS made`,
    values: [new Date(now), gatherMs],
  });
  return rows[0]!.made;
}

/** One message that is due, ours for so long; null when there is none. */
export async function claimDelivery(pool: Pool, now: Millis, leaseMs: number): Promise<ClaimedDelivery | null> {
  const { rows } = await pool.query<{ claimed: ClaimedDelivery | null }>({
    name: 'claim_delivery',
    text: `SELECT claim_delivery($1, $2 * interval '1 millisecond', $3) AS claimed`,
    values: [new Date(now), leaseMs, robotMessagesPerMinute],
  });
  return rows[0]!.claimed;
}

/** Writes down what became of an attempt, unless somebody else has the message meanwhile. */
export async function settleDelivery(
  pool: Pool,
  { id, attempt }: Pick<ClaimedDelivery, 'id' | 'attempt'>,
  became: { status: 'delivered' | 'givenUp' | 'waiting'; nextAt?: Millis; reason?: string },
  now: Millis,
): Promise<void> {
  const { status, nextAt, reason } = became;
  await pool.query({
    name: 'settle_delivery',
    text: 'SELECT settle_delivery($1, $2, $3, $4, $5, $6)',
    values: [id, attempt, status, nextAt === undefined ? null : new Date(nextAt), reason ?? null, new Date(now)],
  });
}
