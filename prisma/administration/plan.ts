import type { PackEffect } from '../../domain/administration/pack-effects.ts';
import type { Break } from '../../domain/administration/import-breaks.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Transaction } from '../client.ts';
import type { DeadlineMoves } from './plan-calendar.ts';
import type { Batch } from './record-kind.ts';

/** Who imports, for which day, in the transaction that would write it. */
export interface Planning {
  transaction: Transaction;
  person: string;
  /** The agency that records of nobody's own are added by. */
  acting: string;
  today: Day;
  /** Whether parameters may begin in the past: stories are played in their own time. */
  anyDay: boolean;
}

/** What an import would do. */
export interface Plan {
  batches: Batch[];
  breaks: Break[];
  /** Every agency whose records it names, changed or not. */
  agencies: string[];
  /** What it means for the cases that are open now, where it changes their deadlines. */
  effects?: PackEffect[];
  /** What a year of the calendar means for the deadlines that are open now. */
  deadlines?: DeadlineMoves;
  /** The version of the calendar that these were reckoned by, this year with it. */
  calendarVersion?: number;
}

/** Each value once, without the missing ones. */
export function distinct(values: (string | null | undefined)[]): string[] {
  return [...new Set(values.filter((value): value is string => Boolean(value)))];
}
