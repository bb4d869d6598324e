import type { z } from 'zod';
import { addDays, dayOf, daysBetween, shanghai, startOfDay } from '../../domain/calendar.ts';
import { stages } from '../../domain/process.ts';
import type { Millis } from '../../domain/state.ts';
import type { Database } from '../../prisma/client.ts';
import { namesOf } from '../../prisma/names.ts';
import { countStanding, standingCases, urgedCases, type StandingCount } from '../../prisma/oversight/standing-cases.ts';
import { readPageCursor, writePageCursor } from '../page-cursor.ts';
import type { Reader } from '../policy.ts';
import type { OverseenCase, standingQuery, timeInStageAnswer, timeInStageQuery, UrgedCase, urgedQuery } from '../schemas/oversight.ts'; // prettier-ignore
import { idsOf, lookOver, overseenCases, placeOf } from './looking.ts';

interface Asked<Query> {
  reader: Reader;
  now: Millis;
  query: Query;
}

/** Open cases where they stand, the longest in their stage first. */
export function standingPage(database: Database, { reader, now, query }: Asked<z.output<typeof standingQuery>>) {
  const { ageFrom, ageTo, cursor, limit } = query;
  const after = readPageCursor(cursor);
  return lookOver(database, { reader, now, within: query }, async (looking) => {
    const entered = {
      from: ageTo === undefined ? null : new Date(startOfDay(addDays(looking.today, -ageTo))),
      until: ageFrom === undefined ? null : new Date(startOfDay(addDays(looking.today, 1 - ageFrom))),
    };
    const found = await standingCases(looking.transaction, idsOf(looking), query, entered, { after, limit });
    const items: OverseenCase[] = (await overseenCases(looking, found.rows)).map(({ told }) => told);
    return { total: found.total, items, nextCursor: writePageCursor(found.next) };
  });
}

/** Open cases whose holders were urged and did not answer yet, what has not moved for longest first. */
export function urgedPage(database: Database, { reader, now, query }: Asked<z.output<typeof urgedQuery>>) {
  const { cursor, limit } = query;
  const after = readPageCursor(cursor);
  return lookOver(database, { reader, now, within: query }, async (looking) => {
    const found = await urgedCases(looking.transaction, idsOf(looking), query, { after, limit });
    const items: UrgedCase[] = (await overseenCases(looking, found.rows)).map(({ row, told }) => ({
      ...told,
      urged: { times: row.urged.times, unanswered: row.urged.unanswered },
      movedAt: shanghai(row.at.getTime()),
      daysUnmoved: daysBetween(dayOf(row.at.getTime()), looking.today),
    }));
    return { total: found.total, items, nextCursor: writePageCursor(found.next) };
  });
}

/** How long open cases have been where they are, in calendar days: by section, those with the highest median first, and stage. */
export function timeInStage(database: Database, { reader, now, query }: Asked<z.output<typeof timeInStageQuery>>) {
  return lookOver(
    database,
    { reader, now, within: query },
    async (looking): Promise<z.output<typeof timeInStageAnswer>> => {
      const rows = await countStanding(looking.transaction, idsOf(looking), query, looking.today);
      const highest = new Map<string, number>();
      for (const { section, median } of rows) highest.set(section, Math.max(median, highest.get(section) ?? 0));
      const shown = [...highest].toSorted(([, a], [, b]) => b - a).slice(0, query.sections).map(([section]) => section); // prettier-ignore
      const { sections } = await namesOf(looking.transaction, { sections: shown });
      const items = shown.flatMap((of) => rows.filter(({ section }) => section === of)).map(inWords);
      return { open: rows.reduce((sum, row) => sum + row.open, 0), sections: highest.size, items };

      function inWords({ agency, section, stage, open, median, longest }: StandingCount) {
        const where = { ...placeOf(looking.agencies, agency), section, sectionName: sections.get(section) ?? '' };
        return { ...where, stage, stageName: stages[stage].zh, open, medianDays: median, longestDays: longest };
      }
    },
  );
}
