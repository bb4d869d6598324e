import type { z } from 'zod';
import { addDays, addWorkdays, dayOf, daysBetween, endOfDay, startOfDay } from '../../domain/calendar.ts';
import type { Millis } from '../../domain/state.ts';
import type { Database } from '../../prisma/client.ts';
import { casesDue, type OverseenRow } from '../../prisma/oversight/overseen-cases.ts';
import { readPageCursor, writePageCursor } from '../page-cursor.ts';
import type { Reader } from '../policy.ts';
import type { DueCase, dueSoonQuery, overdueQuery } from '../schemas/oversight.ts';
import { idsOf, lookOver, overseenCases, type Looking } from './looking.ts';

interface Page<Query> {
  reader: Reader;
  now: Millis;
  query: Query;
}

interface Span {
  from: Date | null;
  until: Date;
}

/** What is late: the first deadline has passed, the longest ago first. */
export function overduePage(database: Database, { reader, now, query }: Page<z.output<typeof overdueQuery>>) {
  const { ageFrom, ageTo } = query;
  return duePage(database, { reader, now, query }, ({ today }) => ({
    from: ageTo === undefined ? null : new Date(startOfDay(addDays(today, -ageTo))),
    until: new Date(ageFrom === undefined ? now : Math.min(now, endOfDay(addDays(today, -ageFrom)) + 1000)),
  }));
}

/** What is due within some working days, today included, and is not late yet. */
export function dueSoonPage(database: Database, { reader, now, query }: Page<z.output<typeof dueSoonQuery>>) {
  return duePage(database, { reader, now, query }, ({ today, calendar }) => ({
    from: new Date(now),
    until: new Date(endOfDay(addWorkdays(calendar, today, query.within).day) + 1000),
  }));
}

type AnyQuery = Pick<z.output<typeof overdueQuery>, 'region' | 'agency' | 'section' | 'stage' | 'category' | 'holder' | 'cursor' | 'limit'>; // prettier-ignore

async function duePage(database: Database, page: Page<AnyQuery>, spanOf: (looking: Looking) => Span) {
  const { reader, now, query } = page;
  const after = readPageCursor(query.cursor);
  return lookOver(database, { reader, now, within: query }, async (looking) => {
    const found = await casesDue(looking.transaction, idsOf(looking), query, spanOf(looking), {
      after,
      limit: query.limit,
    });
    const items = (await overseenCases(looking, found.rows)).map(({ row, told }) => ({
      ...told,
      daysLate: daysLate(row, looking),
    }));
    return { total: found.total, items: items satisfies DueCase[], nextCursor: writePageCursor(found.next) };
  });
}

function daysLate({ firstDueAt }: OverseenRow, { today }: Looking): number {
  return firstDueAt ? Math.max(0, daysBetween(dayOf(firstDueAt.getTime()), today)) : 0;
}
