import type { StuckCause } from '../../domain/stuck.ts';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { PageEnd } from '../listed-cases.ts';
import { overseenColumns, type OverseenRow } from './overseen-cases.ts';

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
 * The cases that are stuck, the longest first, each with every cause, and how many there are. `conditions` narrow the
 * case file `f`; a case whose task several people hold is without them when all are on leave, and lacks the one who left.
 */
export async function stuckCases(
  transaction: Transaction,
  conditions: Prisma.Sql[],
  measure: StuckMeasure,
  choice: StuckChoice,
  page: { after: PageEnd | undefined; limit: number },
): Promise<{ rows: StuckRow[]; next: PageEnd | null; total: number }> {
  const found = await transaction.$queryRaw<(StuckRow & { total: number })[]>`
    WITH ${causesOf(conditions, measure)},
    stuck AS (
      SELECT id, min(since) AS since,
        jsonb_agg(jsonb_build_object('cause', cause, 'since', since, 'person', person, 'until', until) ORDER BY since, cause) AS causes
      FROM cause GROUP BY id HAVING ${Prisma.join(having(choice), ' AND ')}
    ),
    page AS (SELECT * FROM stuck ${beyondSince(page.after)} ORDER BY since, id LIMIT ${page.limit + 1})
    SELECT counted.total, one.* FROM (SELECT count(*)::int AS total FROM stuck) counted
    LEFT JOIN (SELECT ${overseenColumns}, p.since AS "stuckSince", p.causes FROM page p JOIN case_file f ON f.id = p.id) one ON true
    ORDER BY one."stuckSince", one.id`;
  const all = found.filter(({ id }) => id !== null);
  const rows = all.slice(0, page.limit);
  const last = rows.at(-1);
  const next = all.length > page.limit && last ? { dueAt: last.stuckSince, id: last.id } : null;
  return { rows, next, total: found[0]?.total ?? 0 };
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

/** The tables `unfit`, people who may not be able to go on, and `cause`, a row for each reason why a case is stuck. */
function causesOf(conditions: Prisma.Sql[], measure: StuckMeasure): Prisma.Sql {
  const cases = Prisma.sql`f.open AND f.stage <> 'suspended' AND ${Prisma.join(conditions, ' AND ')}`;
  return Prisma.sql`unfit AS MATERIALIZED (${unfitPeople(measure.today)}),
    held AS MATERIALIZED (
      SELECT f.id, f.stage, f.entered_at, u.roles, u.lessened_at, h.person, h.absence->>'kind' AS kind, (h.absence->>'since')::date AS since,
        (h.absence->>'until')::date AS until, h.absence->>'substitute' AS substitute, count(*) OVER (PARTITION BY f.id) = cardinality(f.holder) AS everybody
      FROM (SELECT DISTINCT case_id FROM cases_held_by(ARRAY(SELECT id FROM unfit))) c JOIN case_file f ON f.id = c.case_id
      CROSS JOIN LATERAL absent_holders(f.holder, f.state, ${measure.today}::date, regions_of(f.agency_id)) h JOIN unfit u ON u.id = h.person
      WHERE ${cases}
    ),
    cause (id, cause, since, person, until) AS (
      ${byHolder(measure.today)}
      UNION ALL SELECT f.id, 'nobodyHolds', f.entered_at, NULL, NULL FROM case_file f WHERE cardinality(f.holder) = 0 AND ${cases}
      UNION ALL SELECT f.id, 'timerMissing', f.entered_at, NULL, NULL FROM case_file f WHERE f.timer_missing AND ${cases}
      UNION ALL SELECT f.id, 'timerSilent', f.wake_at, NULL, NULL FROM case_file f
        WHERE f.wake_at < ${measure.silentBefore}::timestamptz AND ${cases}
      UNION ALL SELECT f.id, 'workflowFailing', w.since, NULL, NULL FROM workflow_problem w JOIN case_file f ON f.id = w.case_id WHERE ${cases}
      ${Prisma.join(measure.idle.map((group) => idle(group, measure.workdays, cases)), ' ')}
    )`; // prettier-ignore
}

/** Who left or is on leave, whose certificate has expired, and whose roles or certificate were once made less. */
function unfitPeople(today: string): Prisma.Sql {
  return Prisma.sql`SELECT p.id, p.roles, p.lessened_at FROM person p
    WHERE absence_of(p, NULL, ${today}::date, NULL, NULL) IS NOT NULL OR p.lessened_at IS NOT NULL
      OR ('handler' = ANY (p.roles) AND p.certificate->>'validTo' < ${today})`;
}

/** With the relaxation of a small agency the head of the section does the first review. */
function byHolder(today: string): Prisma.Sql {
  return Prisma.sql`SELECT h.id, CASE h.kind WHEN 'left' THEN 'holderLeft' WHEN 'onLeave' THEN 'holderOnLeave'
        WHEN 'noRole' THEN 'roleLost' ELSE 'certificateLost' END,
      GREATEST(CASE WHEN h.kind IN ('left', 'onLeave') THEN day_start(h.since) WHEN h.kind = 'certificate' AND h.since < ${today}::date
        THEN day_start(h.since + 1) ELSE h.lessened_at END, h.entered_at), h.person, h.until
      FROM held h WHERE CASE h.kind WHEN 'onLeave' THEN h.everybody AND h.substitute IS NULL
        WHEN 'noRole' THEN NOT (h.stage = 'firstReview' AND 'sectionHead' = ANY (h.roles)) ELSE true END`;
}

function idle(group: StuckMeasure['idle'][number], workdays: string[], cases: Prisma.Sql): Prisma.Sql {
  const day = Prisma.sql`shanghai_day(f.moved_at)`;
  const since =
    group.unit === 'wd'
      ? Prisma.sql`(${workdays}::date[])[width_bucket(${day}, ${workdays}::date[]) + ${group.days}::int] + 1`
      : Prisma.sql`${day} + ${group.days + 1}::int`;
  return Prisma.sql`UNION ALL SELECT f.id, 'idle', day_start(${since}), NULL, NULL FROM case_file f
    WHERE f.moved_at < ${group.before} AND f.agency_id = ANY (${group.agencies}::text[]) AND ${cases}`;
}
