/** Order at one moment within a case: register, evidence, notice, answer, hearing, step, evidence that had to wait for it. */
export interface Slot {
  at: string;
  rank: number;
  index: number;
}
export const ranks = { register: 0, evidence: 1, notice: 2, answer: 3, hearing: 4, step: 5 } as const;

/** Milliseconds of a moment as the stories write it. */
export function millisOf(moment: string): number {
  return Date.parse(moment);
}

/** Earlier first; at the same moment by rank, then by index. */
export function compareSlots(a: Slot, b: Slot): number {
  return millisOf(a.at) - millisOf(b.at) || a.rank - b.rank || a.index - b.index;
}
