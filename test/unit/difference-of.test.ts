import { expect, test } from '@jest/globals';
import { differenceOf } from '../../reconcile/difference-of.ts';

const onRecord = { agency: 'a1', stage: 'issuing', seq: 7, inHand: true } as const;
const ended = { ...onRecord, stage: 'archived', inHand: false } as const;

test.each<[string, ...Parameters<typeof differenceOf>, ReturnType<typeof differenceOf>]>([
  ['as it should be', { stage: 'issuing', seq: 7 }, onRecord, null],
  ['gone', null, onRecord, 'workflowMissing'],
  // It may be at work: it is never taken for one that is left over, which would be ended.
  ['running without an answer', 'silent', onRecord, 'workflowSilent'],
  ['behind', { stage: 'issuing', seq: 6 }, onRecord, 'workflowBehind'],
  ['behind in an earlier stage', { stage: 'leaderApproval', seq: 6 }, onRecord, 'workflowBehind'],
  ['ahead', { stage: 'issuing', seq: 8 }, onRecord, 'workflowAhead'],
  ['in another stage', { stage: 'closing', seq: 7 }, onRecord, 'stageDiffers'],
  ['gone with its case', null, ended, null],
  ['running on after its case', { stage: 'archived', seq: 7 }, ended, 'workflowLeftOver'],
  ['running for a case that is not on record', { stage: 'investigating', seq: 1 }, null, 'caseUnknown'],
  ['none, of no case', null, null, null],
])('a workflow that is %s', (_how, workflow, record, difference) => {
  expect(differenceOf(workflow, record)).toBe(difference);
});
