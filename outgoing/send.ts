import { outgoingWords, pauseAfter } from '../domain/outgoing.ts';
import type { Millis } from '../domain/state.ts';
import { claimDelivery, settleDelivery } from '../prisma/deliveries.ts';
import type { Pool } from '../prisma/pool.ts';
import type { Channel, Outcome } from './channel.ts';

/** How long a message is ours: longer than any channel takes to answer. */
export const leaseMs = 120_000;

export interface Sending {
  pool: Pool;
  channels: Channel[];
  /** Where to sign in. */
  link: string;
}

/**
 * Sends one message that is due and writes down what became of it. Whoever dies between the two leaves it claimed: when
 * the claim ends it is sent again under the same id.
 * @returns what became of it, null when nothing was due
 */
export async function sendNext({ pool, channels, link }: Sending, now: () => Millis): Promise<Outcome | null> {
  const claimed = await claimDelivery(pool, now(), leaseMs);
  if (!claimed) return null;
  const { id, channel: name, counts, address, attempt } = claimed;
  const channel = channels.find((one) => one.name === name);
  const outcome: Outcome = channel
    ? await channel.deliver({ id, address, link, ...outgoingWords(counts) })
    : { kind: 'later', reason: 'channel.off' };
  await settleDelivery(pool, claimed, becameOf(outcome, attempt, now()), now());
  return outcome;
}

function becameOf(outcome: Outcome, attempt: number, now: Millis): Parameters<typeof settleDelivery>[2] {
  if (outcome.kind === 'delivered') return { status: 'delivered' };
  const { reason } = outcome;
  const pause = outcome.kind === 'refused' ? null : pauseAfter(attempt);
  if (outcome.kind === 'refused' || pause === null) return { status: 'givenUp', reason };
  return { status: 'waiting', reason, nextAt: now + Math.max(pause, outcome.retryAfterMs ?? 0) };
}
