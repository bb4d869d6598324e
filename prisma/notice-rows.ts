import { applyOrder, noOrderYet, type AgencyOrder, type AgencyOrderEvent } from '../domain/agency-order.ts';
import { apply } from '../domain/apply.ts';
import type { CaseEvent } from '../domain/command.ts';
import { noticesOf } from '../domain/notices.ts';
import { orderNoticesOf, type OrderNotice } from '../domain/order-notices.ts';
import type { Stage } from '../domain/process.ts';
import { emptyState, type CaseState } from '../domain/state.ts';

/**
 * A row of `notification` under the names of its columns, as the events of a case or of an order on an agency give it: without its
 * place among the person's notices and whether it was read.
 */
export type NoticeRow = About & ReturnType<typeof columnsOf> & { seq: number; stage: Stage | null };

type About = { case_id: string; order_id: null } | { case_id: null; order_id: string };

/** The columns that follow from the events alone: when a notice goes out depends on the office hours of its day as well. */
export const noticeColumnsOfEvents = [
  'kind',
  'stage',
  'rung',
  'clock',
  'due_at',
  'at',
] as const satisfies (keyof NoticeRow)[];

/** The rows that one event entails. */
export function noticeRows(before: CaseState, after: CaseState, event: CaseEvent): NoticeRow[] {
  const { caseId, seq, stage } = event;
  return noticesOf(before, after, event).map((notice) => ({
    case_id: caseId,
    order_id: null,
    seq,
    stage,
    ...columnsOf(notice),
  }));
}

/** The rows that one event of an order on an agency entails. */
export function orderNoticeRows(before: AgencyOrder, event: AgencyOrderEvent): NoticeRow[] {
  const { orderId, seq } = event;
  return orderNoticesOf(before, event).map((notice) => ({
    case_id: null,
    order_id: orderId,
    seq,
    stage: null,
    ...columnsOf(notice),
  }));
}

/** The rows that all these events of an order entailed. */
export function orderNoticeRowsOf(events: AgencyOrderEvent[]): NoticeRow[] {
  const [first] = events;
  if (!first) return [];
  let before = noOrderYet(first.orderId, first.agency);
  return events.flatMap((event) => {
    const rows = orderNoticeRows(before, event);
    before = applyOrder(before, event);
    return rows;
  });
}

/** The rows that all these events of a case entailed. */
export function noticeRowsOf(events: CaseEvent[]): NoticeRow[] {
  let before = emptyState;
  return events.flatMap((event) => {
    const after = apply(before, event);
    const rows = noticeRows(before, after, event);
    before = after;
    return rows;
  });
}

function columnsOf({ person, kind, rung, clock, dueAt, at, notBefore }: OrderNotice) {
  return {
    person_id: person,
    kind,
    rung,
    clock,
    due_at: dueAt === null ? null : new Date(dueAt).toISOString(),
    at: new Date(at).toISOString(),
    not_before: new Date(notBefore).toISOString(),
  };
}
