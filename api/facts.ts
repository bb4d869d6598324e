import { dayOf } from '../domain/calendar.ts';
import type { Facts } from '../domain/command.ts';
import type { Millis, PersonId } from '../domain/state.ts';
import type { Transaction } from '../prisma/client.ts';
import { factsFrom } from '../prisma/facts-from.ts';
import { readOrganisation, readOrganisations } from '../prisma/organisation-facts.ts';

/**
 * What the organisation says now of a case's agency and section and of every person named: read anew for each command, so
 * that a change of roles or certificates counts from the very next one.
 */
export async function readFacts(
  transaction: Transaction,
  place: { agency: string; section: string; persons: PersonId[]; now: Millis },
): Promise<Facts> {
  const rows = await readOrganisation(transaction, { ...place, day: dayOf(place.now) });
  return factsFrom(rows, place.section, place.now);
}

/** The same of several places at once, in their order, each with the same persons named. */
export async function readFactsOf(
  transaction: Transaction,
  places: { agency: string; section: string }[],
  { persons, now }: { persons: PersonId[]; now: Millis },
): Promise<Facts[]> {
  if (places.length === 0) return [];
  const rows = await readOrganisations(transaction, places, { persons, day: dayOf(now) });
  return rows.map((found, n) => factsFrom(found, places[n]!.section, now));
}
