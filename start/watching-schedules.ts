import { ScheduleOverlapPolicy, type Client } from '@temporalio/client';
import { keepSchedule } from './keep-schedule.ts';

/** How often each looks: a case whose workflow fails is seen within minutes; a comparison of everything costs more. */
const watching = [
  { name: 'watchdog', workflowType: 'watchdogWorkflow', every: '5 minutes' },
  { name: 'reconciler', workflowType: 'reconcilerWorkflow', every: '1 hour' },
] as const;

/** Id of the schedule, and of its workflow, by which the watchdog or the reconciler looks. */
export function watchingScheduleId(name: (typeof watching)[number]['name'], taskQueue: string): string {
  return `${name}:${taskQueue}`;
}

/** Has watchdog and reconciler look again and again, never two of one kind at once, and not for what was missed. */
export async function keepWatchingSchedules(client: Client, taskQueue: string): Promise<void> {
  for (const { name, workflowType, every } of watching) {
    const id = watchingScheduleId(name, taskQueue);
    await keepSchedule(client, {
      scheduleId: id,
      spec: { intervals: [{ every }] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 minute' },
      action: { type: 'startWorkflow', workflowType, workflowId: id, taskQueue, args: [] },
    });
  }
}
