import type { CatalogueEntry } from '../domain/catalogue.ts';
import type { Pool } from './pool.ts';

/** What a draft is measured by: the agency's catalogue, its level, and of what was filed the investment in yuan. */
export interface CatalogueOf {
  entries: CatalogueEntry[];
  level: string;
  filed: { projectInvestmentYuan?: number };
}

/** Reads it in one round trip. */
export async function catalogueOf(pool: Pool, agency: string, caseId: string): Promise<CatalogueOf> {
  const { rows } = await pool.query<{ found: CatalogueOf }>({
    name: 'catalogue_of',
    text: 'SELECT catalogue_of($1, $2) AS found',
    values: [agency, caseId],
  });
  return rows[0]!.found;
}
