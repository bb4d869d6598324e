import type { Client } from '@temporalio/client';
import { watchingScheduleId } from '../../start/watching-schedules.ts';

/** Keeps watchdog and reconciler from looking by themselves, so that a test breaks what it likes; a server without schedules has none. */
export async function pauseWatching({ schedule }: Client, taskQueue: string): Promise<void> {
  for (const name of ['watchdog', 'reconciler'] as const) {
    await schedule
      .getHandle(watchingScheduleId(name, taskQueue))
      .pause('a test')
      .catch(() => undefined);
  }
}
