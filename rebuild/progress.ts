export type Say = (line: string) => void;

/** Tells how many cases of all are done, a line a second at most, and the last one. */
export function createProgress(say: Say, total: number): { next(): void } {
  let done = 0;
  let told = Date.now();
  return {
    next() {
      done += 1;
      if (done < total && Date.now() - told < 1_000) return;
      told = Date.now();
      say(`案件 · cases: ${done} / ${total}`);
    },
  };
}
