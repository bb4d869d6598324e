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
