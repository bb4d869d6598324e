import { checkMatches, checkVersion, matchesEverything } from '../../domain/administration/check-catalogue.ts';
import { broken, occursTwice, type Break } from '../../domain/administration/import-breaks.ts';
import type { AgencyRecord, EntryRecord, ItemRecord } from '../../domain/administration/records.ts';
import { agencies } from './agencies.ts';
import { catalogueEntries, enforcementItems, itemsOf, versionsOf } from './catalogues.ts';
import { distinct, type Plan, type Planning } from './plan.ts';
import { changesOf, knownAs } from './record-kind.ts';

/** Entries of the catalogue, each version for ever: only its end may be added. */
export async function planCatalogue(
  { transaction, acting }: Planning,
  { entries }: { entries: EntryRecord[] },
): Promise<Plan> {
  const versions = await versionsOf(transaction, entries);
  const known = new Map(versions.map((entry) => [catalogueEntries.id(entry), entry]));
  const named = distinct(entries.map((entry) => entry.agency));
  const byId = await knownAs(transaction, agencies, named.map((id) => ({ id }) as AgencyRecord)); // prettier-ignore
  const items: Awaited<ReturnType<typeof itemsOf>> = [];
  for (const agency of named) items.push(...(await itemsOf(transaction, agency)));
  const breaks = entries.flatMap((entry) => {
    const agency = byId.get(entry.agency);
    if (!agency) return [broken('import.unknownAgency', 'catalogueEntry', entry.id, { agency: entry.agency })];
    const others = [...versions, ...entries].filter((other) => other.id === entry.id);
    const own = items.filter((item) => item.agency === entry.agency);
    return checkEntry(entry, known.get(catalogueEntries.id(entry)) ?? null, others, agency, own);
  });
  return {
    batches: [changesOf(catalogueEntries, entries, known, acting)],
    breaks: [...occursTwice('catalogueEntry', entries.map(catalogueEntries.id)), ...breaks],
    agencies: named,
  };
}

/** Enforcement items (执法事项) of the agencies' sections. */
export async function planItems({ transaction, acting }: Planning, { items }: { items: ItemRecord[] }): Promise<Plan> {
  const known = await knownAs(transaction, enforcementItems, items);
  const named = distinct(items.map((item) => item.agency));
  const rows = await transaction.section.findMany({ where: { agencyId: { in: named } } });
  const sections = new Set(rows.map((section) => `${section.agencyId} ${section.id}`));
  const breaks = items.flatMap((item): Break[] => [
    ...((known.get(item.id)?.agency ?? item.agency) === item.agency
      ? []
      : [broken('import.idOfOtherAgency', 'enforcementItem', item.id)]),
    ...(sections.has(`${item.agency} ${item.section}`)
      ? []
      : [broken('import.unknownSection', 'enforcementItem', item.id, { section: item.section })]),
  ]);
  return {
    batches: [changesOf(enforcementItems, items, known, acting)],
    breaks: [...occursTwice('enforcementItem', items.map((item) => item.id)), ...breaks], // prettier-ignore
    agencies: named,
  };
}

function checkEntry(
  entry: EntryRecord,
  before: EntryRecord | null,
  others: EntryRecord[],
  agency: AgencyRecord,
  items: ItemRecord[],
): Break[] {
  if (others.some((other) => other.agency !== entry.agency)) {
    return [broken('import.idOfOtherAgency', 'catalogueEntry', entry.id)];
  }
  if (before) {
    const ended = { ...before, effectiveTo: before.effectiveTo ?? entry.effectiveTo };
    const batch = changesOf(catalogueEntries, [entry], new Map([[catalogueEntries.id(entry), ended]]), entry.agency);
    if (batch.changes.length === 0) return [];
    return [broken('import.versionChanged', 'catalogueEntry', entry.id, { version: entry.version })];
  }
  if (matchesEverything(entry)) return [broken('import.matchesEverything', 'catalogueEntry', entry.id)];
  const earlier = others.filter((other) => other.version !== entry.version);
  return [...checkMatches(entry, agency, items), ...checkVersion(entry, earlier)];
}
