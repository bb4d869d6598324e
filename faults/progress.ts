import type { Said } from './command-log.ts';

/** What a run counts while it goes on. */
export interface Progress {
  settled(said: Said, tookMs: number): void;
  counts: Record<'acknowledged' | 'refused' | 'unknown', number>;
  /** Longest time without any acknowledgement, up to now, in milliseconds. */
  longestStallMs(): number;
  /** Longest time of one command from its first sending to its answer, in milliseconds. */
  longestCommandMs(): number;
}

export function createProgress(): Progress {
  const counts = { acknowledged: 0, refused: 0, unknown: 0 };
  let last = Date.now();
  let longestStall = 0;
  let longestCommand = 0;
  return {
    counts,
    settled(said, tookMs) {
      if (said.said === 'acknowledged' || said.said === 'refused') {
        counts[said.said] += 1;
        longestCommand = Math.max(longestCommand, tookMs);
      } else counts.unknown += 1;
      if (said.said !== 'acknowledged') return;
      longestStall = Math.max(longestStall, Date.now() - last);
      last = Date.now();
    },
    longestStallMs: () => Math.max(longestStall, Date.now() - last),
    longestCommandMs: () => longestCommand,
  };
}
