import type { Clock } from '../domain/state.ts';
import type { Transaction } from './client.ts';

/** A case in hand, of whatever agency, with its deadlines. */
export interface RunningDeadlines {
  id: string;
  agency: string;
  clocks: Clock[];
}

/** Which cases a calendar may concern: a deadline reckoned on an older version, provisional or ending on that day or later. */
export interface Touched {
  version: number;
  /** YYYY-MM-DD. */
  since: string;
}

/** A page of the cases in hand of all agencies that a calendar may concern, by id, after the id given. */
export function runningDeadlines(
  transaction: Pick<Transaction, '$queryRaw'>,
  { version, since }: Touched,
  after: string,
  size: number,
): Promise<RunningDeadlines[]> {
  return transaction.$queryRaw<
    RunningDeadlines[]
  >`SELECT * FROM running_deadlines(${version}, ${since}::date, ${after}, ${size})`;
}

/**
 * The first day whose deadlines a further year may concern: its notice names days of the December before, and an overdue
 * deadline of the summer may have escalations to come in it.
 */
export function touchedFrom(year: number): string {
  return `${year - 1}-07-01`;
}
