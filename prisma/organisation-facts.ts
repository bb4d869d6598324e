import type { PersonFacts } from '../domain/command.ts';
import type { Transaction } from './client.ts';

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

/** The organisation's rows for one agency and section, the persons named and the agency's reviewers; one round trip. */
export async function readOrganisation(
  transaction: Transaction,
  { agency, section, persons }: { agency: string; section: string; persons: string[] },
): Promise<OrganisationRows> {
  const [row] = await transaction.$queryRaw<{ rows: OrganisationRows | null }[]>`
    SELECT organisation_facts(${agency}, ${section}, ${JSON.stringify(persons)}::jsonb) AS rows`;
  if (!row?.rows) throw new Error(`no agency ${agency}`);
  return row.rows;
}
