import { ActivityFailure, ApplicationFailure, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import type { Recorded, RecordRequest } from './messages.ts';

const quickly = proxyLocalActivities<Activities>({
  startToCloseTimeout: '3 seconds',
  scheduleToCloseTimeout: '4 seconds',
  retry: { initialInterval: '50 milliseconds', maximumInterval: '1 second' },
});
const patiently = proxyActivities<Activities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '10 seconds' },
});

/**
 * Writes what was decided. A local activity is the fast path; when the database is away it becomes a regular activity
 * that retries for ever, for a command is never failed because recording it was slow.
 */
export async function record(request: RecordRequest): Promise<Recorded> {
  return withPatience(
    () => quickly.record(request),
    () => patiently.record(request),
  );
}

/** The events after `lastSeq` that the database holds and this workflow has not seen. */
export async function missedEvents(request: { caseId: string; agency: string; lastSeq: number }) {
  return withPatience(
    () => quickly.missedEvents(request),
    () => patiently.missedEvents(request),
  );
}

async function withPatience<Result>(fast: () => Promise<Result>, slow: () => Promise<Result>): Promise<Result> {
  try {
    return await fast();
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    if (error.cause instanceof ApplicationFailure && error.cause.nonRetryable) throw error.cause;
    return unwrapped(slow);
  }
}

/** What an activity failed with for good, as the one kind of error that refuses a command instead of retrying the task. */
async function unwrapped<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ActivityFailure && error.cause instanceof ApplicationFailure ? error.cause : error;
  }
}
