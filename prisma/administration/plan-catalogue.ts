import {
  checkMatches,
  checkVersion,
  matchesEverything,
  reachesBack,
  rewritesSince,
} from '../../domain/administration/check-catalogue.ts';
import { broken, occursTwice, type Break } from '../../domain/administration/import-breaks.ts';
import type { AgencyRecord, EntryRecord, ItemRecord } from '../../domain/administration/records.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Transaction } from '../client.ts';
import { agencies } from './agencies.ts';
import { actFor } from './apply.ts';
import { catalogueEntries, enforcementItems, itemsOf, versionsOf } from './catalogues.ts';
import { distinct, type Plan, type Planning } from './plan.ts';
import { changesOf, knownAs } from './record-kind.ts';

/** Entries of the catalogue, each version for ever: only its end may be added. */
export async function planCatalogue(
  { transaction, acting, today, anyDay }: Planning,
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
  const reaching = anyDay ? [] : await reachingBack(transaction, entries, known, today);
  return {
    batches: [changesOf(catalogueEntries, entries, known, acting)],
    breaks: [...occursTwice('catalogueEntry', entries.map(catalogueEntries.id)), ...breaks, ...reaching],
    agencies: named,
  };
}

/**
 * Entries that would change what was in force on days on which the agency already acted on cases. Its first catalogue, of
 * whatever days, and a history older than its first case change nothing that was judged.
 */
async function reachingBack(
  transaction: Transaction,
  entries: EntryRecord[],
  known: ReadonlyMap<string, EntryRecord>,
  today: Day,
): Promise<Break[]> {
  const reaching: EntryRecord[] = [];
  const actedUntil = new Map<string, Date | null>();
  for (const entry of entries) {
    const { agency } = entry;
    const before = known.get(catalogueEntries.id(entry)) ?? null;
    if (before && before.effectiveTo === entry.effectiveTo) continue;
    const since = rewritesSince(entry, before, today);
    if (!since) continue;
    if (!actedUntil.has(agency)) actedUntil.set(agency, await lastActUnderCatalogue(transaction, agency));
    const last = actedUntil.get(agency);
    if (last && last >= new Date(`${since}T00:00:00+08:00`)) reaching.push(entry);
  }
  // An entry ends where its next version begins: of both one is told.
  return reaching
    .filter(({ id, version }) => !reaching.some((other) => other.id === id && other.version > version))
    .map((entry) => reachesBack(entry, known.get(catalogueEntries.id(entry)) ?? null, today));
}

/** When the agency acted on a case the last time; null where it never did, or has no catalogue yet. */
async function lastActUnderCatalogue(transaction: Transaction, agencyId: string): Promise<Date | null> {
  if ((await transaction.catalogueEntry.findFirst({ where: { agencyId } })) === null) return null;
  await actFor(transaction, agencyId);
  const { _max } = await transaction.caseFile.aggregate({ where: { agencyId }, _max: { lastAt: true } });
  return _max.lastAt;
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
