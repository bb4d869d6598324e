import { apply } from '../domain/apply.ts';
import type { CaseEvent } from '../domain/command.ts';
import { noticesOf, type Notice } from '../domain/notices.ts';
import { emptyState, type CaseState } from '../domain/state.ts';

/** A row of `notification` under the names of its columns, as the events give it: without its place among the person's notices and whether it was read. */
export type NoticeRow = ReturnType<typeof noticeRow>;

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
  return noticesOf(before, after, event).map((notice) => noticeRow(notice, event));
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

function noticeRow({ person, kind, stage, rung, clock, dueAt, at, notBefore }: Notice, { caseId, seq }: CaseEvent) {
  return {
    case_id: caseId,
    seq,
    person_id: person,
    kind,
    stage,
    rung,
    clock,
    due_at: dueAt === null ? null : new Date(dueAt).toISOString(),
    at: new Date(at).toISOString(),
    not_before: new Date(notBefore).toISOString(),
  };
}
