import type { z } from 'zod';
import {
  addDays,
  addWorkdays,
  dayInWords,
  dayOf,
  daysBetween,
  shanghai,
  startOfDay,
  workdaysIn,
  type Calendar,
  type Day,
} from '../../domain/calendar.ts';
import { otherLimits } from '../../domain/process.ts';
import { stuckCauses } from '../../domain/stuck.ts';
import type { Millis } from '../../domain/state.ts';
import type { Database } from '../../prisma/client.ts';
import { idleLimits } from '../../prisma/oversight/idle-limits.ts';
import { stuckCases, type StuckBecause, type StuckMeasure } from '../../prisma/oversight/stuck-cases.ts';
import { readPageCursor, writePageCursor } from '../page-cursor.ts';
import type { Reader } from '../policy.ts';
import type { StuckCase, stuckQuery } from '../schemas/oversight.ts';
import { idsOf, lookOver, overseenCases, type Looking } from './looking.ts';

interface StuckAsked {
  reader: Reader;
  now: Millis;
  /** Profile rehearsal, where no timer rings. */
  virtualTime: boolean;
  query: z.output<typeof stuckQuery>;
}

/** What should be recorded at a moment is missed after this, in milliseconds: an outage that is being caught up with is none. */
const silentAfter = 30 * 60_000;
/** How many days back idleness is reckoned to the day. */
const remembered = 800;

/** What is stuck, with every cause in words, the longest first. */
export async function stuckPage(database: Database, { reader, now, virtualTime, query }: StuckAsked) {
  const after = readPageCursor(query.cursor);
  return lookOver(database, { reader, now, within: query }, async (looking) => {
    const { transaction, today } = looking;
    const measure = await measureOf(looking, query.idleDays, virtualTime);
    const { ageFrom, ageTo } = query;
    const since = {
      from: ageTo === undefined ? null : new Date(startOfDay(addDays(today, -ageTo))),
      until: ageFrom === undefined ? null : new Date(startOfDay(addDays(today, 1 - ageFrom))),
    };
    const page = { after, limit: query.limit };
    const { rows, next, total, byCause } = await stuckCases(
      transaction,
      query,
      measure,
      { cause: query.cause, since },
      page,
    );
    const items = (await overseenCases(looking, rows)).map(({ row, told }) => ({
      ...told,
      stuckSince: shanghai(row.stuckSince.getTime()),
      daysStuck: daysBetween(dayOf(row.stuckSince.getTime()), today),
      causes: row.causes.map((because) => inWords(because, told.holders.find(({ id }) => id === because.person)?.name)),
    }));
    return { total, byCause, items: items satisfies StuckCase[], nextCursor: writePageCursor(next) };
  });
}

/** The working days of the last years until a day; kept for the next look, which is mostly on the same one. */
const lastWorkdays = { key: '', days: [] as Day[] };
function workdaysUntil(calendar: Calendar, today: Day): Day[] {
  const key = `${calendar.version} ${calendar.years.size} ${today}`;
  if (lastWorkdays.key !== key)
    Object.assign(lastWorkdays, { key, days: workdaysIn(calendar, addDays(today, -remembered), today) });
  return lastWorkdays.days;
}

async function measureOf(looking: Looking, idleDays: number | undefined, virtualTime: boolean): Promise<StuckMeasure> {
  const { transaction, now, today, calendar } = looking;
  const ids = idsOf(looking);
  const limits = idleDays === undefined ? await idleLimits(transaction, ids, today) : new Map();
  const grouped = new Map<string, StuckMeasure['idle'][number]>();
  for (const id of ids) {
    const { value, unit } = limits.get(id) ?? (idleDays ? { value: idleDays, unit: 'wd' as const } : otherLimits.idle);
    const first = unit === 'wd' ? addWorkdays(calendar, today, -value).day : addDays(today, -value);
    const group = grouped.get(`${value}${unit}`) ?? { agencies: [], days: value, unit, before: new Date(startOfDay(first)) }; // prettier-ignore
    grouped.set(`${value}${unit}`, { ...group, agencies: [...group.agencies, id] });
  }
  return {
    today,
    agencies: ids,
    workdays: workdaysUntil(calendar, today),
    idle: [...grouped.values()],
    silentBefore: virtualTime ? null : new Date(now - silentAfter),
  };
}

function inWords({ cause, since, person, until }: StuckBecause, name: string | undefined): StuckCase['causes'][number] {
  const { zh, en } = stuckCauses[cause];
  const at = Date.parse(since);
  const who = name ?? person;
  const details = [who, `${dayInWords(dayOf(at))}起`, ...(until ? [`至${dayInWords(until)}`] : [])];
  const detailsEn = [who, `since ${dayOf(at)}`, ...(until ? [`until ${until}`] : [])];
  return {
    cause,
    since: shanghai(at),
    person: person ? { id: person, name: name ?? '' } : null,
    until,
    inWords: `${zh}（${details.filter(Boolean).join('，')}）`,
    inWordsEn: `${en} (${detailsEn.filter(Boolean).join(', ')})`,
  };
}
