import { decideOrder, noOrderYet, type AgencyOrder, type OrderCommand } from '../domain/agency-order.ts';
import { shanghai } from '../domain/calendar.ts';
import type { Facts } from '../domain/command.ts';
import { standingProblem } from '../domain/decide.ts';
import { actions, systemEvents } from '../domain/process.ts';
import { emptyState, type CaseState, type Millis } from '../domain/state.ts';
import { orderHistory, readAgencyOrder } from '../prisma/agency-order.ts';
import { readStanding } from '../prisma/case-queries.ts';
import { caseOrderHistory, caseOrderId } from '../prisma/case-order.ts';
import type { Transaction } from '../prisma/client.ts';
import { workCalendar, workCalendars } from '../prisma/deadlines.ts';
import { namesOf } from '../prisma/names.ts';
import { findOrder, titlesOf, type OrderListed } from '../prisma/order-queries.ts';
import { explanationOf } from './deadlines-view.ts';
import { readFacts } from './facts.ts';
import { listedOrderView, scopeOf } from './listed-order.ts';
import type { Reader } from './policy.ts';
import { problem } from './problem.ts';
import { orderActs, type OrderAct, type OrderPage } from './schemas/supervision-orders.ts';

interface Written {
  event: { seq: number; type: string; at: Millis; actor: string; asked?: string[]; told?: string[] };
  words: Record<string, unknown>;
}

/**
 * One order with its history and what the reader may do now.
 * @throws Problem 404 order.unknown when there is none or it is not theirs to read
 */
export async function orderPageOf(
  transaction: Transaction,
  reader: Reader,
  id: string,
  now: Millis,
): Promise<OrderPage> {
  const scope = await scopeOf(transaction, reader);
  const row = await findOrder(transaction, id);
  if (!row || !scope.some((agency) => agency.id === row.agencyId)) throw problem('order.unknown');
  const written: Written[] = row.caseId
    ? await caseOrderHistory(transaction, row.caseId, seqOf(id))
    : await orderHistory(transaction, id);
  const told = written.flatMap(({ event }) => [event.actor, ...(event.asked ?? []), ...(event.told ?? [])]);
  const { persons } = await namesOf(transaction, { persons: told });
  const calendar = await workCalendar(transaction);
  return {
    ...listedOrderView(row, scope, calendar, now),
    cases: await titlesOf(transaction, row.cases),
    explanation: await explained(transaction, row),
    history: written.map((one) => historyView(one, (person) => persons.get(person)?.name ?? null)),
    persons: Object.fromEntries([...persons.values()].map(({ id: person, name }) => [person, name])),
    allowedActions: await allowedActions(transaction, row, reader.personId, now),
  };
}

/** Why the reply is due that day; null while none is waited for. */
async function explained(transaction: Transaction, row: OrderListed): Promise<OrderPage['explanation']> {
  if (row.dueAt === null) return null;
  const standing = row.caseId
    ? (await readStanding(transaction, row.caseId))?.state
    : await readAgencyOrder(transaction, row.id);
  const clock = standing?.clocks.find(({ name }) => name === 'supervision');
  if (!clock) return null;
  return explanationOf(clock, (await workCalendars(transaction))(clock.calendarVersion));
}

/** Number of the event that opened a case's order, from the order's id. */
function seqOf(id: string): number {
  return Number(id.split(':')[1]);
}

function historyView({ event, words }: Written, nameOf: (person: string) => string | null) {
  const { seq, type, at, actor, asked = [], told = [] } = event;
  const { zh, en } = actions[type as keyof typeof actions] ?? systemEvents[type as keyof typeof systemEvents];
  return { seq, type, label: zh, labelEn: en, at: shanghai(at), actor, actorName: nameOf(actor), asked, told, words };
}

/** What this person may do about an order now, apart from what they would still write. */
async function allowedActions(transaction: Transaction, row: OrderListed, actor: string, now: Millis) {
  const standing = row.caseId ? await readStanding(transaction, row.caseId) : null;
  const section = standing?.state.filing?.section ?? '';
  const facts = await readFacts(transaction, { agency: row.agencyId, section, persons: [actor], now });
  const ofAgency = row.caseId ? null : await readAgencyOrder(transaction, row.id);
  const state = ofAgency ?? { ...noOrderYet(row.id, row.agencyId), order: orderIn(standing?.state, row) };
  return (Object.keys(orderActs) as OrderAct[])
    .filter((action) => may(state, action, actor, facts, now) && mayInCase(standing?.state, action, actor, facts, now))
    .map((action) => ({ action, label: actions[action].zh }));
}

/** The order as its case has it; null once it is closed. */
function orderIn(state: CaseState | undefined, { id, caseId }: OrderListed) {
  const { supervision } = state ?? emptyState;
  return supervision && caseId && caseOrderId(caseId, supervision) === id ? supervision : null;
}

function may(state: AgencyOrder, action: OrderAct, actor: string, facts: Facts, now: Millis): boolean {
  const input = { given: ['reason', 'reply'], cases: [] };
  const command: OrderCommand = { id: '', action, actor, input, wordsHash: '', facts };
  return 'decided' in decideOrder(state, command, Math.max(now, state.lastAt));
}

/** Who is recused from a case acts on no order of it. */
function mayInCase(state: CaseState | undefined, action: OrderAct, actor: string, facts: Facts, now: Millis): boolean {
  if (!state?.filing) return true;
  const command = { id: '', action, actor, input: { given: [] }, wordsHash: '', facts, knownSeq: state.seq };
  return standingProblem(action, { state, filing: state.filing, command, now }) === null;
}
