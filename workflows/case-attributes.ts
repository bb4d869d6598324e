import { defineSearchAttributeKey, SearchAttributeType, type SearchAttributePair } from '@temporalio/common';
import type { CaseState } from '../domain/state.ts';

/** The attributes follow within this time, in milliseconds: writing them is dear, and only operators read them (024). */
export const attributesFollow = 600_000;

export const attributeKeys = {
  stage: defineSearchAttributeKey('SanxiangStage', SearchAttributeType.KEYWORD),
  agency: defineSearchAttributeKey('SanxiangAgency', SearchAttributeType.KEYWORD),
  dueAt: defineSearchAttributeKey('SanxiangDueAt', SearchAttributeType.DATETIME),
  overdueLevel: defineSearchAttributeKey('SanxiangOverdueLevel', SearchAttributeType.INT),
};

/** The four typed attributes by which an operator finds a case's workflow; null where the case has none. */
export function attributesOf(state: CaseState) {
  const due = state.clocks.find((candidate) => candidate.name === 'stage')?.dueAt;
  return {
    stage: state.stage,
    agency: state.filing?.agency ?? null,
    dueAt: due ? new Date(due) : null,
    overdueLevel: state.clocks.some((candidate) => candidate.overdue) ? 1 : 0,
  };
}

/** The same as a workflow is started with. */
export function attributesAtStart(state: CaseState): SearchAttributePair[] {
  const { stage, agency, dueAt, overdueLevel } = attributesOf(state);
  return [
    { key: attributeKeys.stage, value: stage },
    { key: attributeKeys.overdueLevel, value: overdueLevel },
    ...(agency ? [{ key: attributeKeys.agency, value: agency }] : []),
    ...(dueAt ? [{ key: attributeKeys.dueAt, value: dueAt }] : []),
  ];
}
