import type { Calendar } from '../domain/calendar.ts';
import { inAgency, type Database } from '../prisma/client.ts';
import { packsOf, workCalendar, type ParameterPack } from '../prisma/deadlines.ts';

/** Parameter packs and calendar as last read: packs until the organisation's version moves on, the calendar until told. */
export interface Parameters {
  /** The pack in force on that day (YYYY-MM-DD), for the organisation's version that the command was judged by. */
  packOn(agency: string, version: number, day: string): Promise<ParameterPack | null>;
  /** Read anew where at least this version is known to be there. */
  calendar(atLeast?: number): Promise<Calendar>;
  forget(): void;
}

/** Reads each agency's packs and the calendar once, and again when they may have changed. */
export function createParameters(database: Database): Parameters {
  const packs = new Map<string, { version: number; list: ParameterPack[] }>();
  let calendar: Promise<Calendar> | null = null;

  return {
    async packOn(agency, version, day) {
      let known = packs.get(agency);
      if (!known || known.version !== version) {
        const list = await inAgency(database, agency, (transaction) => packsOf(transaction, agency));
        known = { version, list };
        packs.set(agency, known);
      }
      return known.list.findLast((pack) => pack.from <= day) ?? null;
    },
    async calendar(atLeast = 0) {
      const known = await lastRead();
      if (known.version >= atLeast) return known;
      forget();
      return lastRead();
    },
    forget,
  };

  function lastRead(): Promise<Calendar> {
    calendar ??= inAgency(database, '', workCalendar).catch((error: unknown) => {
      calendar = null;
      throw error;
    });
    return calendar;
  }

  function forget(): void {
    calendar = null;
    packs.clear();
  }
}
