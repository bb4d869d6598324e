import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Database } from '../prisma/client.ts';
import { calendarVersion } from '../prisma/deadlines.ts';
import type { calendarWorkflow } from '../workflows/index.ts';
import { calendarWorkflowIdOf, type CalendarStart } from '../workflows/messages.ts';
import { withinDeadline } from './within-deadline.ts';

/** Brings what was published to the open cases. */
export interface CalendarPublication {
  /** Begins the workflow of the latest version, unless this process did before. Never fails: it is asked again every minute. */
  follow(): Promise<void>;
}

interface Following {
  client: Client;
  database: Database;
  config: Pick<Config, 'temporal' | 'commandSeconds'>;
  log: Logger;
}

/**
 * A year is published when its import has committed. Whoever dies before the cases are told leaves it to the next that asks:
 * the workflow of a version runs once at a time, and one that ran already finds nothing left to do.
 */
export function followCalendar({ client, database, config, log }: Following): CalendarPublication {
  const within = withinDeadline(client, config);
  let begun = 0;

  async function begin(): Promise<void> {
    const version = await calendarVersion(database);
    if (version <= begun) return;
    const start: CalendarStart = { version, after: '', told: 0, clean: 0, waited: 5 };
    await within(() =>
      client.workflow.start<typeof calendarWorkflow>('calendarWorkflow', {
        workflowId: calendarWorkflowIdOf(version),
        taskQueue: config.temporal.taskQueue,
        args: [start],
        workflowIdConflictPolicy: 'USE_EXISTING',
      }),
    );
    begun = version;
  }

  return {
    follow: () =>
      begin().catch((error: unknown) => {
        log.warn(
          { kind: error instanceof Error ? error.name : undefined },
          'the calendar is brought to the cases later',
        );
      }),
  };
}
