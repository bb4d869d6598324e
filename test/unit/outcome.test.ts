import { expect, test } from '@jest/globals';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { outcomeOf } from '../../api/outcome.ts';
import { refuse } from '../../domain/refusal.ts';

const failed = (type: string, ...details: unknown[]) =>
  new WorkflowUpdateFailedError('update failed', ApplicationFailure.nonRetryable('failed', type, ...details));

test('what the workflow refuses is a refusal, with its code', async () => {
  const refusal = refuse('gate.noPass');
  const outcome = await outcomeOf(() => Promise.reject(failed('gate.noPass', refusal)));
  expect(outcome).toEqual({ kind: 'refused', refusal });
});

test('a recording that failed for good is a fault, and never kept or answered as a refusal', async () => {
  const fault = failed('record.failed', 'PrismaClientKnownRequestError', 'P2010', '23505');
  await expect(outcomeOf(() => Promise.reject(fault))).rejects.toBe(fault);
});
