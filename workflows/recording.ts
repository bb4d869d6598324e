import {
  ActivityFailure,
  ApplicationFailure,
  proxyActivities,
  proxyLocalActivities,
  TemporalFailure,
} from '@temporalio/workflow';
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
  try {
    return await quickly.record(request);
  } catch (error) {
    return patientlyAfter(error, () => patiently.record(request));
  }
}

/** The events after `lastSeq` that the database holds and this workflow has not seen. */
export async function missedEvents(request: { caseId: string; agency: string; lastSeq: number }) {
  try {
    return await quickly.missedEvents(request);
  } catch (error) {
    return patientlyAfter(error, () => patiently.missedEvents(request));
  }
}

/** What failed for good is thrown as the one kind of error that refuses a command instead of retrying the task. */
async function patientlyAfter<Result>(error: unknown, slow: () => Promise<Result>): Promise<Result> {
  if (!(error instanceof TemporalFailure)) throw error;
  // A replay brings the time-out of a local activity without the failure that it came in.
  const cause = error instanceof ActivityFailure ? error.cause : error;
  if (cause instanceof ApplicationFailure && cause.nonRetryable) throw cause;
  try {
    return await slow();
  } catch (lasting) {
    throw lasting instanceof ActivityFailure && lasting.cause instanceof ApplicationFailure ? lasting.cause : lasting;
  }
}
