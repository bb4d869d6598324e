import { canonical } from '../prisma/canonical.ts';
import { caseOrderRows } from '../prisma/case-order.ts';
import type { FilingWords } from '../prisma/case-file.ts';
import { searchWords } from '../prisma/case-search.ts';
import { readModelOf } from '../prisma/read-model.ts';
import { stageVisitsOf } from '../prisma/stage-visits.ts';
import type { CaseRecord } from './case-record.ts';

/** Folding the events gives the state on record and every column of the read model, byte for byte in canonical form. */
export function foldGivesReadModel(record: CaseRecord): string[] {
  const { filing, file, folded, events } = record;
  if (events.length === 0) return ['there are no events'];
  if (!filing || !file) return [filing ? 'there is no read model' : 'there is no filing'];
  if (!folded.filing) return ['the first event files nothing'];
  const titled = { party_name: filing.filing.party?.name ?? null, title: filing.filing.title ?? null };
  const row: Record<string, unknown> = {
    id: record.id,
    agency_id: folded.filing.agency,
    ...titled,
    ...readModelOf(folded),
  };
  const columns = Object.keys(row).filter((column) => plain(row[column]) !== plain(file[column]));
  return [
    ...columns.map((column) => `${column} is not what the events give`),
    ...searchFaults(record, filing.filing as FilingWords),
    ...visitFaults(record),
    ...orderFaults(record),
    ...events.filter(columnsDiffer).map(({ seq }) => `the columns of event ${seq} are not what it says`),
  ];
}

/** The words by which the case is found; their index is made of nothing but them. */
function searchFaults({ search, events }: CaseRecord, filed: FilingWords): string[] {
  if (!search) return ['there are no words to find it by'];
  const expected = searchWords(
    filed,
    events.map(({ data, words }) => ({ event: data, words })),
  );
  return Object.entries(expected)
    .filter(([column, words]) => search[column] !== words)
    .map(([column]) => `the words under ${column}, to find it by, are not what the events give`);
}

/** The stays in each stage, as rows of the same form. */
function visitFaults({ visits, events }: CaseRecord): string[] {
  const expected = stageVisitsOf(events.map(({ data }) => data));
  const kept = visits.map(({ case_id: _case, agency_id: _agency, ...visit }) => visit);
  const written = (visit: object) => Object.entries(visit).map(([name, value]) => [name, plain(value)]);
  const same = canonical(kept.map((visit) => Object.fromEntries(written(visit)))) === canonical(expected.map((visit) => Object.fromEntries(written(visit)))); // prettier-ignore
  return same ? [] : ['the stays in its stages are not what the events give'];
}

/** Each supervision order of the case, closed ones too. */
function orderFaults({ orders, events }: CaseRecord): string[] {
  const expected = caseOrderRows(events.map(({ data, words }) => ({ event: data, words })));
  return rowsAgree(orders, expected) ? [] : ['its supervision orders are not what the events give'];
}

/** Whether rows are the same, column by column, in whatever form their moments are written. */
export function rowsAgree(kept: object[], expected: object[]): boolean {
  const written = (row: object) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]));
  return canonical(kept.map(written)) === canonical(expected.map(written));
}

function columnsDiffer({ data, case_id, seq, type, actor, at, command_id }: CaseRecord['events'][number]): boolean {
  const said = [data.caseId, data.seq, data.type, data.actor, data.at, data.commandId];
  return canonical(said) !== canonical([case_id, seq, type, actor, Date.parse(at), command_id]);
}

/** Moments are written in two forms of ISO 8601. */
function plain(value: unknown): string {
  const isMoment = typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value);
  return canonical(isMoment ? Date.parse(value) : JSON.parse(JSON.stringify(value ?? null)));
}
