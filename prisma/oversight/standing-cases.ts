import type { Stage } from '../../domain/process.ts';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { PageEnd } from '../listed-cases.ts';
import { chosen, overseenColumns, type CaseChoice, type OverseenRow } from './overseen-cases.ts';

/** How many cases of a section are open in a stage, and for how many days: half of them longer than the median. */
export interface StandingCount {
  agency: string;
  section: string;
  stage: Stage;
  open: number;
  median: number;
  longest: number;
}

/** What stands where, at a day in Shanghai. */
export async function countStanding(
  transaction: Transaction,
  agencies: string[],
  { section, stage, category }: CaseChoice,
  today: string,
): Promise<StandingCount[]> {
  return transaction.$queryRaw<StandingCount[]>`
    SELECT * FROM standing_by_section(${agencies}::text[], ${today}::date, ${section ?? null}, ${stage ?? null}, ${category ?? null})`;
}

interface Page {
  after: PageEnd | undefined;
  limit: number;
}

/** Open cases that entered their stage in a span of time (from included, until not), the longest in it first, with how many there are. */
export async function standingCases(
  transaction: Transaction,
  agencies: string[],
  choice: CaseChoice,
  { from, until }: { from: Date | null; until: Date | null },
  page: Page,
): Promise<{ rows: OverseenRow[]; next: PageEnd | null; total: number }> {
  const conditions = [
    Prisma.sql`f.open AND f.entered_at IS NOT NULL`,
    ...(from ? [Prisma.sql`f.entered_at >= ${from}`] : []),
    ...(until ? [Prisma.sql`f.entered_at < ${until}`] : []),
    ...chosen(Prisma.sql`${agencies}::text[]`, choice),
  ];
  return pageBy(transaction, Prisma.sql`f.entered_at`, conditions, page);
}

/** Open cases whose holders were urged and did not answer yet, what has not moved for longest first, with how many there are. */
export async function urgedCases(transaction: Transaction, agencies: string[], choice: CaseChoice, page: Page) {
  const unanswered = Prisma.sql`f.open AND (f.state #>> '{urged,unanswered}')::int > 0 AND f.moved_at IS NOT NULL`;
  const conditions = [unanswered, ...chosen(Prisma.sql`${agencies}::text[]`, choice)];
  return pageBy<UrgedRow>(transaction, Prisma.sql`f.moved_at`, conditions, page);
}

export interface UrgedRow extends OverseenRow {
  /** Since when nothing but reminders and urging happened. */
  at: Date;
  urged: { times: number; unanswered: number };
}

/** A page in the order of one moment of each case. */
async function pageBy<Row extends OverseenRow>(
  transaction: Transaction,
  moment: Prisma.Sql,
  conditions: Prisma.Sql[],
  { after, limit }: Page,
): Promise<{ rows: Row[]; next: PageEnd | null; total: number }> {
  const beyond = after ? Prisma.sql`WHERE (at, id) > (${after.dueAt}::timestamptz, ${after.id})` : Prisma.empty;
  const found = await transaction.$queryRaw<(Row & { at: Date; total: number })[]>`
    WITH chosen AS MATERIALIZED (SELECT f.id, ${moment} AS at FROM case_file f WHERE ${Prisma.join(conditions, ' AND ')}),
    page AS (SELECT * FROM chosen ${beyond} ORDER BY at, id LIMIT ${limit + 1})
    SELECT counted.total, one.* FROM (SELECT count(*)::int AS total FROM chosen) counted
    LEFT JOIN (SELECT ${overseenColumns}, f.state->'urged' AS urged, p.at FROM page p JOIN case_file f ON f.id = p.id) one ON true
    ORDER BY one.at, one.id`;
  const all = found.filter(({ id }) => id !== null);
  const rows = all.slice(0, limit);
  const last = rows.at(-1);
  const next = all.length > limit && last ? { dueAt: last.at, id: last.id } : null;
  return { rows, next, total: found[0]?.total ?? 0 };
}
