import type { CaseState, Clock } from './state.ts';

/** Where a case stands, as whoever acted is told at once: codes, and of each clock what it shows. */
export type Standing = Pick<
  CaseState,
  'seq' | 'stage' | 'round' | 'content' | 'reviewedHash' | 'pass' | 'holder' | 'obligations'
> & { clocks: Pick<Clock, 'name' | 'dueAt' | 'overdue' | 'provisional'>[] };

/** That part of the state. */
export function standingOf(state: CaseState): Standing {
  const { seq, stage, round, content, reviewedHash, pass, holder, obligations } = state;
  const clocks = state.clocks.map(({ name, dueAt, overdue, provisional }) => ({ name, dueAt, overdue, provisional }));
  return { seq, stage, round, content, reviewedHash, pass, holder, obligations, clocks };
}
