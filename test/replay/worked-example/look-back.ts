import { log, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../../../activities/index.ts';
import type { CaseStart } from '../../../workflows/messages.ts';

const { missedEvents } = proxyLocalActivities<Activities>({ startToCloseTimeout: '3 seconds' });

/** What the example adds: an activity that asks whether the database holds more of the case than this run was begun with. */
export async function lookBack({ caseId, agency, state }: CaseStart): Promise<void> {
  const missed = await missedEvents({ caseId, agency, lastSeq: state.seq });
  if (missed.length > 0) log.warn('begun with less than is on record', { events: missed.length });
}
