import type { Transaction } from '../client.ts';

/** An agency over which somebody looks. */
export interface OverseenAgency {
  id: string;
  name: string;
  region: string;
  regionName: string;
}

interface Looking {
  /** The agency of whoever looks. */
  agency: string;
  reach: { ownAgency: boolean; overseen: boolean };
  /** Narrows to one region and all below it, and to one agency. */
  within: { region?: string | undefined; agency?: string | undefined };
}

/** The agencies over which somebody may look, narrowed to what was asked, by id. */
export async function agenciesInScope(transaction: Transaction, looking: Looking): Promise<OverseenAgency[]> {
  const { agency, reach, within } = looking;
  const rows = await transaction.$queryRaw<OverseenAgency[]>`
    WITH RECURSIVE below AS (
      SELECT code FROM region WHERE code = ${within.region ?? null}
      UNION SELECT r.code FROM region r JOIN below b ON r.parent = b.code
    )
    SELECT a.id, a.name, a.region, COALESCE(r.name, a.region) AS "regionName" FROM agency a LEFT JOIN region r ON r.code = a.region
    WHERE ((${reach.ownAgency} AND a.id = ${agency}) OR (${reach.overseen} AND a.overseen_by = ${agency}))
      AND (${within.region ?? null}::text IS NULL OR a.region IN (SELECT code FROM below))
      AND (${within.agency ?? null}::text IS NULL OR a.id = ${within.agency ?? null})
    ORDER BY a.id`;
  return rows;
}

/** These regions and all above them, by code. */
export async function regionsAbove(
  transaction: Transaction,
  regions: string[],
): Promise<{ id: string; name: string; parent: string | null }[]> {
  return transaction.$queryRaw`
    WITH RECURSIVE above AS (
      SELECT code, name, parent FROM region WHERE code = ANY(${regions}::text[])
      UNION SELECT r.code, r.name, r.parent FROM region r JOIN above a ON a.parent = r.code
    )
    SELECT code AS id, name, parent FROM above ORDER BY code`;
}

/** The sections of these agencies, by id. */
export async function sectionsOf(transaction: Transaction, agencies: string[]) {
  const sections = await transaction.section.findMany({
    where: { agencyId: { in: agencies } },
    orderBy: { id: 'asc' },
  });
  return sections.map(({ id, name, agencyId }) => ({ id, name, agency: agencyId }));
}
