import { fold } from '../domain/apply.ts';
import { emptyState } from '../domain/state.ts';
import { caseOrderRows } from './case-order.ts';
import type { FilingWords } from './case-file.ts';
import { searchRow } from './case-search.ts';
import { dueMomentsOf } from './due-moments.ts';
import type { StoredEvent } from './events.ts';
import { readModelOf } from './read-model.ts';
import { stageVisitsOf } from './stage-visits.ts';

/** The tables that hold nothing but what the events of a case give; everything else is a record of its own. */
export const derivedTables = {
  case_file: { key: 'id', caseId: 'id' },
  case_search: { key: 'case_id', caseId: 'case_id' },
  due_moment: { key: 'id', caseId: 'case_id' },
  stage_visit: { key: 'case_id, seq', caseId: 'case_id' },
  supervision_order: { key: 'id', caseId: 'case_id' },
} as const;

export type DerivedTable = keyof typeof derivedTables;

/**
 * Every row of the derived tables as the system would have left it after these events, under the names of the columns.
 * @param filed what was filed, word for word
 * @param stored all events of the case in their order, with their words
 * @throws TypeError when the first event files nothing
 */
export function derivedRows(filed: FilingWords, stored: StoredEvent[]): Record<DerivedTable, object[]> {
  const events = stored.map(({ event }) => event);
  const state = fold(emptyState, events);
  const row = readModelOf(state);
  const { caseId, agency } = state.filing!;
  const titled = { party_name: filed.party.name, title: filed.title };
  const place = { case_id: caseId, agency_id: agency };
  return {
    case_file: [{ id: caseId, agency_id: agency, ...titled, ...row }],
    case_search: [{ ...place, ...searchRow(filed, stored) }],
    due_moment: dueMomentsOf(events).map((due) => ({ ...place, ...due })),
    stage_visit: stageVisitsOf(events).map((visit) => ({ ...place, ...visit })),
    supervision_order: caseOrderRows(stored),
  };
}
