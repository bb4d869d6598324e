import { upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { CaseState } from '../domain/state.ts';
import { attributeKeys, attributesOf } from './case-attributes.ts';

/** Keeps the four typed attributes by which an operator finds the workflow; every list is served from the database. */
export function indexCase(state: CaseState): void {
  const { stage, agency, dueAt, overdueLevel } = attributesOf(state);
  const known = workflowInfo().typedSearchAttributes;
  const same =
    known.get(attributeKeys.stage) === stage &&
    known.get(attributeKeys.overdueLevel) === overdueLevel &&
    (known.get(attributeKeys.dueAt)?.getTime() ?? null) === (dueAt?.getTime() ?? null);
  if (same) return;
  upsertSearchAttributes([
    { key: attributeKeys.stage, value: stage },
    { key: attributeKeys.agency, value: agency },
    { key: attributeKeys.dueAt, value: dueAt },
    { key: attributeKeys.overdueLevel, value: overdueLevel },
  ]);
}
