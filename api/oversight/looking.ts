import type { Calendar, Day } from '../../domain/calendar.ts';
import { dayOf, shanghai, daysBetween } from '../../domain/calendar.ts';
import { refuse } from '../../domain/refusal.ts';
import type { Millis } from '../../domain/state.ts';
import { inAgency, type Database, type Transaction } from '../../prisma/client.ts';
import { workCalendar } from '../../prisma/deadlines.ts';
import type { OverseenRow } from '../../prisma/oversight/overseen-cases.ts';
import { agenciesInScope, type OverseenAgency } from '../../prisma/oversight/scope.ts';
import { describedRows } from '../listed-case.ts';
import { oversightReach, type Reader } from '../policy.ts';
import { problemOf } from '../problem.ts';
import type { OverseenCase } from '../schemas/oversight.ts';

/** Somebody looking over cases at a moment. */
export interface Looking {
  transaction: Transaction;
  now: Millis;
  /** In Shanghai. */
  today: Day;
  calendar: Calendar;
  /** The agencies looked over, by id. */
  agencies: OverseenAgency[];
}

interface Asked {
  reader: Reader;
  now: Millis;
  within: { region?: string | undefined; agency?: string | undefined };
}

/**
 * Looks over the cases of those agencies that the reader may look over and asked for.
 * @throws Problem 403 role.missing for whoever oversees nothing
 */
export async function lookOver<Result>(
  database: Database,
  { reader, now, within }: Asked,
  look: (looking: Looking) => Promise<Result>,
): Promise<Result> {
  const reach = oversightReach(reader.roles);
  if (!reach.ownAgency && !reach.overseen) {
    throw problemOf(refuse('role.missing', { needed: ['overseer', 'leader', 'legalHead'] }));
  }
  return inAgency(database, reader.agency, async (transaction) => {
    const agencies = await agenciesInScope(transaction, { agency: reader.agency, reach, within });
    const calendar = await workCalendar(transaction);
    return look({ transaction, now, today: dayOf(now), calendar, agencies });
  });
}

/** Rows in words, with where they are. */
export async function overseenCases<Row extends OverseenRow>(
  { transaction, now, today, calendar, agencies }: Looking,
  rows: Row[],
): Promise<{ row: Row; told: OverseenCase }[]> {
  const described = await describedRows(transaction, rows, now, calendar);
  return rows.map((row, index) => {
    const { region, regionName } = placeOf(agencies, row.agencyId);
    const enteredAt = row.enteredAt?.getTime() ?? null;
    const daysInStage = enteredAt === null ? 0 : daysBetween(dayOf(enteredAt), today);
    const at = enteredAt === null ? null : shanghai(enteredAt);
    return { row, told: { ...described[index]!, region, regionName, enteredAt: at, daysInStage } };
  });
}

/** The agencies looked over, by their ids. */
export function idsOf({ agencies }: Looking): string[] {
  return agencies.map(({ id }) => id);
}

/** An agency's names and region. */
export function placeOf(agencies: OverseenAgency[], id: string) {
  const { name, region, regionName } = agencies.find((agency) => agency.id === id)!;
  return { agency: id, agencyName: name, region, regionName };
}
