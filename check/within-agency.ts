import type { CaseRecord } from './case-record.ts';

/** Every row of a case belongs to the agency that filed it. */
export function withinAgency(record: CaseRecord): string[] {
  const agency = record.steps[0]?.event.input.filing?.agency;
  const rows = [
    { part: 'case_filing', rows: record.filing ? [record.filing] : [] },
    { part: 'case_file', rows: record.file ? [record.file] : [] },
    { part: 'case_search', rows: record.search ? [record.search] : [] },
    { part: 'event', rows: record.events },
    { part: 'review', rows: record.reviews },
    { part: 'decision', rows: record.decisions },
    { part: 'due_moment', rows: record.due },
    { part: 'stage_visit', rows: record.visits },
    { part: 'supervision_order', rows: record.orders },
    { part: 'publication', rows: record.publications },
    { part: 'notification', rows: record.notifications },
    ...record.named.map((row) => ({ part: row.part, rows: [row] })),
  ];
  const strange = rows.flatMap(({ part, rows: own }) =>
    own
      .filter(({ agency_id }) => agency_id !== agency)
      .map(({ agency_id }) => `${part} belongs to ${agency_id}, the case to ${agency}`),
  );
  return [...new Set(strange)];
}
