import type { CaseState } from '../domain/state.ts';
import type { Intake } from './commands.ts';
import type { OrganisationRows } from './organisation-facts.ts';
import type { Pool } from './pool.ts';

/** A command as it comes in: the agency and section only of a filing, else those of its case count. */
export type Incoming = Omit<Intake, 'agencyId'> & { agency?: string; section?: string; persons: string[] };

/** Where the case belongs, the row that stands for the key, and all that the command is judged by. */
export interface TakenIn {
  agency: string;
  section: string;
  fresh: boolean;
  status: string;
  bodyHash: string;
  answer: unknown;
  organisation: OrganisationRows;
  state: CaseState | null;
}

/** Takes a command in, in one round trip; null when there is no such case. */
export async function takeIncoming(pool: Pool, incoming: Incoming): Promise<TakenIn | null> {
  const { rows } = await pool.query<{ taken: TakenIn | null }>({
    name: 'take_command',
    text: 'SELECT take_command($1::jsonb) AS taken',
    values: [JSON.stringify(incoming)],
  });
  return rows[0]?.taken ?? null;
}

/** One case as it is on record, for a reader who acts in the name of this agency. */
export async function stateOf(pool: Pool, agency: string, caseId: string): Promise<CaseState | null> {
  const { rows } = await pool.query<{ state: CaseState | null }>({
    name: 'state_of',
    text: 'SELECT state_of($1, $2) AS state',
    values: [agency, caseId],
  });
  return rows[0]?.state ?? null;
}
