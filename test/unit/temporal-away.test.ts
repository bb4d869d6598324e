import { expect, test } from '@jest/globals';
import { ServiceError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { isNotNow, isUnknown } from '../../api/temporal-away.ts';

const failed = (type: string) => new WorkflowUpdateFailedError('failed', ApplicationFailure.nonRetryable('no', type));
const answered = (code: number) =>
  new ServiceError('no', { cause: Object.assign(new Error('no'), { code, details: '', metadata: {} }) });

test.each([
  ['a task of a worker just dying did not look at it', failed('UnprocessedUpdate')],
  ['the workflow ended under it', failed('AcceptedUpdateCompletedWorkflow')],
  ['the workflow is busy', answered(8)],
  ["the workflow's task failed again and again", answered(9)],
])('a command is to be sent again when %s', (_, error) => {
  expect([isNotNow(error), isUnknown(error)]).toEqual([true, false]);
});

test.each([1, 4, 14])('what became of a command is not known when the server answers %p', (code) => {
  expect([isNotNow(answered(code)), isUnknown(answered(code))]).toEqual([false, true]);
});

test.each([
  ['a refusal', failed('gate.noPass')],
  ['a request that was wrong', answered(3)],
  ['a fault of the program', new TypeError('undefined is not a function')],
])('%s is neither', (_, error) => {
  expect([isNotNow(error), isUnknown(error)]).toEqual([false, false]);
});
