import { stages, type Stage } from '../../domain/process.ts';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { CaseChoice } from './overseen-cases.ts';

/** How long cases of an agency, or of all that are looked at together, stayed in a stage that they left in a month, in working days. */
export interface StageDuration {
  /** YYYY-MM */
  month: string;
  agency: string | null;
  stage: Stage;
  stays: number;
  median: number;
  p90: number;
}

const running = (Object.keys(stages) as Stage[]).filter((stage) => !stages[stage].final);

/**
 * Median and 90th percentile of the working days after the day a stage was entered up to and including the day it was
 * left; what lay between a stay's parts, while it was left for a while, does not count.
 * @param workdays every working day of the span and long before, in order
 */
export async function stageDurations(
  transaction: Transaction,
  agencies: string[],
  { from, until }: { from: Date; until: Date },
  workdays: string[],
  { by, section, category }: Pick<CaseChoice, 'section' | 'category'> & { by: 'agency' | 'stage' },
): Promise<StageDuration[]> {
  const whose = by === 'agency' ? Prisma.sql`agency_id` : Prisma.sql`NULL`;
  const narrowed =
    section === undefined && category === undefined
      ? Prisma.empty
      : Prisma.sql`AND EXISTS (SELECT FROM case_file f WHERE f.id = e.case_id
          AND f.section_id = COALESCE(${section ?? null}, f.section_id) AND f.category = COALESCE(${category ?? null}, f.category))`;
  return transaction.$queryRaw<StageDuration[]>`
    WITH stay AS (
      SELECT to_char(shanghai_day(e.left_at), 'YYYY-MM') AS month, e.agency_id, e.stage, (
        SELECT sum(width_bucket(shanghai_day(v.left_at), ${workdays}::date[]) - width_bucket(shanghai_day(v.entered_at), ${workdays}::date[]))
        FROM stage_visit v WHERE v.case_id = e.case_id AND v.stay = e.stay AND v.left_at IS NOT NULL) AS days
      FROM stage_visit e WHERE ${leftIn({ agencies, from, until })} ${narrowed}
    )
    SELECT month, ${whose} AS agency, stage, count(*)::int AS stays,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS median, percentile_cont(0.9) WITHIN GROUP (ORDER BY days) AS p90
    FROM stay GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
}

/** Of the visits `e` of stages those with which a stay in a stage ended in the span. */
export function leftIn({ agencies, from, until }: { agencies: string[]; from: Date; until: Date }): Prisma.Sql {
  return Prisma.sql`e.status = 'ended' AND e.agency_id = ANY(${agencies}::text[]) AND e.left_at >= ${from} AND e.left_at < ${until}
    AND e.stage = ANY(${running}::text[])`;
}
