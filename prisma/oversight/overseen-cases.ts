import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { beyond, listedColumns, type ListedRow, type PageEnd } from '../listed-cases.ts';

/** What narrows a list beside its agencies. */
export interface CaseChoice {
  section?: string | undefined;
  stage?: string | undefined;
  holder?: string | undefined;
}

/** A case as overseers see it in a list. */
export interface OverseenRow extends ListedRow {
  enteredAt: Date | null;
}

export const overseenColumns = Prisma.sql`${listedColumns}, f.entered_at AS "enteredAt"`;

/** The conditions that agencies and choice put upon a case file `f`. */
export function chosen(agencies: string[], { section, stage, holder }: CaseChoice): Prisma.Sql[] {
  return [
    Prisma.sql`f.agency_id = ANY(${agencies}::text[])`,
    ...(section === undefined ? [] : [Prisma.sql`f.section_id = ${section}`]),
    ...(stage === undefined ? [] : [Prisma.sql`f.stage = ${stage}`]),
    ...(holder === undefined ? [] : [Prisma.sql`f.holder @> ${[holder]}::text[]`]),
  ];
}

/** Cases whose first deadline ends between two moments (from included, until not), in its order, with how many there are. */
export async function casesDue(
  transaction: Transaction,
  conditions: Prisma.Sql[],
  { from, until }: { from: Date | null; until: Date },
  page: { after: PageEnd | undefined; limit: number },
): Promise<{ rows: OverseenRow[]; next: PageEnd | null; total: number }> {
  const all = [
    Prisma.sql`f.first_due_at < ${until}`,
    ...(from ? [Prisma.sql`f.first_due_at >= ${from}`] : []),
    ...conditions,
  ];
  const [counted] = await transaction.$queryRaw<[{ total: number }]>`
    SELECT count(*)::int AS total FROM case_file f WHERE ${Prisma.join(all, ' AND ')}`;
  const here = page.after ? [...all, beyond(page.after)] : all;
  const found = await transaction.$queryRaw<OverseenRow[]>`
    SELECT ${overseenColumns} FROM case_file f WHERE ${Prisma.join(here, ' AND ')}
    ORDER BY f.first_due_at ASC, f.id ASC LIMIT ${page.limit + 1}`;
  const rows = found.slice(0, page.limit);
  const last = rows.at(-1);
  const next = found.length > page.limit && last ? { dueAt: last.firstDueAt, id: last.id } : null;
  return { rows, next, total: counted.total };
}
