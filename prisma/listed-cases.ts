import type { Action, Category, Procedure, Stage } from '../domain/process.ts';
import type { CaseState, ClockName } from '../domain/state.ts';
import type { Transaction } from './client.ts';
import { Prisma } from './generated/client.ts';

/** A case as any list shows it. */
export interface ListedRow {
  id: string;
  agencyId: string;
  sectionId: string;
  title: string;
  partyName: string;
  category: Category;
  procedure: Procedure;
  documentNo: string | null;
  stage: Stage;
  round: number;
  major: boolean;
  holder: string[];
  firstDueAt: Date | null;
  firstDueName: ClockName | null;
  overallDueAt: Date | null;
  lastAt: Date;
}

/** The same with all by which it is judged what is asked of its reader. */
export interface ListedCase extends ListedRow {
  asked: Action[];
  state: CaseState;
}

/** Where a page ended: the due moment and the id of its last row. */
export interface PageEnd {
  dueAt: Date | null;
  id: string;
}

export const listedColumns = Prisma.sql`f.id, f.agency_id AS "agencyId", f.section_id AS "sectionId", f.title, f.party_name AS "partyName",
  f.category, f.procedure, f.document_no AS "documentNo", f.stage, f.round, f.major, f.holder,
  f.first_due_at AS "firstDueAt", f.first_due_name AS "firstDueName", f.overall_due_at AS "overallDueAt",
  f.last_at AS "lastAt"`;

/** Beyond so many it is not counted how many there are. */
const countedUpTo = 10_000;

interface Page {
  after: PageEnd | undefined;
  limit: number;
}

/**
 * A page of the cases for which all conditions hold, the first due moment first and those without one last, so that what
 * is late comes first; in that order a row that does not change has one place, whatever happens around it. `total`: how many
 * there are in all. For conditions that leave few: each case is looked at once.
 */
export async function listFewCases(transaction: Transaction, conditions: Prisma.Sql[], { after, limit }: Page) {
  const found = await transaction.$queryRaw<(ListedCase & { total: number })[]>`
    WITH few AS MATERIALIZED (SELECT f.id, f.first_due_at FROM case_file f WHERE ${Prisma.join(conditions, ' AND ')}),
    page AS (SELECT f.id FROM few f ${after ? Prisma.sql`WHERE ${beyond(after)}` : Prisma.empty} ORDER BY f.first_due_at ASC NULLS LAST, f.id ASC LIMIT ${limit + 1})
    SELECT counted.total, one.* FROM (SELECT count(*)::int AS total FROM few) counted
    LEFT JOIN (SELECT ${listedColumns}, f.asked, f.state FROM page p JOIN case_file f ON f.id = p.id) one ON true
    ORDER BY one."firstDueAt" ASC NULLS LAST, one.id ASC`;
  const rows = found.filter(({ id }) => id !== null);
  return { ...pageOf(rows, limit), total: found[0]?.total ?? 0 };
}

/** The same for conditions that may leave very many: read in the order of the index, and counted up to ten thousand. */
export async function listManyCases(transaction: Transaction, conditions: Prisma.Sql[], { after, limit }: Page) {
  const [counted] = await transaction.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM (SELECT FROM case_file f WHERE ${Prisma.join(conditions, ' AND ')} LIMIT ${countedUpTo + 1}) found`;
  const all = after ? [...conditions, beyond(after)] : conditions;
  const found = await transaction.$queryRaw<ListedCase[]>`
    SELECT ${listedColumns}, f.asked, f.state FROM case_file f WHERE ${Prisma.join(all, ' AND ')}
    ORDER BY f.first_due_at ASC NULLS LAST, f.id ASC LIMIT ${limit + 1}`;
  return { ...pageOf(found, limit), total: counted.count > countedUpTo ? null : counted.count };
}

/** The rows of a page of which one more was asked for, and where the next one begins. */
export function pageOf<Row extends ListedRow>(found: Row[], limit: number): { rows: Row[]; next: PageEnd | null } {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last ? { dueAt: last.firstDueAt, id: last.id } : null };
}

/** The condition that leaves what comes after the end of a page. */
export function beyond({ dueAt, id }: PageEnd): Prisma.Sql {
  if (!dueAt) return Prisma.sql`(f.first_due_at IS NULL AND f.id > ${id})`;
  return Prisma.sql`(f.first_due_at > ${dueAt} OR (f.first_due_at = ${dueAt} AND f.id > ${id}) OR f.first_due_at IS NULL)`;
}
