import type { OpenCounts } from '../../domain/administration/pack-effects.ts';
import type { Transaction } from '../client.ts';

/** How many cases of an agency are open by stage, and how many of their deadlines are live by limit. */
export async function openCounts(transaction: Transaction, agency: string): Promise<OpenCounts> {
  const byStage = await transaction.$queryRaw<{ key: string; count: number }[]>`
    SELECT stage AS key, count(*)::int AS count FROM case_file WHERE agency_id = ${agency} AND open GROUP BY stage`;
  const byLimit = await transaction.$queryRaw<{ key: string; count: number }[]>`
    SELECT limit_key AS key, count(*)::int AS count FROM due_moment
    WHERE agency_id = ${agency} AND ended_seq IS NULL GROUP BY limit_key`;
  const counted = (rows: { key: string; count: number }[]) =>
    Object.fromEntries(rows.map(({ key, count }) => [key, count]));
  return { stages: counted(byStage), limits: counted(byLimit) };
}
