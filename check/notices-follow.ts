import { noticeColumnsOfEvents, noticeRows, type NoticeRow } from '../prisma/notice-rows.ts';
import type { CaseRecord } from './case-record.ts';
import type { NotificationRow } from './rows.ts';

/** Everybody whom an event tells has exactly one notice of it, as the event gives it, and nobody has another. */
export function noticesFollow({ steps, notifications }: Pick<CaseRecord, 'steps' | 'notifications'>): string[] {
  const expected = steps.flatMap(({ before, after, event }) => noticeRows(before, after, event));
  return noticesDiffer(expected, notifications);
}

/** What is otherwise than the notices that events give, of a case or of an order on an agency. */
export function noticesDiffer(expected: NoticeRow[], notifications: NotificationRow[]): string[] {
  const keyOf = ({ seq, person_id }: { seq: number; person_id: string }) => `${seq} to ${person_id}`;
  const given = new Map(expected.map((row) => [keyOf(row), row]));
  const kept = new Set(notifications.map(keyOf));
  return [
    ...expected.filter((row) => !kept.has(keyOf(row))).map((row) => `the notice of event ${keyOf(row)} is missing`),
    ...notifications.flatMap((row) => {
      const right = given.get(keyOf(row));
      if (!right) return [`the notice of event ${keyOf(row)} follows from nothing`];
      return differing(row, right).map(
        (column) => `${column} of the notice of event ${keyOf(row)} is not what it gives`,
      );
    }),
  ];
}

function differing(row: NotificationRow, right: NoticeRow): string[] {
  return noticeColumnsOfEvents.filter((column) => plain(row[column], column) !== plain(right[column], column));
}

function plain(value: unknown, column: string): unknown {
  return typeof value === 'string' && column.endsWith('at') ? Date.parse(value) : value;
}
