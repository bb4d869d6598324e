import type { EntryRecord, ItemRecord } from '../../domain/administration/records.ts';
import { categories, type Category } from '../../domain/process.ts';
import type { Transaction } from '../../prisma/client.ts';
import { regionsAbove } from '../../prisma/oversight/scope.ts';
import { namesOf } from '../../prisma/names.ts';
import type { OrganisationAnswer } from '../schemas/admin-reading.ts';

/** What is on record of an agency: its sections and who holds which duty, its catalogue, enforcement items and number series. */
export async function organisationPage(transaction: Transaction, agencyId: string): Promise<OrganisationAnswer> {
  const where = { agencyId };
  const agency = await transaction.agency.findUniqueOrThrow({ where: { id: agencyId } });
  const sections = await transaction.section.findMany({ where, orderBy: { id: 'asc' } });
  const series = await transaction.numberSeries.findMany({ where, orderBy: [{ year: 'desc' }, { series: 'asc' }] });
  const entries = await transaction.catalogueEntry.findMany({ where, orderBy: [{ id: 'asc' }, { version: 'desc' }] });
  const items = await transaction.enforcementItem.findMany({ where, orderBy: { id: 'asc' } });
  const collective = (agency.collective ?? {}) as { chair?: string; members?: string[]; quorum?: number };
  const duties = sections.flatMap(({ firstReviewer, head, leaderInCharge }) => [firstReviewer, head, leaderInCharge]);
  const named = [
    ...duties,
    agency.legalHead,
    ...agency.legalReviewers,
    collective.chair,
    ...(collective.members ?? []),
  ];
  const { persons } = await namesOf(transaction, { persons: named.filter((id) => typeof id === 'string') });
  const nameOf = (id: string | null | undefined) => (id ? (persons.get(id)?.name ?? id) : null);
  const sectionName = (id: string) => sections.find((section) => section.id === id)?.name ?? id;
  return {
    agency: {
      ...{ id: agency.id, name: agency.name, level: agency.level, documentWord: agency.documentWord },
      legalHead: nameOf(agency.legalHead),
      legalReviewers: agency.legalReviewers.map((id) => nameOf(id)!),
      chair: nameOf(collective.chair),
      members: (collective.members ?? []).map((id) => nameOf(id)!),
      quorum: collective.quorum ?? null,
      categories: agency.categories,
      regions: await regionsFrom(transaction, agency.region),
    },
    sections: sections.map(({ id, name, kind, firstReviewer, head, leaderInCharge }) => ({
      ...{ id, name, kind, firstReviewer: nameOf(firstReviewer), head: nameOf(head) },
      leaderInCharge: nameOf(leaderInCharge),
    })),
    series: series.map(({ series: word, year, last }) => ({ series: word, year, last })),
    catalogue: entries.map(({ id, version, entry }) => {
      const { category, field, measures, note = null, effectiveFrom, effectiveTo } = entry as unknown as EntryRecord;
      return { id, version, categoryName: categoryName(category), field, measures, note, effectiveFrom, effectiveTo };
    }),
    items: items.map(({ id, item }) => {
      const { name, category, section } = item as unknown as ItemRecord;
      return { id, name: name as string, categoryName: categoryName(category), sectionName: sectionName(section) };
    }),
  };
}

/** A region and those above it, the nearest first. */
async function regionsFrom(transaction: Transaction, code: string): Promise<{ code: string; name: string }[]> {
  const above = new Map((await regionsAbove(transaction, [code])).map((one) => [one.id, one]));
  const found: { code: string; name: string }[] = [];
  for (let next = above.get(code); next; next = above.get(next.parent ?? '')) {
    above.delete(next.id);
    found.push({ code: next.id, name: next.name });
  }
  return found;
}

function categoryName(category: string): string {
  return categories[category as Category] ?? category;
}
