import type { Client } from '@temporalio/client';
import type { Config } from '../config.ts';

/** Calls of Temporal that give up after `commandSeconds`: nobody waits for a server that is away. */
export function withinDeadline(client: Client, { commandSeconds }: Pick<Config, 'commandSeconds'>) {
  return <Result>(work: () => Promise<Result>): Promise<Result> =>
    client.withDeadline(Date.now() + commandSeconds * 1000, work);
}
