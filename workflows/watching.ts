import { proxyActivities } from '@temporalio/workflow';
import type { Watching } from './messages.ts';

const { lookForFailing, reconcile } = proxyActivities<Watching>({
  startToCloseTimeout: '50 minutes',
  heartbeatTimeout: '2 minutes',
  retry: { initialInterval: '10 seconds', maximumAttempts: 3 },
});

/** Sees which cases' workflows are failing, and says so in the database, for overseers to see them first. */
export async function watchdogWorkflow(): Promise<void> {
  await lookForFailing();
}

/** Compares the cases in hand with the workflows that run, and repairs what differs. */
export async function reconcilerWorkflow(): Promise<void> {
  await reconcile();
}
