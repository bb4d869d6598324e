import type { Transaction } from '../client.ts';
import { canonical } from '../canonical.ts';

/** One kind of record of the organisation: how it is found, added and changed. Nothing is ever deleted. */
export interface RecordKind<R> {
  kind: string;
  id(record: R): string;
  /** The agency whose record it is; `acting` for what belongs to everybody. */
  agency(record: R, acting: string): string;
  /** What is known under the ids of these records. */
  find(transaction: Transaction, records: R[]): Promise<R[]>;
  /** Adds those that are not there yet; answers how many. */
  add(transaction: Transaction, records: R[]): Promise<number>;
  /** Missing where such a record is never changed. */
  change?(transaction: Transaction, record: R): Promise<void>;
}

export interface Change {
  kind: string;
  id: string;
  agency: string;
  what: 'added' | 'changed';
  before: unknown;
  after: unknown;
  /** What differs, where the record was there. */
  fields: Record<string, { before: unknown; after: unknown }>;
}

/** Changes of one kind, and the writing of those of one agency. */
export interface Batch {
  changes: Change[];
  write(transaction: Transaction, agency: string): Promise<void>;
}

/** Compares records with what is known and answers what would change. */
export function changesOf<R extends object>(
  of: RecordKind<R>,
  records: R[],
  known: ReadonlyMap<string, R>,
  acting: string,
): Batch {
  const changed = records.flatMap((record) => {
    const before = known.get(of.id(record)) ?? null;
    const fields = before ? differences(before, record) : {};
    if (before && Object.keys(fields).length === 0) return [];
    const what = before ? ('changed' as const) : ('added' as const);
    const about = { kind: of.kind, id: of.id(record), agency: of.agency(record, acting) };
    return [{ record, change: { ...about, what, before, after: record, fields } }];
  });
  return {
    changes: changed.map(({ change }) => change),
    async write(transaction, agency) {
      const own = changed.filter(({ change }) => change.agency === agency);
      const added = own.filter(({ change }) => change.what === 'added');
      if (added.length > 0) await of.add(transaction, added.map(({ record }) => record)); // prettier-ignore
      for (const { record, change } of own) if (change.what === 'changed') await of.change?.(transaction, record);
    },
  };
}

/** What is known under the ids of these records, by id. */
export async function knownAs<R>(transaction: Transaction, of: RecordKind<R>, records: R[]): Promise<Map<string, R>> {
  const found = records.length > 0 ? await of.find(transaction, records) : [];
  return new Map(found.map((record) => [of.id(record), record]));
}

function differences(before: object, after: object): Change['fields'] {
  const one = before as Record<string, unknown>;
  const other = after as Record<string, unknown>;
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const differ = names.filter((name) => canonical(one[name] ?? null) !== canonical(other[name] ?? null));
  return Object.fromEntries(differ.map((name) => [name, { before: one[name] ?? null, after: other[name] ?? null }]));
}

/** YYYY-MM-DD of a DATE column. */
export function dayText(date: Date | null): string | null {
  return date ? date.toISOString().slice(0, 10) : null;
}

/** A DATE column's value of YYYY-MM-DD. */
export function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
