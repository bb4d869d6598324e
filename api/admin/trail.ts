import { shanghai } from '../../domain/calendar.ts';
import { inAgency, type Database } from '../../prisma/client.ts';

/** A page of what administrators changed in an agency, latest first; `before` is the last position of the page before. */
export async function auditTrail(
  database: Database,
  agency: string,
  { before, limit }: { before?: string | undefined; limit: number },
) {
  const rows = await inAgency(database, agency, (transaction) =>
    transaction.adminChange.findMany({
      where: { agencyId: agency, ...(before && { position: { lt: BigInt(before) } }) },
      orderBy: { position: 'desc' },
      take: limit + 1,
    }),
  );
  const items = rows.slice(0, limit).map((row) => ({
    ...{ position: String(row.position), at: shanghai(row.at.getTime()), person: row.personId, action: row.action },
    ...{ kind: row.kind, id: row.target, what: row.what, before: row.before, after: row.after },
  }));
  return { items, next: rows.length > limit ? (items.at(-1)?.position ?? null) : null };
}
