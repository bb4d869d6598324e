import { laddered } from '../../domain/ladder.ts';
import type { Category, LimitKey, ReviewItem } from '../../domain/process.ts';
import type { ClockName, Verdict } from '../../domain/state.ts';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { leftIn } from './stage-durations.ts';

/** What became of a case so far. */
export const outcomes = ['inHand', 'decided', 'terminated', 'transferred'] as const;
export type Outcome = (typeof outcomes)[number];

/** What is counted: these agencies, in these months (from included, until not). */
export interface Span {
  agencies: string[];
  from: Date;
  until: Date;
}

/** Cases of a section that were filed in a month, by category and by what became of them. */
export interface FiledCount {
  /** YYYY-MM */
  month: string;
  agency: string;
  section: string;
  category: Category;
  outcome: Outcome;
  cases: number;
}

export function filedCases(transaction: Transaction, span: Span): Promise<FiledCount[]> {
  return transaction.$queryRaw<FiledCount[]>`
    SELECT to_char(shanghai_day(c.filed_at), 'YYYY-MM') AS month, f.agency_id AS agency, f.section_id AS section, f.category,
      ${outcomeOf} AS outcome, count(*)::int AS cases
    FROM case_filing c JOIN case_file f ON f.id = c.id
    WHERE ${filedIn(span)} GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`;
}

/** Signed opinions (审核意见) of a month, by verdict. */
export interface OpinionCount {
  month: string;
  verdict: Verdict;
  opinions: number;
}

export function signedOpinions(transaction: Transaction, span: Span): Promise<OpinionCount[]> {
  return transaction.$queryRaw<OpinionCount[]>`
    SELECT to_char(shanghai_day(r.at), 'YYYY-MM') AS month, r.verdict, count(*)::int AS opinions
    FROM review r WHERE ${signedIn(span)} GROUP BY 1, 2 ORDER BY 1, 2`;
}

/** In how many signed opinions an item was answered with "does not conform" (不符合). */
export interface ItemCount {
  item: ReviewItem;
  opinions: number;
}

export function failedItems(transaction: Transaction, span: Span): Promise<ItemCount[]> {
  return transaction.$queryRaw<ItemCount[]>`
    SELECT i.key AS item, count(*)::int AS opinions FROM review r CROSS JOIN LATERAL (${failedItemsOf}) i
    WHERE ${signedIn(span)} GROUP BY 1 ORDER BY 2 DESC, 1`;
}

/** Deadlines that ended in the span: how many in time, and how many after they had passed. */
export interface LimitCount {
  name: ClockName;
  limit: LimitKey;
  ended: number;
  late: number;
}

export function endedLimits(transaction: Transaction, span: Span): Promise<LimitCount[]> {
  return transaction.$queryRaw<LimitCount[]>`
    SELECT d.name, d.limit_key AS "limit", count(*)::int AS ended, count(*) FILTER (WHERE d.status = 'overdue')::int AS late
    FROM due_moment d JOIN event e ON e.case_id = d.case_id AND e.seq = d.ended_seq
    WHERE ${endedIn(span)} GROUP BY 1, 2 ORDER BY late DESC, ended DESC, 1, 2`;
}

/** One figure of these, by which its rows are found. */
export interface Figure {
  of: 'filed' | 'opinions' | 'items' | 'limits' | 'stays';
  category?: string | undefined;
  outcome?: Outcome | undefined;
  verdict?: string | undefined;
  item?: string | undefined;
  clock?: string | undefined;
  limitKey?: string | undefined;
  late?: boolean | undefined;
  stage?: string | undefined;
}

/** The conditions that leave, of case files `f`, those that a figure counts. */
export function countedIn(
  span: Span,
  { of, category, outcome, verdict, item, clock, limitKey, late, stage }: Figure,
): Prisma.Sql[] {
  const all = [
    ...(category ? [Prisma.sql`f.category = ${category}`] : []),
    Prisma.sql`f.agency_id = ANY (${span.agencies}::text[])`,
  ];
  switch (of) {
    case 'filed':
      return [
        ...all,
        Prisma.sql`f.id IN (SELECT c.id FROM case_filing c WHERE ${filedIn(span)})`,
        ...(outcome ? [Prisma.sql`${outcomeOf} = ${outcome}`] : []),
      ];
    case 'opinions': {
      const given = verdict ? Prisma.sql`AND r.verdict = ${verdict}` : Prisma.empty;
      return [...all, Prisma.sql`f.id IN (SELECT r.case_id FROM review r WHERE ${signedIn(span)} ${given})`];
    }
    case 'items': {
      const failed = item ? Prisma.sql`WHERE i.key = ${item}` : Prisma.empty;
      return [...all, Prisma.sql`f.id IN (SELECT r.case_id FROM review r WHERE ${signedIn(span)} AND EXISTS (SELECT FROM (${failedItemsOf}) i ${failed}))`]; // prettier-ignore
    }
    case 'limits': {
      const named = clock ? Prisma.sql`AND d.name = ${clock}` : Prisma.empty;
      const keyed = limitKey ? Prisma.sql`AND d.limit_key = ${limitKey}` : Prisma.empty;
      const lately = late === undefined ? Prisma.empty : Prisma.sql`AND (d.status = 'overdue') = ${late}`;
      return [
        ...all,
        Prisma.sql`f.id IN (SELECT d.case_id FROM due_moment d JOIN event e ON e.case_id = d.case_id AND e.seq = d.ended_seq
          WHERE ${endedIn(span)} ${named} ${keyed} ${lately})`,
      ];
    }
    case 'stays': {
      const named = stage ? Prisma.sql`AND e.stage = ${stage}` : Prisma.empty;
      return [...all, Prisma.sql`f.id IN (SELECT e.case_id FROM stage_visit e WHERE ${leftIn(span)} ${named})`];
    }
  }
}

const outcomeOf = Prisma.sql`CASE WHEN f.stage IN ('terminated', 'transferred') THEN f.stage
  WHEN EXISTS (SELECT FROM decision d WHERE d.case_id = f.id) THEN 'decided' ELSE 'inHand' END`;

/** The items not conformed with in the opinion that a review `r` signed. */
const failedItemsOf = Prisma.sql`SELECT one->>'key' AS key FROM jsonb_array_elements((
    SELECT o.data#>'{input,items}' FROM event o WHERE o.case_id = r.case_id AND o.type = 'giveOpinion' AND o.seq < r.seq ORDER BY o.seq DESC LIMIT 1)) one
  WHERE one->>'result' = 'doesNotConform'`;

function filedIn({ agencies, from, until }: Span): Prisma.Sql {
  return Prisma.sql`c.agency_id = ANY (${agencies}::text[]) AND c.filed_at >= ${from} AND c.filed_at < ${until}`;
}

function signedIn({ agencies, from, until }: Span): Prisma.Sql {
  return Prisma.sql`r.agency_id = ANY (${agencies}::text[]) AND r.at >= ${from} AND r.at < ${until}`;
}

function endedIn({ agencies, from, until }: Span): Prisma.Sql {
  return Prisma.sql`d.agency_id = ANY (${agencies}::text[]) AND d.name = ANY (${[...laddered]}::text[]) AND e.at >= ${from} AND e.at < ${until}`;
}
