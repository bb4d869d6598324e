import { shanghai } from '../../domain/calendar.ts';
import { inAgency, type Database } from '../../prisma/client.ts';
import { namesOf } from '../../prisma/names.ts';

/** A page of what administrators changed in an agency, latest first; `before` is the last position of the page before. */
export async function auditTrail(
  database: Database,
  agency: string,
  { before, limit }: { before?: string | undefined; limit: number },
) {
  const { rows, names } = await inAgency(database, agency, async (transaction) => {
    const rows = await transaction.adminChange.findMany({
      where: { agencyId: agency, ...(before && { position: { lt: BigInt(before) } }) },
      orderBy: { position: 'desc' },
      take: limit + 1,
    });
    const persons = rows.flatMap(({ personId, target }) => [personId, target]);
    return { rows, names: (await namesOf(transaction, { persons })).persons };
  });
  const items = rows.slice(0, limit).map((row) => ({
    ...{ position: String(row.position), at: shanghai(row.at.getTime()), person: row.personId, action: row.action },
    ...{ kind: row.kind, id: row.target, what: row.what, before: row.before, after: row.after },
    personName: names.get(row.personId)?.name ?? null,
    name: ['person', 'account'].includes(row.kind) ? (names.get(row.target)?.name ?? null) : null,
  }));
  return { items, next: rows.length > limit ? (items.at(-1)?.position ?? null) : null };
}
