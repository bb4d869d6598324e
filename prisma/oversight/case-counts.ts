import type { Stage } from '../../domain/process.ts';
import type { Transaction } from '../client.ts';

/** How many cases of an agency are open in a stage, and of how many the first deadline has passed. */
export interface StageCount {
  agency: string;
  stage: Stage;
  open: number;
  overdue: number;
}

export async function countByStage(transaction: Transaction, agencies: string[], now: Date): Promise<StageCount[]> {
  return transaction.$queryRaw<StageCount[]>`SELECT * FROM open_by_stage(${agencies}::text[], ${now})`;
}

/** The first number of days of each band but the first, which begins at 0. */
export const ageBands = [1, 3, 6, 11, 21, 61] as const;

/** How many cases of a section are open in a stage, by the band of days that they have been in it. */
export interface AgeCount {
  agency: string;
  section: string;
  stage: Stage;
  /** 0 for the first band. */
  band: number;
  open: number;
}

export async function countByAge(transaction: Transaction, agencies: string[], today: string): Promise<AgeCount[]> {
  return transaction.$queryRaw<AgeCount[]>`
    SELECT f.agency_id AS agency, f.section_id AS section, f.stage,
      width_bucket(${today}::date - shanghai_day(f.entered_at), ${[...ageBands]}::int[]) AS band, count(*)::int AS open
    FROM case_file f WHERE f.open AND f.agency_id = ANY(${agencies}::text[]) GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`;
}
