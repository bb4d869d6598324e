/** What --only can single out. */
export const aspects = ['stages', 'dates', 'publication'] as const;
export type Aspect = (typeof aspects)[number];

/** One thing compared, or one request that had to be accepted ('played': whatever --only says; 'later': never with --only). */
export interface Check {
  aspect: Aspect | 'played' | 'later';
  name: string;
  /** What was expected and what came; null when it is as it should be. */
  wrong: string | null;
  /** Why it was not compared. */
  skipped?: string;
}

export interface Tally {
  passed: number;
  failed: number;
  /** Reason → how often. */
  skipped: Map<string, number>;
}

export function emptyTally(): Tally {
  return { passed: 0, failed: 0, skipped: new Map() };
}

/** Counts a check and says whether it failed. */
export function count(tally: Tally, check: Check): boolean {
  if (check.skipped !== undefined) skip(tally, check.skipped, 1);
  else if (check.wrong === null) tally.passed += 1;
  else tally.failed += 1;
  return check.skipped === undefined && check.wrong !== null;
}

/** Counts what is not checked, under its reason. */
export function skip(tally: Tally, reason: string, times: number): void {
  if (times > 0) tally.skipped.set(reason, (tally.skipped.get(reason) ?? 0) + times);
}

/** The checks that --only leaves; what must be played is always among them. */
export function asked(checks: Check[], only: Aspect | null): Check[] {
  return checks.filter((check) => only === null || check.aspect === only || check.aspect === 'played');
}

/** The last lines: each reason for skipping with its count, then the one line of totals. */
export function closingLines(tally: Tally): string[] {
  const reasons = [...tally.skipped].map(([reason, times]) => `skipped ${times}: ${reason}`);
  const skipped = [...tally.skipped.values()].reduce((sum, times) => sum + times, 0);
  return [...reasons, `${tally.passed} passed, ${tally.failed} failed, ${skipped} skipped`];
}
