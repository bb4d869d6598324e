import type { Role } from '../domain/process.ts';
import { formatDocumentNumber, parseDocumentNumber } from '../domain/document-number.ts';
import type { Transaction } from './client.ts';

export interface RoleHolder {
  id: string;
  name: string;
  title: string;
  sectionName: string;
  agencyName: string;
  inHand: number;
}

/** Everybody of these agencies who has one of these roles, the first agency's people first, with how many open cases they hold. */
export async function roleHolders(
  transaction: Transaction,
  of: readonly Role[],
  agencies: string[],
): Promise<RoleHolder[]> {
  return transaction.$queryRaw<RoleHolder[]>`
    SELECT p.id, p.name, p.title, COALESCE(s.name, '') AS "sectionName", a.name AS "agencyName",
      (SELECT count(*)::int FROM case_file f WHERE f.open AND f.holder @> ARRAY[p.id]) AS "inHand"
    FROM person p JOIN agency a ON a.id = p.agency_id LEFT JOIN section s ON s.id = p.section_id
    WHERE p.agency_id = ANY (${agencies}::text[]) AND ${of}::text[] && p.roles
    ORDER BY array_position(${agencies}::text[], p.agency_id), s.name, p.id`;
}

/** The articles on which the agency's items and its catalogue stand, each once; those of this category first. */
export async function statutesOf(
  transaction: Transaction,
  agency: string,
  category: string,
): Promise<{ statute: string; article: string }[]> {
  return transaction.$queryRaw`
    SELECT basis->>'statute' AS statute, basis->>'article' AS article
    FROM (SELECT item AS kept FROM enforcement_item WHERE agency_id = ${agency}
          UNION ALL SELECT entry FROM catalogue_entry WHERE agency_id = ${agency}) listed,
      LATERAL jsonb_array_elements(CASE jsonb_typeof(kept->'basis') WHEN 'array' THEN kept->'basis' ELSE '[]' END) basis
    WHERE basis->>'statute' <> '' AND basis->>'article' <> ''
    GROUP BY 1, 2 ORDER BY bool_or(kept->>'category' = ${category}) DESC, 1, 2 LIMIT 2000`;
}

/**
 * The number that the agency's next opinion takes in this year: of the series of its last one, or 法审 after its document
 * word. Whoever signs first takes it.
 */
export async function nextOpinionNumber(transaction: Transaction, agency: string, year: number): Promise<string> {
  const last = await transaction.review.findFirst({
    where: { agencyId: agency, opinionNo: { not: '' } },
    orderBy: { at: 'desc' },
    select: { opinionNo: true },
  });
  const { documentWord } = await transaction.agency.findUniqueOrThrow({ where: { id: agency } });
  const series = parseDocumentNumber(last?.opinionNo ?? '')?.series ?? `${documentWord}法审`;
  const taken = await transaction.numberSeries.findUnique({
    where: { agencyId_series_year: { agencyId: agency, series, year } },
  });
  return formatDocumentNumber({ series, year, serial: (taken?.last ?? 0) + 1 });
}
