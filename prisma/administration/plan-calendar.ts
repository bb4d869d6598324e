import { calendarRecordOf, type CalendarNotice } from '../../domain/administration/calendar-record.ts';
import { checkCalendar, sameDays } from '../../domain/administration/check-calendar.ts';
import type { CalendarRecord } from '../../domain/administration/records.ts';
import { calendarOf, dayOf, type Calendar, type Day } from '../../domain/calendar.ts';
import { recalculatedDue } from '../../domain/recalculation.ts';
import type { LimitKey } from '../../domain/process.ts';
import type { ClockName } from '../../domain/state.ts';
import type { Transaction } from '../client.ts';
import { runningDeadlines, touchedFrom, type RunningDeadlines } from '../running-deadlines.ts';
import { calendarYears } from './parameters.ts';
import type { Plan, Planning } from './plan.ts';
import { changesOf } from './record-kind.ts';

/** What a year means for one open deadline. */
export interface DeadlineMove {
  case: string;
  agency: string;
  deadline: ClockName;
  limit: LimitKey;
  from: Day;
  to: Day;
  wasProvisional: boolean;
  provisional: boolean;
}

/** What a year means for the deadlines that are open now: those that move, and those that stay and are certain from now on. */
export interface DeadlineMoves {
  moved: DeadlineMove[];
  settled: DeadlineMove[];
  movedCount: number;
  settledCount: number;
}

/** As many are listed of each; the counts are of all. */
const listed = 1_000;

/** A year of the calendar. One that is published with the same days is left alone. */
export async function planCalendar({ transaction, acting }: Planning, notice: CalendarNotice): Promise<Plan> {
  const year = calendarRecordOf(notice);
  const around = await calendarYears.find(
    transaction,
    [-1, 0, 1].map((offset) => ({ ...year, year: year.year + offset })),
  );
  const published = around.find((one) => one.year === year.year) ?? null;
  const fresh = published && sameDays(year, published) ? [] : [year];
  const breaks = checkCalendar(year, published, around.filter((one) => one !== published)); // prettier-ignore
  const known = new Map(published ? [[calendarYears.id(published), published]] : []);
  const plan: Plan = { batches: [changesOf(calendarYears, fresh, known, acting)], breaks, agencies: [] };
  if (breaks.length > 0) return plan;
  return fresh.length > 0 ? { ...plan, ...(await movesBy(transaction, year)) } : { ...plan, deadlines: nothing() };
}

/** Goes through the open cases of every agency, a page at a time. */
async function movesBy(transaction: Transaction, year: CalendarRecord) {
  const years = await transaction.calendarYear.findMany();
  const version = years.reduce((latest, one) => Math.max(latest, one.version), 0) + 1;
  const calendar = calendarOf({ version, years: [...years, year] });
  const touched = { version, since: touchedFrom(year.year) };
  const moves = nothing();
  for (let after = ''; ;) {
    const page = await runningDeadlines(transaction, touched, after, 500);
    for (const one of page) for (const move of movesOf(one, calendar)) add(moves, move);
    if (page.length < 500) return { deadlines: moves, calendarVersion: version };
    after = page.at(-1)!.id;
  }
}

function movesOf({ id, agency, clocks }: RunningDeadlines, calendar: Calendar): DeadlineMove[] {
  return clocks.flatMap((clock) => {
    const anew = recalculatedDue(calendar, clock);
    if (!anew) return [];
    const { name: deadline, limit, provisional: wasProvisional } = clock;
    const [from, to] = [dayOf(clock.dueAt!), dayOf(anew.dueAt)];
    return [{ case: id, agency, deadline, limit, from, to, wasProvisional, provisional: anew.provisional }];
  });
}

function add(moves: DeadlineMoves, move: DeadlineMove): void {
  const kind = move.from === move.to ? 'settled' : 'moved';
  moves[`${kind}Count`] += 1;
  if (moves[kind].length < listed) moves[kind].push(move);
}

function nothing(): DeadlineMoves {
  return { moved: [], settled: [], movedCount: 0, settledCount: 0 };
}
