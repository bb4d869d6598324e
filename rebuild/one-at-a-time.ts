import type pg from 'pg';
import { Refused } from '../check/our-database.ts';

/** Held by a rebuild for as long as its connection. Any number that nobody else uses. */
const advisoryLock = 7_265_003;

/**
 * Keeps two rebuilds of one database apart: without a case's row neither would see what the other does.
 * @throws Refused while another one runs
 */
export async function oneAtATime(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [advisoryLock]);
  if (!rows[0]?.held) throw new Refused('另一个重建正在进行。 Another rebuild of this database is running.');
}
