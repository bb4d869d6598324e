import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { beyond, listedColumns, pageOf, type ListedRow, type PageEnd } from '../listed-cases.ts';

/** What narrows a list beside its agencies. */
export interface CaseChoice {
  section?: string | undefined;
  stage?: string | undefined;
  category?: string | undefined;
  holder?: string | undefined;
}

/** A case as overseers see it in a list. */
export interface OverseenRow extends ListedRow {
  enteredAt: Date | null;
}

export const overseenColumns = Prisma.sql`${listedColumns}, f.entered_at AS "enteredAt"`;

/** The conditions that agencies (an array in SQL) and choice put upon a case file `f`. */
export function chosen(agencies: Prisma.Sql, { section, stage, category, holder }: CaseChoice): Prisma.Sql[] {
  return [
    Prisma.sql`f.agency_id = ANY(${agencies})`,
    ...(section === undefined ? [] : [Prisma.sql`f.section_id = ${section}`]),
    ...(stage === undefined ? [] : [Prisma.sql`f.stage = ${stage}`]),
    ...(category === undefined ? [] : [Prisma.sql`f.category = ${category}`]),
    ...(holder === undefined ? [] : [Prisma.sql`f.holder @> ${[holder]}::text[]`]),
  ];
}

/** Cases whose first deadline ends between two moments (from included, until not), in its order, with how many there are. */
export async function casesDue(
  transaction: Transaction,
  agencies: string[],
  choice: CaseChoice,
  { from, until }: { from: Date | null; until: Date },
  page: { after: PageEnd | undefined; limit: number },
): Promise<{ rows: OverseenRow[]; next: PageEnd | null; total: number }> {
  return overseenWhere(
    transaction,
    [
      Prisma.sql`f.first_due_at < ${until}`,
      ...(from ? [Prisma.sql`f.first_due_at >= ${from}`] : []),
      ...chosen(Prisma.sql`${agencies}::text[]`, choice),
    ],
    page,
  );
}

/** Cases for which all conditions hold, the first due moment first and those without one last, with how many there are. */
export async function overseenWhere(
  transaction: Transaction,
  conditions: Prisma.Sql[],
  { after, limit }: { after: PageEnd | undefined; limit: number },
): Promise<{ rows: OverseenRow[]; next: PageEnd | null; total: number }> {
  const found = await transaction.$queryRaw<(OverseenRow & { total: number })[]>`
    WITH found AS MATERIALIZED (SELECT f.id, f.first_due_at FROM case_file f WHERE ${Prisma.join(conditions, ' AND ')}),
    page AS (SELECT f.id FROM found f ${after ? Prisma.sql`WHERE ${beyond(after)}` : Prisma.empty} ORDER BY f.first_due_at ASC NULLS LAST, f.id ASC LIMIT ${limit + 1})
    SELECT counted.total, one.* FROM (SELECT count(*)::int AS total FROM found) counted
    LEFT JOIN (SELECT ${overseenColumns} FROM page p JOIN case_file f ON f.id = p.id) one ON true
    ORDER BY one."firstDueAt" ASC NULLS LAST, one.id ASC`;
  const rows = found.filter(({ id }) => id !== null);
  return { ...pageOf(rows, limit), total: found[0]?.total ?? 0 };
}
