import type { CatalogueEntry } from '../domain/catalogue.ts';
import type { Transaction } from './client.ts';
import type { HearingThreshold } from './hearing-threshold.ts';

/** An item of the agency's list of enforcement items (行政执法事项清单), with its tiers of discretion. */
export interface EnforcementItem {
  id: string;
  category: string;
  name: string;
  basis: { statute: string; article: string }[];
  discretion: { tier: string; condition: string; measure: string }[];
  section: string | null;
}

/** All that somebody of an agency may choose from when filing and drafting. */
export async function filingChoices(transaction: Transaction, agencyId: string) {
  const agency = await transaction.agency.findUniqueOrThrow({ where: { id: agencyId } });
  const sections = await transaction.section.findMany({ where: { agencyId }, orderBy: { id: 'asc' } });
  const people = await transaction.person.findMany({
    where: { agencyId, roles: { has: 'handler' } },
    orderBy: { id: 'asc' },
  });
  const items = await transaction.enforcementItem.findMany({ where: { agencyId }, orderBy: { id: 'asc' } });
  const entries = await transaction.catalogueEntry.findMany({
    where: { agencyId },
    orderBy: [{ id: 'asc' }, { version: 'asc' }],
  });
  const regions = await transaction.region.findMany();
  return {
    agency: { ...agency, hearingThreshold: (agency.hearingThreshold ?? {}) as HearingThreshold },
    sections,
    people,
    items: items.map(({ item }) => item as unknown as EnforcementItem),
    entries: entries.map(({ entry }) => entry as unknown as CatalogueEntry),
    regions: upwards(agency.region, regions),
  };
}

/** A region and those above it, nearest first. */
function upwards(code: string, regions: { code: string; parent: string | null }[]): string[] {
  const above: string[] = [];
  for (let at: string | null | undefined = code; at && !above.includes(at);) {
    above.push(at);
    at = regions.find((region) => region.code === at)?.parent;
  }
  return above;
}
