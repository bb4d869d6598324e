import { clocksAfter } from './clocks.ts';
import type { Command, Decided } from './command.ts';
import { entitlement, presence } from './duties.ts';
import { actions, type Action } from './process.ts';
import { reckonedAnew } from './recalculation.ts';
import { refuse, type Refusal } from './refusal.ts';
import { emptyState, type Clock, type Millis } from './state.ts';
import { orderAfter, orderChecks, orderOpened, type SupervisionOrder } from './supervision.ts';
import { askedToReply } from './told.ts';
import { earliest, eventOf, lateness, nothingElse, rungsToCome } from './wake.ts';

/** A supervision order (督办) on an agency as a whole: it stands in no case, and has events of its own. */
export interface AgencyOrder {
  id: string;
  agency: string;
  /** The cases that it names, by id. */
  cases: string[];
  seq: number;
  lastAt: Millis;
  /** Null before it was opened, and when it is closed. */
  order: SupervisionOrder | null;
  closedAt: Millis | null;
  clocks: Clock[];
}

export type OrderAction = Extract<
  Action,
  'openSupervision' | 'replySupervision' | 'returnSupervision' | 'closeSupervision'
>;

/** Where an order stands after each act. */
export const statusAfter = {
  openSupervision: 'open',
  replySupervision: 'replied',
  returnSupervision: 'returned',
  closeSupervision: 'closed',
} as const satisfies Record<OrderAction, string>;

/** What an act on an order is answered with. */
export function answerOf({ orderId, seq, type }: AgencyOrderEvent) {
  return { caseId: orderId, seq, status: statusAfter[type as OrderAction] };
}

/** The codes of a command on an order: which of its free texts hold something, and the cases that an opening one names. */
export interface OrderInput {
  given: string[];
  cases: string[];
}

export type OrderCommand = Omit<Command, 'action' | 'input' | 'knownSeq'> & { action: OrderAction; input: OrderInput };

/** What is to be written, as of a case: a person's act, or what the clock records by itself. */
export type OrderDecided = Pick<
  Decided,
  | 'actor'
  | 'at'
  | 'commandId'
  | 'factsVersion'
  | 'wordsHash'
  | 'arms'
  | 'stops'
  | 'recalculates'
  | 'rung'
  | 'told'
  | 'asked'
  | 'lateBy'
> & { type: OrderAction | 'remind' | 'markOverdue' | 'escalate' | 'recalculateDeadlines'; input: OrderInput };

export type AgencyOrderEvent = OrderDecided & { orderId: string; agency: string; seq: number; armed: Clock[] };

/** An order that was not opened yet. */
export function noOrderYet(id: string, agency: string): AgencyOrder {
  return { id, agency, cases: [], seq: 0, lastAt: 0, order: null, closedAt: null, clocks: [] };
}

/**
 * Yes or no to an act on an order: time, the person, whether it is closed, the role, and then what the action requires, all as
 * the process table has it for orders on a case.
 */
export function decideOrder(
  state: AgencyOrder,
  command: OrderCommand,
  now: Millis,
): { refused: Refusal } | { decided: OrderDecided } {
  const { action, actor, facts, input } = command;
  if (now < state.lastAt) return { refused: refuse('clock.backwards', { last: state.lastAt }) };
  const person = facts.persons[actor];
  const absent = presence(person, now);
  if (absent || !person) return { refused: absent ?? refuse('role.missing') };
  const closed = state.closedAt === null ? null : refuse('supervision.closed');
  const acting = { state: emptyState, facts, person, input: { given: input.given }, now };
  const checks = actions[action].requires.map((name) => orderChecks[name as keyof typeof orderChecks]);
  const refused = checks.reduce<Refusal | null>(
    (first, check) => first ?? check(state.order, input.given),
    closed ?? entitlement(actions[action].by, acting),
  );
  return refused ? { refused } : { decided: decided(command, now) };
}

function decided({ id, action, actor, facts, input, wordsHash }: OrderCommand, at: Millis): OrderDecided {
  const asks = action === 'openSupervision' || action === 'returnSupervision';
  return {
    type: action,
    actor,
    at,
    commandId: id,
    factsVersion: facts.version,
    input,
    wordsHash,
    arms: asks ? [{ name: 'supervision', limit: 'supervisionReply', startedAt: at }] : [],
    stops: action === 'replySupervision' ? ['supervision'] : [],
    ...(asks && { asked: askedToReply({ ...facts.duties, sectionHead: null }) }),
  };
}

/** Folds one event into the order. */
export function applyOrder(state: AgencyOrder, event: AgencyOrderEvent): AgencyOrder {
  const opens = event.type === 'openSupervision';
  return {
    ...state,
    cases: opens ? event.input.cases : state.cases,
    seq: event.seq,
    lastAt: event.at,
    order: opens ? orderOpened(event, null) : orderAfter(state.order, event),
    closedAt: event.type === 'closeSupervision' ? event.at : state.closedAt,
    clocks: clocksAfter(state, { ...event, frame: 'keep', pauses: [] }),
  };
}

/** The moment at which the next rung of the reply deadline fires; null while none is to come. */
export function nextOrderWake({ clocks }: AgencyOrder): Millis | null {
  return earliest(rungsToCome(clocks))?.at ?? null;
}

/** The first rung of the reply deadline that was reached until `now`, as an event of the clock: it tells and never acts. */
export function orderFellDue(state: AgencyOrder, now: Millis): OrderDecided | null {
  const reached = earliest(rungsToCome(state.clocks));
  if (!reached || reached.at > now) return null;
  const { clock, rung, at } = reached;
  return {
    ...byItself(Math.max(at, state.lastAt), `${rung}:${clock.id}`),
    type: eventOf(rung, 'supervision', { supervision: state.order }) as OrderDecided['type'],
    rung: { clock: clock.id, name: rung },
    ...lateness(at, now),
  };
}

/** The event by which an order takes this version of the calendar; null where its deadline rests on none that is older. */
export function orderRecalculation({ clocks, lastAt }: AgencyOrder, version: number, now: Millis): OrderDecided | null {
  const recalculates = reckonedAnew(clocks, version);
  if (!recalculates) return null;
  return { ...byItself(Math.max(now, lastAt), `recalculate:${version}`), type: 'recalculateDeadlines', recalculates };
}

function byItself(at: Millis, commandId: string): Omit<OrderDecided, 'type'> {
  const { actor, factsVersion, wordsHash, arms, stops } = nothingElse;
  return { actor, at, commandId, factsVersion, wordsHash, arms, stops, input: { given: [], cases: [] } };
}
