import type { Client } from './client.ts';
import type { NumberGaps } from './number-gaps.ts';
import type { Report } from './report.ts';
import type { Organisation } from './story-shape.ts';
import type { Aspect, Check, Tally } from './tally.ts';

/** All that playing needs beside the stories themselves. */
export interface Scene {
  client: Client;
  organisation: Organisation;
  only: Aspect | null;
  tally: Tally;
  report: Report;
  gaps: NumberGaps;
  /** Gives the playing up between two items. */
  signal: AbortSignal;
}

/** Why the rest of a story is not compared. */
export const afterFailure = 'after a failed step';

/** The one check that a request was accepted. */
export function played(wrong: string | null): Check {
  return { aspect: 'played', name: 'accepted', wrong };
}

/** The same checks, none of them made. */
export function unmade(checks: Check[], reason: string): Check[] {
  return checks.map((check) => ({ ...check, wrong: null, skipped: reason }));
}
