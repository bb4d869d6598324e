import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client, type ScheduleOptions } from '@temporalio/client';

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
export async function keepOrganisationSchedule({ schedule }: Client, taskQueue: string): Promise<void> {
  const scheduleId = organisationScheduleId(taskQueue);
  const wanted = {
    spec: { calendars: [everyDay] },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 day' },
    action: {
      type: 'startWorkflow',
      workflowType: 'organisationWorkflow',
      workflowId: scheduleId,
      taskQueue,
      args: [{ persons: null, after: null, walks: 1 }],
    },
  } satisfies Omit<ScheduleOptions, 'scheduleId'>;
  try {
    await schedule.create({ scheduleId, ...wanted });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await schedule.getHandle(scheduleId).update(({ state }) => ({ ...wanted, state }));
  }
}
