import type { EntryRecord, ItemRecord } from '../../domain/administration/records.ts';
import type { Transaction } from '../client.ts';
import { json } from '../events.ts';
import type { RecordKind } from './record-kind.ts';

const skipDuplicates = true;

/** 重大执法决定法制审核目录, each version a record of its own. */
export const catalogueEntries: RecordKind<EntryRecord> = {
  kind: 'catalogueEntry',
  id: (entry) => `${entry.id} v${entry.version}`,
  agency: (entry) => entry.agency,
  find: async (transaction, records) => {
    const ids = new Set(records.map(catalogueEntries.id));
    return (await versionsOf(transaction, records)).filter((entry) => ids.has(catalogueEntries.id(entry)));
  },
  add: async (transaction, records) => {
    const data = records.map((entry) => ({
      id: entry.id,
      version: entry.version,
      agencyId: entry.agency,
      entry: json(entry),
    }));
    return (await transaction.catalogueEntry.createMany({ data, skipDuplicates })).count;
  },
  change: async (transaction, entry) => {
    const id_version = { id: entry.id, version: entry.version };
    await transaction.catalogueEntry.update({ where: { id_version }, data: { entry: json(entry) } });
  },
};

/** Every version of these entries that is known. */
export async function versionsOf(transaction: Transaction, records: { id: string }[]): Promise<EntryRecord[]> {
  const ids = [...new Set(records.map((entry) => entry.id))];
  const rows = await transaction.catalogueEntry.findMany({ where: { id: { in: ids } } });
  return rows.map((row) => row.entry as unknown as EntryRecord);
}

/** The catalogue of an agency, every version, by id and version. */
export async function catalogueOf(transaction: Transaction, agencyId: string): Promise<EntryRecord[]> {
  const orderBy = [{ id: 'asc' as const }, { version: 'asc' as const }];
  const rows = await transaction.catalogueEntry.findMany({ where: { agencyId }, orderBy });
  return rows.map((row) => row.entry as unknown as EntryRecord);
}

/** 行政执法事项. */
export const enforcementItems: RecordKind<ItemRecord> = {
  kind: 'enforcementItem',
  id: (item) => item.id,
  agency: (item) => item.agency,
  find: async (transaction, records) => {
    const ids = records.map((item) => item.id);
    const rows = await transaction.enforcementItem.findMany({ where: { id: { in: ids } } });
    return rows.map((row) => row.item as unknown as ItemRecord);
  },
  add: async (transaction, records) => {
    const data = records.map((item) => ({ id: item.id, agencyId: item.agency, item: json(item) }));
    return (await transaction.enforcementItem.createMany({ data, skipDuplicates })).count;
  },
  change: async (transaction, item) => {
    await transaction.enforcementItem.update({ where: { id: item.id }, data: { item: json(item) } });
  },
};

/** The items of an agency. */
export async function itemsOf(transaction: Transaction, agencyId: string): Promise<ItemRecord[]> {
  const rows = await transaction.enforcementItem.findMany({ where: { agencyId }, orderBy: { id: 'asc' } });
  return rows.map((row) => row.item as unknown as ItemRecord);
}
