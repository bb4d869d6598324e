import type { Day } from '../domain/calendar.ts';
import type { AccountHolder } from './accounts.ts';
import type { Pool } from './pool.ts';

/** A session as it was kept, with whoever it stands for now; null where the account is disabled or its person has left. */
export interface KeptSession {
  data: object;
  holder: AccountHolder | null;
}

/**
 * The session of this id unless it has ended, and the person and roles of its account at this moment: one round trip.
 * `today`: by when somebody has left; null where nobody has.
 */
export async function findSession(pool: Pool, sid: string, today: Day | null): Promise<KeptSession | null> {
  const { rows } = await pool.query<KeptSession>({
    name: 'session',
    text: `SELECT s.sess AS data, CASE WHEN p.id IS NOT NULL THEN jsonb_build_object(
        'accountId', a.id, 'personId', p.id, 'agency', p.agency_id, 'roles', p.roles, 'name', p.name) END AS holder
      FROM session s LEFT JOIN account a ON a.id = s.sess->>'accountId' AND NOT a.disabled
      LEFT JOIN person p ON p.id = a.person_id AND (p.left_on <= $2::date) IS NOT TRUE
      WHERE s.sid = $1 AND s.expire >= now()`,
    values: [sid, today],
  });
  return rows[0] ?? null;
}

/** Which of these sessions have not ended and stand for somebody still. */
export async function livingSessions(pool: Pool, sids: string[], today: Day | null): Promise<Set<string>> {
  const { rows } = await pool.query<{ sid: string }>({
    name: 'living_sessions',
    text: `SELECT s.sid FROM session s JOIN account a ON a.id = s.sess->>'accountId' AND NOT a.disabled
      JOIN person p ON p.id = a.person_id AND (p.left_on <= $2::date) IS NOT TRUE
      WHERE s.sid = ANY ($1) AND s.expire >= now()`,
    values: [sids, today],
  });
  return new Set(rows.map(({ sid }) => sid));
}
