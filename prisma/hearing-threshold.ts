import type { Pool } from './pool.ts';

/** From which fine, in yuan, an agency must offer a hearing (行政处罚法 63); what it has not set counts from the first yuan. */
export interface HearingThreshold {
  organisationYuan?: number;
  personYuan?: number;
}

/** An agency's threshold as it is now. */
export async function hearingThresholdOf(pool: Pool, agency: string): Promise<HearingThreshold> {
  const { rows } = await pool.query<{ threshold: HearingThreshold | null }>({
    name: 'hearing_threshold',
    text: 'SELECT hearing_threshold AS threshold FROM agency WHERE id = $1',
    values: [agency],
  });
  return rows[0]?.threshold ?? {};
}
