import { describe, expect, test } from '@jest/globals';
import { stages, type Stage } from '../../domain/process.ts';
import type { ClockName } from '../../domain/state.ts';
import { lacksTimer } from '../../domain/stuck.ts';
import { caseIn } from '../support/case-in-stage.ts';

const without = (stage: Stage, lost: (name: ClockName) => boolean) => {
  const { state } = caseIn(stage);
  return lacksTimer({ ...state, clocks: state.clocks.filter(({ name }) => !lost(name)) });
};

describe('a deadline that ought to be there', () => {
  test.each(Object.keys(stages) as Stage[])('is missing nowhere on the lawful way: %s', (stage) => {
    expect(lacksTimer(caseIn(stage).state)).toBe(false);
  });

  const limited = (Object.keys(stages) as Stage[]).filter((stage) => stages[stage].limit !== null);
  test.each(limited)('is missed where the stage has one by law: %s', (stage) => {
    expect(without(stage, (name) => name === 'stage')).toBe(true);
  });

  test.each(['investigating', 'suspended', 'archived', 'terminated', 'transferred'] as Stage[])(
    'is missed nowhere else: %s',
    (stage) => {
      expect(without(stage, () => true)).toBe(false);
    },
  );

  test.each(['serve', 'publish'] as ClockName[])('is missed of a decision that is still to %s', (obligation) => {
    expect(without('fulfilment', (name) => name === obligation)).toBe(true);
  });

  test('is missed of nothing that was done or does not depend on the agency', () => {
    expect(without('fulfilment', (name) => name !== 'serve' && name !== 'publish')).toBe(false);
  });
});
