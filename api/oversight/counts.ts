import type { z } from 'zod';
import { addDays, dayOf, workdaysIn } from '../../domain/calendar.ts';
import { stages, type Stage } from '../../domain/process.ts';
import type { Millis } from '../../domain/state.ts';
import type { Database } from '../../prisma/client.ts';
import { namesOf } from '../../prisma/names.ts';
import { ageBands, countByAge, countByStage } from '../../prisma/oversight/case-counts.ts';
import { stageDurations } from '../../prisma/oversight/stage-durations.ts';
import type { Reader } from '../policy.ts';
import type { countsAnswer, countsQuery, durationsAnswer, durationsQuery } from '../schemas/oversight.ts';
import { idsOf, lookOver, placeOf, type Looking } from './looking.ts';
import { monthsOf } from './months.ts';

interface Asked<Query> {
  reader: Reader;
  now: Millis;
  query: Query;
}

const inStage = (stage: Stage) => ({ stage, stageName: stages[stage].zh });

/** How many cases are open: by stage and agency, or by section, stage and days in the stage (for a heat map). */
export function counts(database: Database, { reader, now, query }: Asked<z.output<typeof countsQuery>>) {
  return lookOver(database, { reader, now, within: query }, (looking): Promise<z.output<typeof countsAnswer>> =>
    query.by === 'agency' ? byAgency(looking) : bySection(looking),
  );
}

async function byAgency(looking: Looking) {
  const rows = await countByStage(looking.transaction, idsOf(looking), new Date(looking.now));
  return {
    open: rows.reduce((sum, row) => sum + row.open, 0),
    overdue: rows.reduce((sum, row) => sum + row.overdue, 0),
    byAgency: rows.map(({ agency, stage, open, overdue }) => ({
      ...placeOf(looking.agencies, agency),
      ...inStage(stage),
      open,
      overdue,
    })),
  };
}

async function bySection(looking: Looking) {
  const rows = await countByAge(looking.transaction, idsOf(looking), looking.today);
  const { sections } = await namesOf(looking.transaction, { sections: rows.map(({ section }) => section) });
  return {
    open: rows.reduce((sum, row) => sum + row.open, 0),
    bySection: rows.map(({ agency, section, stage, band, open }) => ({
      ...placeOf(looking.agencies, agency),
      ...inStage(stage),
      section,
      sectionName: sections.get(section) ?? '',
      days: bandDays(band),
      open,
    })),
  };
}

function bandDays(band: number): { from: number; to: number | null } {
  const next = ageBands[band];
  return { from: ageBands[band - 1] ?? 0, to: next === undefined ? null : next - 1 };
}

/** Years before the first month from which working days are counted: no stay that ends in it began earlier. */
const yearsBefore = 5;

/** Median and 90th percentile of the working days in each stage, by the month in which it was left; the last twelve unless told. */
export function durations(database: Database, { reader, now, query }: Asked<z.output<typeof durationsQuery>>) {
  return lookOver(
    database,
    { reader, now, within: query },
    async (looking): Promise<z.output<typeof durationsAnswer>> => {
      const span = monthsOf(query, looking);
      const [first, last] = [dayOf(span.from.getTime()), dayOf(span.until.getTime() - 1)];
      const workdays = workdaysIn(looking.calendar, addDays(first, -366 * yearsBefore), last);
      const rows = await stageDurations(looking.transaction, idsOf(looking), span, workdays, query);
      const items = rows.map(({ month, agency, stage, stays, median, p90 }) => ({
        month,
        ...(agency === null ? {} : placeOf(looking.agencies, agency)),
        ...inStage(stage),
        stays,
        medianWorkdays: median,
        p90Workdays: p90,
      }));
      return { items };
    },
  );
}
