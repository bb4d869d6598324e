import type { z } from 'zod';
import { dayOf } from '../../domain/calendar.ts';
import { deadlineName } from '../../domain/deadline-names.ts';
import { categories, reviewItems } from '../../domain/process.ts';
import type { Millis } from '../../domain/state.ts';
import type { Database } from '../../prisma/client.ts';
import { namesOf } from '../../prisma/names.ts';
import { chosen, overseenWhere } from '../../prisma/oversight/overseen-cases.ts';
import { countedIn, endedLimits, failedItems, filedCases, signedOpinions } from '../../prisma/oversight/statistics.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { readPageCursor, writePageCursor } from '../page-cursor.ts';
import type { Reader } from '../policy.ts';
import type { countedQuery, StatisticsAnswer, statisticsQuery } from '../schemas/statistics.ts';
import { idsOf, lookOver, overseenCases, placeOf, type Looking } from './looking.ts';
import { monthsOf } from './months.ts';

interface Asked<Query> {
  reader: Reader;
  now: Millis;
  query: Query;
}

/** Cases filed, opinions signed, items not conformed with, and deadlines kept, in the months asked for. */
export function statistics(database: Database, { reader, now, query }: Asked<z.output<typeof statisticsQuery>>) {
  return lookOver(database, { reader, now, within: query }, async (looking): Promise<StatisticsAnswer> => {
    const { transaction, agencies } = looking;
    const span = spanOf(query, looking);
    const filed = await filedCases(transaction, span);
    const { sections } = await namesOf(transaction, { sections: filed.map(({ section }) => section) });
    const opinions = await signedOpinions(transaction, span);
    const items = await failedItems(transaction, span);
    const limits = await endedLimits(transaction, span);
    return {
      from: dayOf(span.from.getTime()).slice(0, 7),
      to: dayOf(span.until.getTime() - 1).slice(0, 7),
      filed: filed.map(({ agency, section, category, ...row }) => ({
        ...row,
        ...placeOf(agencies, agency),
        ...{ section, sectionName: sections.get(section) ?? '' },
        ...{ category, categoryName: categories[category] },
      })),
      opinions,
      items: items.map((row) => ({ ...row, name: reviewItems[row.item] })),
      limits: limits.map(({ name, limit, ended, late }) => {
        const { zh, en } = deadlineName({ name, limit });
        return { clock: name, limit, name: zh, nameEn: en, ended, late };
      }),
    };
  });
}

/** The cases that one figure counts, what falls due first in front. */
export function countedPage(database: Database, { reader, now, query }: Asked<z.output<typeof countedQuery>>) {
  const after = readPageCursor(query.cursor);
  return lookOver(database, { reader, now, within: query }, async (looking) => {
    const { section, late, limit, ...figure } = query;
    const conditions = [
      ...countedIn(spanOf(query, looking), { ...figure, ...(late && { late: late === 'true' }) }),
      ...chosen(Prisma.sql`${idsOf(looking)}::text[]`, { section }),
    ];
    const { rows, next, total } = await overseenWhere(looking.transaction, conditions, { after, limit });
    const items = (await overseenCases(looking, rows)).map(({ told }) => told);
    return { total, items, nextCursor: writePageCursor(next) };
  });
}

function spanOf(query: Parameters<typeof monthsOf>[0], looking: Looking) {
  return { agencies: idsOf(looking), ...monthsOf(query, looking) };
}
