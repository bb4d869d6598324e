import { heartbeat } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import pg from 'pg';
import type { WorkflowSettings } from '../config.ts';
import type { Pool } from '../prisma/pool.ts';
import { openCaseStarter } from '../rebuild/start-case.ts';
import { beginOne } from '../rebuild/workflows.ts';
import type { Watching } from '../workflows/messages.ts';
import { caseWorkflows } from './case-workflows.ts';
import { lookForFailing } from './look-for-failing.ts';
import { reconcile } from './reconcile.ts';

export interface WatchingDeps {
  pool: Pool;
  databaseUrl: string;
  client: Client;
  settings: WorkflowSettings;
  /** Told of a case that could not be repaired, without anything personal. */
  say: (line: string) => void;
}

/** What the watchdog's and the reconciler's schedules have done, each look a run on record. */
export function createWatching({ pool, databaseUrl, client, settings, say }: WatchingDeps): Watching {
  const workflows = caseWorkflows(client, settings.temporal.taskQueue);
  const beat = () => heartbeat();

  return {
    async lookForFailing() {
      await lookForFailing({ pool, workflows, beat });
    },
    async reconcile() {
      const starter = await openCaseStarter(settings);
      try {
        const begin = (agency: string, caseId: string) =>
          inAgencyAlone(databaseUrl, agency, async (own) => void (await beginOne(own, starter, caseId, say)));
        await reconcile({ pool, workflows, starter, begin, beat, say });
      } finally {
        await starter.close();
      }
    },
  };
}

/** A connection of one's own, as the application and in the name of one agency. */
export async function inAgencyAlone(
  databaseUrl: string,
  agency: string,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const options = '-c role=sanxiang_app -c timezone=UTC';
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000, options });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`SELECT set_config('app.agency', $1, false)`, [agency]);
    await work(client);
  } finally {
    await client.end();
  }
}
