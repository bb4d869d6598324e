import type { LadderPeople } from '../domain/told.ts';
import type { Pool } from './pool.ts';

/** Who is who in an agency and one of its sections now; one round trip. */
export async function ladderPeople(pool: Pool, agency: string, section: string): Promise<LadderPeople> {
  const { rows } = await pool.query<{ people: LadderPeople }>({
    name: 'ladder_people',
    text: 'SELECT ladder_people($1, $2) AS people',
    values: [agency, section],
  });
  return rows[0]!.people;
}
