import type { Limit } from '../../domain/process.ts';
import type { Transaction } from '../client.ts';

/** After how long without anything happening a case is stuck, by agency, where the pack in force on that day says so. */
export async function idleLimits(
  transaction: Transaction,
  agencies: string[],
  day: string,
): Promise<Map<string, Limit>> {
  const rows = await transaction.$queryRaw<{ agency: string; idle: Limit | null }[]>`
    SELECT DISTINCT ON (agency_id) agency_id AS agency, limits->'idle' AS idle FROM parameter_pack
    WHERE agency_id = ANY(${agencies}::text[]) AND effective_from <= ${day}::date ORDER BY agency_id, effective_from DESC`;
  return new Map(rows.flatMap(({ agency, idle }) => (idle ? [[agency, idle] as const] : [])));
}
