import { describe, expect, it } from '@jest/globals';
import { createReport } from '../../rehearsal/report.ts';
import { emptyTally, skip, type Check } from '../../rehearsal/tally.ts';
import type { Item } from '../../rehearsal/timeline.ts';
import { evidence, march, storyCase, storyStep } from './stories.ts';

const step = storyCase({ story: [storyStep(1, march(2), 'register', 'investigating')] }).story[0];
const stepItem = { caseId: 'C01', at: march(2), kind: 'step', step } as Item;
const evidenceItem = { caseId: 'C01', at: march(3), kind: 'evidence', evidence: evidence('E1', march(3)) } as Item;
const ok: Check = { aspect: 'stages', name: 'stage', wrong: null };
const bad: Check = { aspect: 'dates', name: 'due', wrong: 'expected 1, came 2' };
const left: Check = { aspect: 'stages', name: 'major', wrong: null, skipped: 'major: later' };

function told(tell: (report: ReturnType<typeof createReport>) => void): string[] {
  const lines: string[] = [];
  tell(createReport(emptyTally(), (line) => lines.push(line)));
  return lines;
}

describe('the report', () => {
  it('has a line a step, and the failures below it', () => {
    const [first, second] = told((report) => report.item(stepItem, [ok, ok, bad, left]));
    expect(first).toMatch(/^C01 step 1 register +2026-03-02 09:00 {2}a-h1 {2}1 of 3 failed$/);
    expect(second).toBe('    FAILED  C01 step 1 register: due: expected 1, came 2');
  });

  it('is silent about records that are accepted', () => {
    expect(told((report) => report.item(evidenceItem, [ok]))).toEqual([]);
    expect(told((report) => report.item(evidenceItem, [bad]))[1]).toContain('C01 evidence E1: due');
  });

  it('never counts what is skipped as passed, and ends with the totals', () => {
    const tally = emptyTally();
    const lines: string[] = [];
    const report = createReport(tally, (line) => lines.push(line));
    report.end('C01', [ok, left]);
    report.item(stepItem, [bad, left]);
    skip(tally, 'illegal entries: not played yet', 3);
    report.close();
    expect(lines.slice(-3)).toEqual([
      'skipped 2: major: later',
      'skipped 3: illegal entries: not played yet',
      '1 passed, 1 failed, 5 skipped',
    ]);
  });
});
