import { upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import type { CaseState } from '../domain/state.ts';

const stage = defineSearchAttributeKey('SanxiangStage', SearchAttributeType.KEYWORD);
const agency = defineSearchAttributeKey('SanxiangAgency', SearchAttributeType.KEYWORD);
const dueAt = defineSearchAttributeKey('SanxiangDueAt', SearchAttributeType.DATETIME);
const overdueLevel = defineSearchAttributeKey('SanxiangOverdueLevel', SearchAttributeType.INT);

/** Keeps the four typed attributes by which an operator finds the workflow; every list is served from the database. */
export function indexCase(state: CaseState): void {
  const clock = state.clocks.find((candidate) => candidate.name === 'stage');
  const level = state.clocks.some((candidate) => candidate.overdue) ? 1 : 0;
  const known = workflowInfo().typedSearchAttributes;
  const due = clock?.dueAt ? new Date(clock.dueAt) : null;
  const same =
    known.get(stage) === state.stage &&
    known.get(overdueLevel) === level &&
    (known.get(dueAt)?.getTime() ?? null) === (due?.getTime() ?? null);
  if (same) return;
  upsertSearchAttributes([
    { key: stage, value: state.stage },
    { key: agency, value: state.filing?.agency ?? null },
    { key: dueAt, value: due },
    { key: overdueLevel, value: level },
  ]);
}
