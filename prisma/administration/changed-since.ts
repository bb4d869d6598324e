import type { Area } from '../../domain/administration/areas.ts';
import { kindsOfRecords, type KindOfRecord } from '../../domain/administration/kinds-of-records.ts';
import { shanghai } from '../../domain/calendar.ts';
import { canonical } from '../canonical.ts';
import type { Transaction } from '../client.ts';
import type { AdminChange } from '../generated/client.ts';
import { namesOf } from '../names.ts';
import { actFor } from './apply.ts';

/** One command of an administrator since a dry run, with the first of the records that it changed. */
export interface ChangedSince {
  at: string;
  person: string;
  personName: string | null;
  action: string;
  zh: string;
  en: string;
  records: { kind: KindOfRecord; id: string; name: string | null; what: string; fields: string[] }[];
  /** Of all records that the command changed and that are looked for. */
  count: number;
}

export interface LookedFor {
  agencies: string[];
  /** Of records that an import of this kind is tried against. */
  kinds: readonly KindOfRecord[];
  /** What the reader administers: of other areas nothing is told. */
  areas: readonly Area[];
  /** Position of the latest change when the dry run was made. */
  since: bigint;
}

const listed = 5;

/** The position of the latest change in the audit trail; whoever waits for the lock of their agencies comes after it. */
export async function latestChange(transaction: Transaction): Promise<string> {
  const [{ last }] = await transaction.$queryRaw<[{ last: bigint | null }]>`
    SELECT (SELECT last_value FROM pg_sequences WHERE sequencename = 'admin_change_position_seq') AS last`;
  return String(last ?? 0);
}

/** Who changed what of these agencies since a dry run, latest first, at most five commands with five records each. */
export async function changedSince(transaction: Transaction, looked: LookedFor): Promise<ChangedSince[]> {
  const rows: AdminChange[] = [];
  for (const agencyId of looked.agencies) {
    await actFor(transaction, agencyId);
    const where = { agencyId, position: { gt: looked.since }, kind: { in: [...looked.kinds] } };
    rows.push(...(await transaction.adminChange.findMany({ where, orderBy: { position: 'desc' }, take: 500 })));
  }
  const commands = new Map<string, AdminChange[]>();
  for (const row of rows.toSorted((one, other) => (one.position < other.position ? 1 : -1))) {
    if (looked.areas.includes(areaOf(row))) commands.set(row.commandId, [...(commands.get(row.commandId) ?? []), row]);
  }
  const latest = [...commands.values()].slice(0, listed);
  const { persons } = await namesOf(transaction, { persons: latest.map(([row]) => row!.personId) });
  return latest.map((own) => {
    const { at, personId, action } = own[0]!;
    const personName = persons.get(personId)?.name ?? null;
    const records = own.toReversed().slice(0, listed).map(recordOf);
    const when = shanghai(at.getTime());
    const said = { when, who: personName ?? personId, records, count: own.length };
    return { at: when, person: personId, personName, action, ...inWords(said), records, count: own.length };
  });
}

/** Leave, in whatever way it was entered, is told only to those who enter it. */
function areaOf(row: AdminChange): Area {
  const fields = fieldsOf(row);
  if (row.kind === 'person' && fields.length > 0 && fields.every((name) => name === 'leave')) return 'leave';
  return kindsOfRecords[row.kind as KindOfRecord].area;
}

function recordOf(row: AdminChange): ChangedSince['records'][number] {
  const { name } = (row.after ?? {}) as { name?: unknown };
  return {
    kind: row.kind as KindOfRecord,
    id: row.target,
    name: typeof name === 'string' ? name : null,
    what: row.what,
    fields: fieldsOf(row).filter((field) => field !== 'leave'),
  };
}

/** Which fields of a record that was there became others. */
function fieldsOf({ what, before, after }: AdminChange): string[] {
  if (what === 'added') return [];
  const [one, other] = [before, after].map((record) => (record ?? {}) as Record<string, unknown>);
  const names = [...new Set([...Object.keys(one!), ...Object.keys(other!)])];
  return names.filter((name) => canonical(one![name] ?? null) !== canonical(other![name] ?? null));
}

interface Said extends Pick<ChangedSince, 'records' | 'count'> {
  when: string;
  who: string;
}

function inWords({ when, who, records, count }: Said): { zh: string; en: string } {
  const moment = `${when.slice(0, 10)} ${when.slice(11, 16)}`;
  const zh = records.map(({ kind, id, name, what }) => `${what === 'added' ? '新增' : '改动'}${kindsOfRecords[kind].zh}「${name ?? id}」`); // prettier-ignore
  const en = records.map(({ kind, id, name, what }) => `${what} ${kindsOfRecords[kind].en} “${name ?? id}”`);
  const more = count - records.length;
  return {
    zh: `${moment} ${who}${zh.join('、')}${more > 0 ? `，另有 ${more} 项` : ''}。`,
    en: `${moment} ${who} ${en.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  };
}
