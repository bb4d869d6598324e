import { ScheduleOverlapPolicy, type Client } from '@temporalio/client';
import { keepSchedule } from './keep-schedule.ts';

/** 00:05 in Shanghai, where no clock is ever changed. */
const everyDay = { hour: 16, minute: 5 };

/** Id of the schedule by which leave that begins or ends and certificates that expire reach the open cases. */
export function organisationScheduleId(taskQueue: string): string {
  return `organisation:${taskQueue}`;
}

/**
 * Has every open case look at the organisation once a day, also when the system was away at that hour. Made once, and set
 * to what it is now where it is there already.
 */
export async function keepOrganisationSchedule(client: Client, taskQueue: string): Promise<void> {
  const scheduleId = organisationScheduleId(taskQueue);
  await keepSchedule(client, {
    scheduleId,
    spec: { calendars: [everyDay] },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 day' },
    action: {
      type: 'startWorkflow',
      workflowType: 'organisationWorkflow',
      workflowId: scheduleId,
      taskQueue,
      args: [{ persons: null, after: null, walks: 1 }],
    },
  });
}
