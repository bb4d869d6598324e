/** How long until what failed is tried again, in milliseconds: five seconds at first, twice as long each time, a minute at most. */
export function pauseAfter(failures: number): number {
  return Math.min(60_000, 2_500 * 2 ** failures);
}
