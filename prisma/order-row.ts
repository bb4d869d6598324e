import { searchForm } from '../domain/search-form.ts';
import type { Millis } from '../domain/state.ts';
import type { SupervisionOrder } from '../domain/supervision.ts';
import { automaticReason, automaticRequires } from '../domain/supervision-words.ts';

/** Where an order belongs: to a case, or to an agency as a whole and then maybe naming some of its cases. */
export interface OrderPlace {
  agency_id: string;
  case_id: string | null;
  cases: string[];
}

/** The columns of an order's row that its events move; `at`: the moment of the last one. */
export function movedColumns(
  order: SupervisionOrder,
  { dueAt, closedAt, at }: { dueAt: Millis | null; closedAt: Millis | null; at: Millis },
) {
  return {
    status: closedAt === null ? order.status : 'closed',
    due_at: moment(dueAt),
    replied_at: moment(order.repliedAt),
    returns: order.returns,
    closed_at: moment(closedAt),
    last_at: moment(at),
  };
}

/** The columns that begin an order and stay: who, when and why, with the words by which it is found. */
export function firstColumns(order: SupervisionOrder, place: OrderPlace, said: Record<string, unknown>) {
  const { because, openedBy, openedAt } = order;
  const text = (name: string) => (typeof said[name] === 'string' ? said[name] : null);
  const subject = text('subject');
  const reason = because ? automaticReason(because).zh : (text('reason') ?? '');
  const requires = because ? automaticRequires.zh : text('requires');
  const lines = [subject, reason, requires].flatMap((line) => (line ? [searchForm(line)] : []));
  const words = { subject, reason, requires, words: lines.join('\n') };
  return { ...place, because, opened_by: openedBy, opened_at: moment(openedAt), ...words };
}

function moment(millis: Millis | null): string | null {
  return millis === null ? null : new Date(millis).toISOString();
}
