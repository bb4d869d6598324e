import type { PersonFacts } from '../domain/command.ts';
import type { Transaction } from './client.ts';
import type { Pool } from './pool.ts';

export interface PersonRow {
  id: string;
  agency_id: string;
  section_id: string;
  roles: string[];
  certificate: PersonFacts['certificate'];
  legal_exam: { passed?: boolean };
  training: { year: number }[];
  /** YYYY-MM-DD */
  hired_on: string | null;
  left_on: string | null;
  leave: PersonFacts['leave'];
}

interface SectionRow {
  first_reviewer: string | null;
  head: string | null;
  leader_in_charge: string | null;
}

/** What organisation_facts() answers: rows of the organisation by column name, lists null where empty. */
export interface OrganisationRows {
  agency: {
    id: string;
    version: number;
    legal_head: string | null;
    legal_reviewers: string[];
    collective: { chair?: string; members?: string[]; quorum?: number } | null;
    overseen_by: string | null;
  };
  section: SectionRow | null;
  legalSection: SectionRow | null;
  packs: { from: string; relaxations: Record<string, unknown> }[] | null;
  /** The agency's region and those above it, nearest first. */
  regions: string[] | null;
  persons: PersonRow[] | null;
}

/** What is asked of the organisation: on which day, and whom a case may fall to beside those who hold duties. */
interface Place {
  agency: string;
  section: string;
  persons: string[];
  /** YYYY-MM-DD in Shanghai. */
  day: string;
}

/** The organisation's rows for one agency and section, the persons named and the agency's reviewers; one round trip. */
export async function readOrganisation(
  transaction: Transaction,
  { agency, section, persons, day }: Place,
): Promise<OrganisationRows> {
  const [row] = await transaction.$queryRaw<{ rows: OrganisationRows | null }[]>`
    SELECT organisation_facts(${agency}, ${section}, ${JSON.stringify(persons)}::jsonb, ${day}::date, '{}', '{}') AS rows`;
  if (!row?.rows) throw new Error(`no agency ${agency}`);
  return row.rows;
}

/** The same for several agencies and sections at once, in their order. */
export async function readOrganisations(
  transaction: Transaction,
  places: Pick<Place, 'agency' | 'section'>[],
  { persons, day }: Pick<Place, 'persons' | 'day'>,
): Promise<OrganisationRows[]> {
  const [agencies, sections] = [places.map(({ agency }) => agency), places.map(({ section }) => section)];
  const found = await transaction.$queryRaw<{ rows: OrganisationRows }[]>`
    SELECT organisation_facts(p.agency, p.section, ${JSON.stringify(persons)}::jsonb, ${day}::date, '{}', '{}') AS rows
    FROM unnest(${agencies}::text[], ${sections}::text[]) WITH ORDINALITY p (agency, section, n) ORDER BY p.n`;
  return found.map(({ rows }) => rows);
}

/** The same with everybody who stands in for one of these persons on that day, outside a transaction. */
export async function organisationNow(pool: Pool, { agency, section, persons, day }: Place): Promise<OrganisationRows> {
  const { rows } = await pool.query<{ rows: OrganisationRows | null }>({
    name: 'organisation_facts',
    text: `SELECT organisation_facts($1, $2, $3::jsonb, $4::date, '{}', $5) AS rows`,
    values: [agency, section, JSON.stringify(persons), day, persons],
  });
  if (!rows[0]?.rows) throw new Error(`no agency ${agency}`);
  return rows[0].rows;
}
