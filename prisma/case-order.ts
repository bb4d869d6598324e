import { apply } from '../domain/apply.ts';
import type { CaseEvent } from '../domain/command.ts';
import { emptyState, type CaseState } from '../domain/state.ts';
import type { SupervisionOrder } from '../domain/supervision.ts';
import type { Transaction } from './client.ts';
import type { StoredEvent } from './events.ts';
import { firstColumns, movedColumns } from './order-row.ts';

/** Id of a case's order: the case's, and the number of the event that opened it. */
export function caseOrderId(caseId: string, order: Pick<SupervisionOrder, 'seq'>): string {
  return `${caseId}:${order.seq}`;
}

/** What of a case's order an event changed, under the names of its columns, whole where it opened one; null for nothing. */
export function orderChange(
  before: CaseState,
  after: CaseState,
  event: CaseEvent,
  said: Record<string, unknown>,
): { id: string } | null {
  const order = after.supervision ?? before.supervision;
  if (!order || !after.filing) return null;
  const dueAt = replyDue(after);
  if (before.supervision === after.supervision && replyDue(before) === dueAt) return null;
  const { at, caseId } = event;
  const closedAt = after.supervision === null ? at : null;
  const moved = { id: caseOrderId(caseId, order), ...movedColumns(order, { dueAt, closedAt, at }), state: null };
  if (before.supervision) return moved;
  const place = { agency_id: after.filing.agency, case_id: caseId, cases: [] };
  return { ...firstColumns(order, place, said), ...moved };
}

/** Every order of a case as these events leave it. */
export function caseOrderRows(stored: StoredEvent[]): object[] {
  const rows = new Map<string, object>();
  let state = emptyState;
  for (const { event, words } of stored) {
    const after = apply(state, event);
    const change = orderChange(state, after, event, words);
    if (change) rows.set(change.id, { ...rows.get(change.id), ...change });
    state = after;
  }
  return [...rows.values()];
}

function replyDue({ clocks }: CaseState): number | null {
  return clocks.find(({ name }) => name === 'supervision')?.dueAt ?? null;
}

/** The events of one order of a case with their words, from the one that opened it to the one that closed it. */
export async function caseOrderHistory(transaction: Transaction, caseId: string, seq: number): Promise<StoredEvent[]> {
  const rows = await transaction.$queryRaw<{ event: CaseEvent; words: Record<string, unknown> }[]>`
    SELECT data AS event, words FROM event WHERE case_id = ${caseId} AND seq >= ${seq}
      AND (type IN ('openSupervision', 'replySupervision', 'returnSupervision', 'closeSupervision')
        OR data->'rung'->>'clock' LIKE '%:supervision') ORDER BY seq`;
  const end = rows.findIndex(({ event }) => event.type === 'closeSupervision');
  return end < 0 ? rows : rows.slice(0, end + 1);
}
