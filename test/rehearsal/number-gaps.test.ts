import { describe, expect, it } from '@jest/globals';
import { createNumberGaps } from '../../rehearsal/number-gaps.ts';
import { march, storyCase, storyStep } from './stories.ts';

const issue = (documentNo: string) => storyStep(2, march(9), 'issueDecision', 'fulfilment', { input: { documentNo } });
const register = storyStep(1, march(2), 'register', 'investigating');
const cases = ['1', '2', '3'].map((id) => storyCase({ id, story: [register, issue(`兴罚〔2026〕${id}号`)] }));
const steps = cases.map((one) => issue(`兴罚〔2026〕${one.id}号`));

async function setBefore(played: number[], refused: number[] = []): Promise<string[]> {
  const set: string[] = [];
  const gaps = createNumberGaps(
    cases.filter((_one, index) => !played.includes(index)),
    async (agency, { series, serial }) => void set.push(`${agency} ${series} ${serial}`),
  );
  for (const index of played) {
    const step = steps[index];
    if (step) await gaps.close(step, 'a');
    if (step && refused.includes(index)) gaps.leaveOut(step, 'a');
  }
  return set;
}

describe('a number series', () => {
  it('goes on where a case that is not played would have taken the number before', async () => {
    expect(await setBefore([2])).toEqual(['a 兴罚 2']);
    expect(await setBefore([0, 2])).toEqual(['a 兴罚 2']);
  });

  it('goes on after a refusal, which alone is the failure', async () => {
    expect(await setBefore([0, 1, 2], [1])).toEqual(['a 兴罚 2']);
  });

  it('is left to the system where every number before was played', async () => {
    expect(await setBefore([0, 1, 2])).toEqual([]);
  });
});
