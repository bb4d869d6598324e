import {
  decideOrder,
  noOrderYet,
  orderFellDue,
  orderRecalculation,
  type AgencyOrder,
  type OrderDecided,
} from '../domain/agency-order.ts';
import { emptyState } from '../domain/state.ts';
import { toldOf } from '../domain/told.ts';
import { eventOfCommand, lockAgencyOrder, readAgencyOrder, writeOrderEvent } from '../prisma/agency-order.ts';
import { inAgency, type Transaction } from '../prisma/client.ts';
import { calendarVersion } from '../prisma/deadlines.ts';
import { ladderPeople } from '../prisma/ladder-people.ts';
import type { OrderRecorded, OrderRequest } from '../workflows/order-messages.ts';
import { armedClocks } from './armed-clocks.ts';
import { recordingFailure } from './database-errors.ts';
import type { Recording } from './record.ts';

/** The order as it is on record, or as it is before it was opened. */
export async function readOrder({ database }: Recording, { orderId, agency }: OrderRequest): Promise<AgencyOrder> {
  const found = await inAgency(database, agency, (transaction) => readAgencyOrder(transaction, orderId));
  return found ?? noOrderYet(orderId, agency);
}

/**
 * Brings an order up to a moment: first what fell due until then, in order, then the command that came, each event in one
 * transaction with row, answer and ledger leaf. It decides on what the database holds, under the lock of the order's row, so that
 * whoever asks again finds what was written and nothing is written twice.
 */
export async function recordOrder(recording: Recording, request: OrderRequest): Promise<OrderRecorded> {
  try {
    for (;;) {
      const written = await inAgency(recording.database, request.agency, (transaction) =>
        writeNext(recording, transaction, request),
      );
      if (written) return written;
    }
  } catch (error) {
    throw recordingFailure(error);
  }
}

/** Writes one event; null when it was one of the clock and there may be more. */
async function writeNext(
  recording: Recording,
  transaction: Transaction,
  { orderId, agency, command, now, virtualTime }: OrderRequest,
): Promise<OrderRecorded | null> {
  const state = (await lockAgencyOrder(transaction, orderId)) ?? noOrderYet(orderId, agency);
  if (command && (await eventOfCommand(transaction, orderId, command.id))) return { kind: 'recorded', state };
  const version = await calendarVersion(transaction);
  const byItself = orderRecalculation(state, version, virtualTime ? state.lastAt : now) ?? orderFellDue(state, now);
  if (byItself) {
    await write(recording, transaction, state, onTime(byItself, virtualTime), version);
    return null;
  }
  if (!command) return { kind: 'recorded', state };
  const decision = decideOrder(state, command, now);
  if ('refused' in decision) return { kind: 'refused', refusal: decision.refused };
  return { kind: 'recorded', state: await write(recording, transaction, state, decision.decided, version) };
}

/** In virtual time nothing is late: it happens when somebody looks. */
function onTime({ lateBy, ...decided }: OrderDecided, virtualTime: boolean): OrderDecided {
  return lateBy === undefined || virtualTime ? decided : { ...decided, lateBy };
}

async function write(
  { parameters, pool }: Recording,
  transaction: Transaction,
  state: AgencyOrder,
  decided: OrderDecided,
  version: number,
): Promise<AgencyOrder> {
  const { id: orderId, agency } = state;
  const seq = state.seq + 1;
  // Known to the process before it reckons, so that no deadline rests on an older year than the one on record.
  await parameters.calendar(version);
  const reckoned = { ...decided, resumes: [], extends: [] };
  const place = { caseId: orderId, agency, state: { clocks: state.clocks, frames: [] }, decided: reckoned };
  const armed = await armedClocks(parameters, place, seq);
  const told = await toldBy(pool, agency, decided);
  return writeOrderEvent(transaction, state, { ...decided, ...(told && { told }), orderId, agency, seq, armed });
}

/** A rung tells whoever stands there now, a reply the overseers. */
async function toldBy(pool: Recording['pool'], agency: string, { type, rung }: OrderDecided): Promise<string[] | null> {
  if (!rung && type !== 'replySupervision') return null;
  const people = await ladderPeople(pool, agency, '');
  return rung ? toldOf(rung.name, 'supervision', emptyState, people) : people.overseers;
}
