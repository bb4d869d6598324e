import { dayOf } from '../domain/calendar.ts';
import type { Millis, PersonId } from '../domain/state.ts';
import { agencyIds, casesToWatch } from '../prisma/cases-to-watch.ts';
import type { Pool } from '../prisma/pool.ts';

/** Where a walk through the agencies' open cases stands: after this case of this agency. */
export interface WalkedTo {
  agency: string;
  caseId: string;
}

export interface WatchedPage {
  cases: string[];
  /** Where the next page begins, or null after the last. */
  next: WalkedTo | null;
}

const size = 200;

/**
 * A page of the open cases that the organisation may concern as it is on that day: with persons, those that one of them holds or is
 * stood in for in; without, those with a stand-in or with an absent holder not reported yet. All agencies, in order.
 */
export async function pageToWatch(
  pool: Pool,
  { now, persons, after }: { now: Millis; persons: PersonId[] | null; after: WalkedTo | null },
): Promise<WatchedPage> {
  const agencies = (await agencyIds(pool)).filter((agency) => agency >= (after?.agency ?? ''));
  const cases: string[] = [];
  for (const agency of agencies) {
    const from = agency === after?.agency ? after.caseId : '';
    const page = await casesToWatch(pool, { agency, day: dayOf(now), persons, after: from, size: size - cases.length });
    cases.push(...page);
    if (cases.length === size) return { cases, next: { agency, caseId: page.at(-1)! } };
  }
  return { cases, next: null };
}
