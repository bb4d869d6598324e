import { wantedWords } from '../domain/search-form.ts';
import type { Millis } from '../domain/state.ts';
import type { OrderStatus, SupervisionOrder } from '../domain/supervision.ts';
import type { Transaction } from './client.ts';
import { Prisma } from './generated/client.ts';
import type { PageEnd } from './listed-cases.ts';

/** An order as a list shows it: on a case, or on an agency as a whole. */
export interface OrderListed {
  id: string;
  agencyId: string;
  caseId: string | null;
  caseTitle: string | null;
  cases: string[];
  subject: string | null;
  reason: string;
  requires: string | null;
  because: SupervisionOrder['because'];
  status: OrderStatus | 'closed';
  openedBy: string;
  openedByName: string | null;
  openedAt: Date;
  dueAt: Date | null;
  repliedAt: Date | null;
  returns: number;
  closedAt: Date | null;
  lastAt: Date;
}

export interface OrderFilters {
  status?: string | undefined;
  /** Whether the reply is late. */
  overdue?: boolean | undefined;
  caseId?: string | undefined;
  text?: string | undefined;
}

const columns = Prisma.sql`o.id, o.agency_id AS "agencyId", o.case_id AS "caseId", f.title AS "caseTitle", o.cases,
  o.subject, o.reason, o.requires, o.because, o.status, o.opened_by AS "openedBy", p.name AS "openedByName", o.opened_at AS "openedAt",
  o.due_at AS "dueAt", o.replied_at AS "repliedAt", o.returns, o.closed_at AS "closedAt", o.last_at AS "lastAt"`;
const joined = Prisma.sql`LEFT JOIN case_file f ON f.id = o.case_id LEFT JOIN person p ON p.id = o.opened_by`;

/** A page of the orders on these agencies and their cases, the first reply due first and what waits for none last, with how many there are. */
export async function listOrders(
  transaction: Transaction,
  { agencies, filters, now }: { agencies: string[]; filters: OrderFilters; now: Millis },
  { after, limit }: { after: PageEnd | undefined; limit: number },
): Promise<{ rows: OrderListed[]; next: PageEnd | null; total: number }> {
  const all = Prisma.join(conditions(agencies, filters, new Date(now)), ' AND ');
  const [counted] = await transaction.$queryRaw<[{ total: number }]>`
    SELECT count(*)::int AS total FROM supervision_order o WHERE ${all}`;
  const found = await transaction.$queryRaw<OrderListed[]>`
    SELECT ${columns} FROM (SELECT * FROM supervision_order o WHERE ${all} ${after ? beyond(after) : Prisma.empty}
      ORDER BY o.due_at ASC NULLS LAST, o.id ASC LIMIT ${limit + 1}) o ${joined}
    ORDER BY o.due_at ASC NULLS LAST, o.id ASC`;
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last ? { dueAt: last.dueAt, id: last.id } : null, total: counted.total };
}

/** One order; null where the acting agency may not see it. */
export async function findOrder(transaction: Transaction, id: string): Promise<OrderListed | null> {
  const [row] = await transaction.$queryRaw<OrderListed[]>`
    SELECT ${columns} FROM supervision_order o ${joined} WHERE o.id = ${id}`;
  return row ?? null;
}

/** The cases of these ids that the acting agency may see, with their titles. */
export async function titlesOf(
  transaction: Transaction,
  ids: string[],
  agencyId?: string,
): Promise<{ id: string; title: string }[]> {
  const where = { id: { in: ids }, ...(agencyId !== undefined && { agencyId }) };
  return transaction.caseFile.findMany({ where, select: { id: true, title: true }, orderBy: { id: 'asc' } });
}

function conditions(agencies: string[], { status, overdue, caseId, text }: OrderFilters, now: Date): Prisma.Sql[] {
  const late = Prisma.sql`o.due_at < ${now}`;
  return [
    Prisma.sql`o.agency_id = ANY(${agencies}::text[])`,
    ...(status === undefined ? [] : [Prisma.sql`o.status = ${status}`]),
    ...(overdue === undefined ? [] : [overdue ? late : Prisma.sql`(o.due_at IS NULL OR NOT ${late})`]),
    ...(caseId === undefined ? [] : [Prisma.sql`(o.case_id = ${caseId} OR ${caseId} = ANY(o.cases))`]),
    ...(text === undefined ? [] : wantedWords(text).map((word) => Prisma.sql`position(${word} in o.words) > 0`)),
  ];
}

function beyond({ dueAt, id }: PageEnd): Prisma.Sql {
  if (!dueAt) return Prisma.sql`AND o.due_at IS NULL AND o.id > ${id}`;
  return Prisma.sql`AND (o.due_at > ${dueAt} OR (o.due_at = ${dueAt} AND o.id > ${id}) OR o.due_at IS NULL)`;
}
