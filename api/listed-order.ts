import { shanghai, type Calendar } from '../domain/calendar.ts';
import { remainingInWords } from '../domain/listed-due.ts';
import type { Millis } from '../domain/state.ts';
import { orderStatuses } from '../domain/supervision-words.ts';
import { inAgency, type Database, type Transaction } from '../prisma/client.ts';
import { workCalendar } from '../prisma/deadlines.ts';
import { listOrders, type OrderFilters, type OrderListed } from '../prisma/order-queries.ts';
import { agenciesInScope, type OverseenAgency } from '../prisma/oversight/scope.ts';
import { refuse } from '../domain/refusal.ts';
import { groundView } from './order-view.ts';
import { readPageCursor, writePageCursor } from './page-cursor.ts';
import { readingReach, type Reader } from './policy.ts';
import { problemOf } from './problem.ts';
import type { ListedOrder } from './schemas/supervision-orders.ts';

interface Asked {
  reader: Reader;
  within: { agency?: string | undefined; region?: string | undefined };
  filters: OrderFilters;
  cursor: string | undefined;
  limit: number;
  now: Millis;
}

/** A page of the orders on whatever agencies the reader's bureau oversees, and on the reader's own. */
export async function ordersPageOf(database: Database, { reader, within, filters, cursor, limit, now }: Asked) {
  const after = readPageCursor(cursor);
  return inAgency(database, reader.agency, async (transaction) => {
    const scope = await scopeOf(transaction, reader, within);
    const agencies = scope.map(({ id }) => id);
    const { rows, next, total } = await listOrders(transaction, { agencies, filters, now }, { after, limit });
    const calendar = await workCalendar(transaction);
    const items = rows.map((row) => listedOrderView(row, scope, calendar, now));
    return { total, items, nextCursor: writePageCursor(next) };
  });
}

/**
 * The agencies whose orders somebody may read.
 * @throws Problem 403 role.missing for whoever has no role in cases and oversees none
 */
export async function scopeOf(
  transaction: Transaction,
  reader: Reader,
  within: Asked['within'] = {},
): Promise<OverseenAgency[]> {
  const reach = readingReach(reader.roles);
  if (!reach.ownAgency && !reach.overseen) throw problemOf(refuse('role.missing', { needed: ['overseer', 'sectionHead', 'legalHead', 'leader'] })); // prettier-ignore
  return agenciesInScope(transaction, { agency: reader.agency, reach, within });
}

/** One row as its reader sees it at a moment. */
export function listedOrderView(
  row: OrderListed,
  scope: OverseenAgency[],
  calendar: Calendar,
  now: Millis,
): ListedOrder {
  const place = scope.find(({ id }) => id === row.agencyId)!;
  const dueAt = row.dueAt?.getTime() ?? null;
  const at = (date: Date | null) => date && shanghai(date.getTime());
  const { id, subject, reason, requires, because, status, openedBy, openedByName, returns } = row;
  return {
    id,
    on: row.caseId ? 'case' : 'agency',
    agency: place.id,
    agencyName: place.name,
    region: place.region,
    regionName: place.regionName,
    case: row.caseId ? { id: row.caseId, title: row.caseTitle ?? '' } : null,
    subject,
    reason,
    requires,
    because: because && groundView(because),
    status,
    statusName: orderStatuses[status].zh,
    statusNameEn: orderStatuses[status].en,
    openedBy,
    openedByName,
    openedAt: shanghai(row.openedAt.getTime()),
    due: dueAt === null ? null : { at: shanghai(dueAt), ...remainingInWords(calendar, dueAt, now) },
    overdue: dueAt !== null && dueAt < now,
    repliedAt: at(row.repliedAt),
    returns,
    closedAt: at(row.closedAt),
    lastAt: shanghai(row.lastAt.getTime()),
  };
}
