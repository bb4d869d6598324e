import type { LimitKey, Requirement, Rung } from './process.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { ClockName, Millis, PersonId } from './state.ts';

/** What of an order that is not closed: waiting for the reply, for the overseer, or for a better reply. */
export type OrderStatus = 'open' | 'replied' | 'returned';

/** A supervision order (督办) that is not closed. Its reply deadline is the clock `supervision`; its words stay in the database. */
export interface SupervisionOrder {
  /** Number of the event that opened it. */
  seq: number;
  openedBy: PersonId | 'system';
  openedAt: Millis;
  /** Why the clock opened it: the rung of which deadline; null where an overseer did, whose reason is words. */
  because: { clock: ClockName; limit: LimitKey; rung: Rung } | null;
  status: OrderStatus;
  /** Who is asked to reply. */
  asked: PersonId[];
  repliedBy: PersonId | null;
  repliedAt: Millis | null;
  /** How often the overseer sent the reply back. */
  returns: number;
}

/** What an event tells of an order, whoever's events they are: a case's or its own. */
export interface OrderEvent {
  type: string;
  seq: number;
  actor: PersonId | 'system';
  at: Millis;
  asked?: PersonId[];
}

/** A fresh order. */
export function orderOpened(event: OrderEvent, because: SupervisionOrder['because']): SupervisionOrder {
  const { seq, actor: openedBy, at: openedAt, asked = [] } = event;
  return { seq, openedBy, openedAt, because, status: 'open', asked, repliedBy: null, repliedAt: null, returns: 0 };
}

/** The order after a reply, its return or its close (null); every other event leaves it as it is. */
export function orderAfter(order: SupervisionOrder | null, event: OrderEvent): SupervisionOrder | null {
  if (!order) return null;
  switch (event.type) {
    case 'replySupervision':
      return { ...order, status: 'replied', repliedBy: event.actor, repliedAt: event.at };
    case 'returnSupervision':
      return { ...order, status: 'returned', asked: event.asked ?? order.asked, returns: order.returns + 1 };
    case 'closeSupervision':
      return null;
    default:
      return order;
  }
}

/** Whether the agency's reply is waited for: then, and only then, the order's deadline runs. */
export function awaitsReply(order: SupervisionOrder | null): boolean {
  return order !== null && order.status !== 'replied';
}

/** Who had a part in the agency's answer: they are told when it is sent back, and when the order is closed. */
export function whoAnswered(order: SupervisionOrder | null): PersonId[] {
  if (!order) return [];
  return [...new Set([...order.asked, ...(order.repliedBy ? [order.repliedBy] : [])])];
}

type OrderCheck = (order: SupervisionOrder | null, given: string[]) => Refusal | null;

/** What the acts on an order require, whether it is on a case or on an agency; `given`: the free texts that hold something. */
export const orderChecks = {
  reasons: (_order, given) => (given.includes('reason') ? null : refuse('reasons.missing', { field: 'reason' })),
  replyGiven: (_order, given) => (given.includes('reply') ? null : refuse('reasons.missing', { field: 'reply' })),
  noOrderOpen: (order) => (order ? refuse('supervision.openAlready') : null),
  supervisionOpen(order) {
    if (!order) return refuse('supervision.none');
    return awaitsReply(order) ? null : refuse('supervision.repliedAlready');
  },
  supervisionReplied(order) {
    if (!order) return refuse('supervision.none');
    return awaitsReply(order) ? refuse('supervision.noReply') : null;
  },
} satisfies Partial<Record<Requirement, OrderCheck>>;
