import type { StuckCause } from '../../domain/stuck.ts';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { PageEnd } from '../listed-cases.ts';
import { chosen, overseenColumns, type CaseChoice, type OverseenRow } from './overseen-cases.ts';

/** One reason why a case is stuck; `until`: the last day of a leave. */
export interface StuckBecause {
  cause: StuckCause;
  since: string;
  person: string | null;
  until: string | null;
}

export interface StuckRow extends OverseenRow {
  stuckSince: Date;
  causes: StuckBecause[];
}

/** By what it is judged that a case is stuck, at one moment. */
export interface StuckMeasure {
  /** The day in Shanghai, YYYY-MM-DD. */
  today: string;
  agencies: string[];
  /** Every working day known until today, in order, from long ago. */
  workdays: string[];
  /** After how many days without anything happening, and the moment before which the last thing must lie; by agencies. */
  idle: { agencies: string[]; days: number; unit: 'wd' | 'd'; before: Date }[];
  /** What should have been recorded before this moment and was not, is missing; null in virtual time, where nothing rings. */
  silentBefore: Date | null;
}

interface StuckChoice {
  cause: StuckCause | undefined;
  /** Stuck since a moment in this span: from included, until not. */
  since: { from: Date | null; until: Date | null };
}

/**
 * The cases that are stuck, the longest first, each with every cause, and how many there are. A case whose task several
 * people hold is without them when all are on leave, and lacks the one who left.
 */
export async function stuckCases(
  transaction: Transaction,
  narrowed: CaseChoice,
  measure: StuckMeasure,
  choice: StuckChoice,
  page: { after: PageEnd | undefined; limit: number },
): Promise<{ rows: StuckRow[]; next: PageEnd | null; total: number; byCause: Partial<Record<StuckCause, number>> }> {
  const found = await transaction.$queryRaw<(StuckRow & { total: number; byCause: Record<string, number> | null })[]>`
    WITH scope AS (SELECT ${measure.agencies}::text[] AS agencies),
    workday AS MATERIALIZED (SELECT string_to_array(${measure.workdays.join(',')}, ',')::date[] AS days),
    ${causesOf(narrowed, measure)},
    stuck AS MATERIALIZED (SELECT id, min(since) AS since FROM cause GROUP BY id HAVING ${Prisma.join(having(choice), ' AND ')}),
    page AS (SELECT * FROM stuck ${beyondSince(page.after)} ORDER BY since, id LIMIT ${page.limit + 1})
    SELECT counted.*, one.* FROM (SELECT (SELECT count(*)::int FROM stuck) AS total, (
        SELECT jsonb_object_agg(each.cause, each.cases) FROM (
          SELECT cause, count(*) AS cases FROM (SELECT DISTINCT c.cause, c.id FROM cause c JOIN stuck s ON s.id = c.id) one GROUP BY 1) each) AS "byCause") counted
    LEFT JOIN (SELECT ${overseenColumns}, p.since AS "stuckSince", (
        SELECT jsonb_agg(jsonb_build_object('cause', c.cause, 'since', c.since, 'person', c.person, 'until', c.until) ORDER BY c.since, c.cause)
        FROM cause c WHERE c.id = p.id) AS causes
      FROM page p JOIN case_file f ON f.id = p.id) one ON true
    ORDER BY one."stuckSince", one.id`;
  const all = found.filter(({ id }) => id !== null);
  const rows = all.slice(0, page.limit);
  const last = rows.at(-1);
  const next = all.length > page.limit && last ? { dueAt: last.stuckSince, id: last.id } : null;
  return { rows, next, total: found[0]?.total ?? 0, byCause: found[0]?.byCause ?? {} };
}

function having({ cause, since }: StuckChoice): Prisma.Sql[] {
  return [
    Prisma.sql`true`,
    ...(cause ? [Prisma.sql`bool_or(cause = ${cause})`] : []),
    ...(since.from ? [Prisma.sql`min(since) >= ${since.from}`] : []),
    ...(since.until ? [Prisma.sql`min(since) < ${since.until}`] : []),
  ];
}

function beyondSince(after: PageEnd | undefined): Prisma.Sql {
  return after ? Prisma.sql`WHERE (since, id) > (${after.dueAt}::timestamptz, ${after.id})` : Prisma.empty;
}

/** Named once, however often it is asked. */
const inScope = Prisma.sql`(SELECT agencies FROM scope)::text[]`;

/** The tables `unfit`, people who may not be able to go on, and `cause`, a row for each reason why a case is stuck. */
function causesOf(narrowed: CaseChoice, measure: StuckMeasure): Prisma.Sql {
  const conditions = Prisma.join(chosen(inScope, narrowed), ' AND ');
  const cases = Prisma.sql`f.open AND f.stage <> 'suspended' AND ${conditions}`;
  return Prisma.sql`unfit AS MATERIALIZED (${unfitPeople(measure.today)}),
    held AS MATERIALIZED (
      SELECT f.id, f.stage, f.entered_at, f.holder, u.*
      FROM held_cases(ARRAY(SELECT person FROM unfit)) f JOIN unfit u ON u.person = f.person
      WHERE ${cases}
    ),
    cause (id, cause, since, person, until) AS MATERIALIZED (
      ${byHolder(measure.today)}
      UNION ALL SELECT f.id, 'nobodyHolds', f.entered_at, NULL, NULL FROM case_file f WHERE f.holder = '{}' AND ${cases}
      UNION ALL SELECT f.id, 'timerMissing', f.entered_at, NULL, NULL FROM case_file f WHERE f.timer_missing AND ${cases}
      UNION ALL SELECT f.id, 'timerSilent', f.wake_at, NULL, NULL FROM case_file f
        WHERE f.in_hand AND f.wake_at < ${measure.silentBefore}::timestamptz AND ${cases}
      UNION ALL SELECT f.id, 'workflowFailing', w.since, NULL, NULL FROM workflow_problem w
        CROSS JOIN LATERAL (SELECT * FROM case_file f WHERE f.id = w.case_id OFFSET 0) f WHERE ${cases}
      ${Prisma.join([Prisma.empty, ...measure.idle.map((group) => idle(group, group.agencies.length === measure.agencies.length, cases))], ' ')}
    )`; // prettier-ignore
}

/** Who left or is on leave, whose certificate has expired, and whose roles or certificate were once made less; reviewers of a pool too. */
function unfitPeople(today: string): Prisma.Sql {
  return Prisma.sql`SELECT p.id AS person, p.roles, p.lessened_at, p.left_on <= ${today}::date AS gone, day_start(p.left_on) AS left_at,
      (p.certified_until < ${today}) IS TRUE AS expired, l.from_day, l.to_day, l.substitute
    FROM person p LEFT JOIN LATERAL (
      SELECT (one->>'from')::date AS from_day, (one->>'to')::date AS to_day, one->>'substitute' AS substitute FROM jsonb_array_elements(p.leave) one
      WHERE p.away_until >= ${today} AND ${today} BETWEEN one->>'from' AND one->>'to' LIMIT 1) l ON true
    WHERE (p.left_on <= ${today}::date OR p.away_until >= ${today} OR p.certified_until < ${today} OR p.lessened_at IS NOT NULL)
      AND (p.agency_id = ANY (${inScope}) OR p.roles && '{legalReviewer,legalHead}')`;
}

/**
 * What keeps a holder from going on, as absence_of() in the database has it. A handler's certificate that ran out is seen
 * without a look into the case; who was once made less is looked at there. With the relaxation of a small agency the head
 * of the section does the first review.
 */
function byHolder(today: string): Prisma.Sql {
  const inOffice = Prisma.sql`h.gone IS NOT TRUE`;
  const away = Prisma.sql`ARRAY(SELECT person FROM unfit WHERE gone OR from_day IS NOT NULL)`;
  return Prisma.sql`SELECT h.id, 'holderLeft', GREATEST(h.left_at, h.entered_at), h.person, NULL::date FROM held h WHERE h.gone
      UNION ALL SELECT h.id, 'holderOnLeave', GREATEST(day_start(h.from_day), h.entered_at), h.person, h.to_day FROM held h
        WHERE ${inOffice} AND h.from_day IS NOT NULL AND h.substitute IS NULL AND h.holder <@ ${away}
      UNION ALL SELECT h.id, 'certificateLost', GREATEST(day_start((p.certificate->>'validTo')::date + 1), h.entered_at), h.person, NULL
        FROM held h JOIN person p ON p.id = h.person WHERE ${inOffice} AND h.expired AND h.lessened_at IS NULL AND role_of_stage(h.stage) = 'handler'
      UNION ALL SELECT h.id, CASE a.absence->>'kind' WHEN 'noRole' THEN 'roleLost' ELSE 'certificateLost' END, GREATEST(h.lessened_at, h.entered_at), h.person, NULL
        FROM held h JOIN case_file f ON f.id = h.id
          CROSS JOIN LATERAL absent_holders(ARRAY[h.person], f.state, ${today}::date, regions_of(f.agency_id)) a
        WHERE ${inOffice} AND h.lessened_at IS NOT NULL AND a.absence->>'kind' IN ('noRole', 'certificate')
          AND NOT (h.stage = 'firstReview' AND 'sectionHead' = ANY (h.roles))`;
}

function idle(group: StuckMeasure['idle'][number], all: boolean, cases: Prisma.Sql): Prisma.Sql {
  const some = all ? Prisma.empty : Prisma.sql`AND f.agency_id = ANY (${group.agencies}::text[])`;
  const day = Prisma.sql`shanghai_day(f.moved_at)`;
  const since =
    group.unit === 'wd'
      ? Prisma.sql`w.days[width_bucket(${day}, w.days) + ${group.days}::int] + 1`
      : Prisma.sql`${day} + ${group.days + 1}::int`;
  return Prisma.sql`UNION ALL SELECT f.id, 'idle', day_start(${since}), NULL, NULL FROM case_file f, workday w
    WHERE f.moved_at < ${group.before} ${some} AND ${cases}`;
}
