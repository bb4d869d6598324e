import type { Pool } from './pool.ts';

/** Ids of all agencies, in an order that is always the same. */
export async function agencyIds(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM agency');
  return rows.map(({ id }) => id).toSorted();
}

/** A page of one agency's open cases that the organisation may concern on that day (YYYY-MM-DD), by id; as the migration says. */
export async function casesToWatch(
  pool: Pool,
  of: { agency: string; day: string; persons: string[] | null; after: string; size: number },
): Promise<string[]> {
  const { rows } = await pool.query<{ ids: string[] }>({
    name: 'cases_to_watch',
    text: 'SELECT cases_to_watch($1, $2::date, $3::text[], $4, $5) AS ids',
    values: [of.agency, of.day, of.persons, of.after, of.size],
  });
  return rows[0]!.ids;
}
