import { ScheduleAlreadyRunning, type Client, type ScheduleOptions } from '@temporalio/client';

/** Makes a schedule once, and sets it to what it is now where it is there already; one that was paused stays paused. */
export async function keepSchedule({ schedule }: Client, { scheduleId, ...wanted }: ScheduleOptions): Promise<void> {
  try {
    await schedule.create({ scheduleId, ...wanted });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await schedule.getHandle(scheduleId).update(({ state }) => ({ ...wanted, action: wanted.action as never, state }));
  }
}
