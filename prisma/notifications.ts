import type { NoticeKind } from '../domain/notice-kinds.ts';
import type { Rung, Stage } from '../domain/process.ts';
import type { ClockName, PersonId } from '../domain/state.ts';
import type { Database, Transaction } from './client.ts';
import { Prisma } from './generated/client.ts';
import { withinReach } from './reading-reach.ts';

/** Who reads, and how far this person's reading of cases goes. */
export type NoticeReader = Parameters<typeof withinReach>[1];

export interface NoticeRow {
  position: bigint;
  /** Null of a notice of a supervision order on an agency. */
  caseId: string | null;
  orderId: string | null;
  kind: NoticeKind;
  stage: Stage | null;
  rung: Rung | null;
  clock: ClockName | null;
  dueAt: Date | null;
  at: Date;
  notBefore: Date;
  readAt: Date | null;
  /** The case's title or the order's subject; null where the reader may not read it. */
  title: string | null;
}

/** What has been seen: every notice up to this position that was to be told until this moment, and no other. */
export interface NoticeMark {
  position: bigint;
  until: Date;
}

/** Where a page of the list ended. */
export interface NoticePageEnd {
  notBefore: Date;
  position: bigint;
}

/** Runs a transaction in which this person's own notices can be seen, whatever agency the cases belong to. */
export function asPerson<Result>(
  database: Database,
  { agency, personId }: { agency: string; personId: PersonId },
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  return database.$transaction(
    async (transaction) => {
      await transaction.$executeRaw`SELECT set_config('app.agency', ${agency}, true), set_config('app.person', ${personId}, true)`;
      return work(transaction);
    },
    { maxWait: 5_000, timeout: 10_000 },
  );
}

/** How many notices there are to read at this moment, and the mark of all that were told until then. */
export async function noticeCounts(
  transaction: Transaction,
  personId: PersonId,
  now: Date,
): Promise<{ total: number; unread: number; mark: NoticeMark }> {
  const [row] = await transaction.$queryRaw<{ total: number; unread: number; last: bigint }[]>`
    SELECT count(*) FILTER (WHERE not_before <= ${now})::int AS total,
      count(*) FILTER (WHERE not_before <= ${now} AND read_at IS NULL)::int AS unread,
      coalesce(max(position), 0) AS last FROM notification WHERE person_id = ${personId}`;
  return { total: row!.total, unread: row!.unread, mark: { position: row!.last, until: now } };
}

/** A page of the notices below a mark, the newest first. */
export async function listNotices(
  transaction: Transaction,
  reader: NoticeReader,
  page: { mark: NoticeMark; unread: boolean; after: NoticePageEnd | undefined; limit: number },
): Promise<{ rows: NoticeRow[]; next: NoticePageEnd | null }> {
  const { mark, after, limit } = page;
  const conditions = [
    Prisma.sql`n.not_before <= ${mark.until} AND n.position <= ${mark.position}`,
    ...(page.unread ? [Prisma.sql`n.read_at IS NULL`] : []),
    ...(after ? [Prisma.sql`(n.not_before, n.position) < (${after.notBefore}, ${after.position})`] : []),
  ];
  const order = Prisma.sql`n.not_before DESC, n.position DESC`;
  const found = await noticesWhere(transaction, reader, conditions, order, limit + 1);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last ? { notBefore: last.notBefore, position: last.position } : null };
}

/** Notices beyond a mark in which one mark can follow the other: those that had waited for their moment, then the new ones. */
export async function noticesBeyond(
  transaction: Transaction,
  reader: NoticeReader,
  mark: NoticeMark,
  now: Date,
  limit: number,
): Promise<{ waited: NoticeRow[]; fresh: NoticeRow[] }> {
  const told = Prisma.sql`n.not_before <= ${now}`;
  const order = Prisma.sql`n.position`;
  const waited = [told, Prisma.sql`n.position <= ${mark.position} AND n.not_before > ${mark.until}`];
  const fresh = [told, Prisma.sql`n.position > ${mark.position}`];
  return {
    waited: await noticesWhere(transaction, reader, waited, order, null),
    fresh: await noticesWhere(transaction, reader, fresh, order, limit),
  };
}

/** When the next notice is to be told that still waits for its moment. */
export async function nextNotice(transaction: Transaction, personId: PersonId, now: Date): Promise<Date | null> {
  const [row] = await transaction.$queryRaw<{ next: Date | null }[]>`
    SELECT min(not_before) AS next FROM notification WHERE person_id = ${personId} AND not_before > ${now}`;
  return row!.next;
}

/** Marks one notice as read; false where this person has no such notice to read yet. */
export async function markRead(
  transaction: Transaction,
  personId: PersonId,
  position: bigint,
  now: Date,
): Promise<boolean> {
  const { count } = await transaction.notification.updateMany({
    where: { personId, position, notBefore: { lte: now }, readAt: null },
    data: { readAt: now },
  });
  if (count > 0) return tellStreams(transaction, personId);
  return (await transaction.notification.count({ where: { personId, position, notBefore: { lte: now } } })) > 0;
}

/** Marks as read all that was seen. */
export async function markAllRead(
  transaction: Transaction,
  personId: PersonId,
  mark: NoticeMark,
  now: Date,
): Promise<number> {
  const { count } = await transaction.notification.updateMany({
    where: { personId, position: { lte: mark.position }, notBefore: { lte: mark.until }, readAt: null },
    data: { readAt: now },
  });
  if (count > 0) await tellStreams(transaction, personId);
  return count;
}

async function tellStreams(transaction: Transaction, personId: PersonId): Promise<true> {
  await transaction.$executeRaw`SELECT pg_notify('notification', ${personId})`;
  return true;
}

async function noticesWhere(
  transaction: Transaction,
  reader: NoticeReader,
  conditions: Prisma.Sql[],
  order: Prisma.Sql,
  limit: number | null,
): Promise<NoticeRow[]> {
  const readable = await withinReach(transaction, reader);
  return transaction.$queryRaw<NoticeRow[]>`
    SELECT n.position, n.case_id AS "caseId", n.order_id AS "orderId", n.kind, n.stage, n.rung, n.clock, n.due_at AS "dueAt", n.at,
      n.not_before AS "notBefore", n.read_at AS "readAt", coalesce(f.title, o.subject) AS title
    FROM notification n LEFT JOIN case_file f ON f.id = n.case_id AND ${readable}
      LEFT JOIN supervision_order o ON o.id = n.order_id
    WHERE n.person_id = ${reader.personId} AND ${Prisma.join(conditions, ' AND ')}
    ORDER BY ${order} LIMIT ${limit}`;
}
