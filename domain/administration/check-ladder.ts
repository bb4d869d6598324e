import { defaultLadder } from '../ladder.ts';
import { broken, type Break } from './import-breaks.ts';
import type { PackRecord } from './records.ts';

/** The overseeing bureau is told after the leader in charge, never before (process.md "Deadlines"). */
export function checkLadder({ agency, effectiveFrom, ladder }: PackRecord): Break[] {
  return Object.entries(ladder).flatMap(([limit, rule]) => {
    const { plus2, plus5 } = { ...defaultLadder, ...ladder.every, ...rule };
    if (plus2 === 0 || plus5 === 0 || plus2 < plus5) return [];
    return [broken('import.ladderOrder', 'parameterPack', `${agency} ${effectiveFrom}`, { limit, plus2, plus5 })];
  });
}
