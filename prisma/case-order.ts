import type { CaseEvent } from '../domain/command.ts';
import { apply } from '../domain/apply.ts';
import { searchForm } from '../domain/search-form.ts';
import { emptyState, type CaseState } from '../domain/state.ts';
import type { SupervisionOrder } from '../domain/supervision.ts';
import { automaticReason, automaticRequires } from '../domain/supervision-words.ts';
import type { StoredEvent } from './events.ts';

type Words = Record<string, unknown>;

/** Id of a case's order: the case's, and the number of the event that opened it. */
export function caseOrderId(caseId: string, order: Pick<SupervisionOrder, 'seq'>): string {
  return `${caseId}:${order.seq}`;
}

/** What of a case's order an event changed, under the names of its columns, whole where it opened one; null for nothing. */
export function orderChange(before: CaseState, after: CaseState, event: CaseEvent, said: Words): object | null {
  const order = after.supervision ?? before.supervision;
  if (!order || !after.filing) return null;
  const dueAt = replyDue(after);
  if (before.supervision === after.supervision && replyDue(before) === dueAt) return null;
  const closed = after.supervision === null;
  const moved = {
    id: caseOrderId(event.caseId, order),
    status: closed ? 'closed' : order.status,
    due_at: moment(dueAt),
    replied_at: moment(order.repliedAt),
    returns: order.returns,
    closed_at: closed ? moment(event.at) : null,
    last_at: moment(event.at),
    state: null,
  };
  return before.supervision ? moved : { ...beginning(order, after.filing, said), ...moved };
}

/** Every order of a case as these events leave it. */
export function caseOrderRows(stored: StoredEvent[]): object[] {
  const rows = new Map<string, object>();
  let state = emptyState;
  for (const { event, words } of stored) {
    const after = apply(state, event);
    const change = orderChange(state, after, event, words) as { id: string } | null;
    if (change) rows.set(change.id, { ...rows.get(change.id), ...change });
    state = after;
  }
  return [...rows.values()];
}

/** Columns that begin an order and stay; `words`: by which it is found. */
export function orderWords({
  subject,
  reason,
  requires,
}: {
  subject: string | null;
  reason: string;
  requires: string | null;
}) {
  const lines = [subject, reason, requires].flatMap((text) => (text ? [searchForm(text)] : []));
  return { subject, reason, requires, words: lines.join('\n') };
}

function beginning(order: SupervisionOrder, { caseId, agency }: NonNullable<CaseState['filing']>, said: Words) {
  const { because, openedBy, openedAt } = order;
  const text = (name: string) => (typeof said[name] === 'string' ? said[name] : null);
  const reason = because ? automaticReason(because).zh : (text('reason') ?? '');
  const requires = because ? automaticRequires.zh : text('requires');
  return {
    agency_id: agency,
    case_id: caseId,
    cases: [],
    because,
    opened_by: openedBy,
    opened_at: moment(openedAt),
    ...orderWords({ subject: null, reason, requires }),
  };
}

function replyDue({ clocks }: CaseState): number | null {
  return clocks.find(({ name }) => name === 'supervision')?.dueAt ?? null;
}

function moment(millis: number | null): string | null {
  return millis === null ? null : new Date(millis).toISOString();
}
