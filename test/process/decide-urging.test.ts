import { describe, expect, test } from '@jest/globals';
import { urgingsOf } from '../../domain/urging.ts';
import { caseIn } from '../support/case-in-stage.ts';
import type { PureCase } from '../support/pure-case.ts';

const told = (one: PureCase) => urgingsOf(one.events).map(({ by, whom, answered }) => [by, whom, answered?.by ?? null]);

describe('urging', () => {
  test('tells the holders, and is counted until one of them acts', () => {
    const one = caseIn('legalReview').do('q1', 'urge').do('o1', 'urge');
    expect(one.state.urged).toEqual({ times: 2, unanswered: 2, whom: ['r1'] });
    expect(told(one)).toEqual([['q1', ['r1'], null], ['o1', ['r1'], null]]); // prettier-ignore
    one.do('r1', 'comment');
    expect(one.state.urged).toEqual({ times: 2, unanswered: 0, whom: [] });
    expect(told(one)).toEqual([['q1', ['r1'], 'r1'], ['o1', ['r1'], 'r1']]); // prettier-ignore
  });

  test.each([
    ['what somebody else does', (one: PureCase) => one.do('h1', 'comment')],
    ['the clock', (one: PureCase) => one.on('2026-03-20')],
    [
      'another urging by the holder',
      (one: PureCase) => one.do('q1', 'reassign', { from: 'r1', to: 'r2' }).do('q1', 'urge'),
    ],
  ])('is not answered by %s', (_what, then) => {
    const one = then(caseIn('legalReview').do('q1', 'urge'));
    expect(one.state.urged!.unanswered).toBeGreaterThan(0);
    expect(told(one)[0]).toEqual(['q1', ['r1'], null]);
  });

  test('is answered by whoever holds the task by then', () => {
    const one = caseIn('legalReview').do('q1', 'urge').do('q1', 'reassign', { from: 'r1', to: 'r2' });
    expect(one.state.urged!.unanswered).toBe(1);
    one.do('r2', 'giveOpinion');
    expect([one.state.urged!.unanswered, told(one)]).toEqual([0, [['q1', ['r1'], 'r2']]]);
  });

  test('of a suspended case tells whoever goes back to it', () => {
    const one = caseIn('suspended').do('sA', 'urge');
    expect(one.state.urged!.whom).toEqual(['r1']);
  });

  test('the list and the count say the same after every event', () => {
    const one = caseIn('legalReview').do('q1', 'urge').do('r1', 'comment').do('o1', 'urge').do('l4', 'urge').do('r1', 'giveOpinion').do('o1', 'urge'); // prettier-ignore
    const list = urgingsOf(one.events);
    expect([list.length, list.filter(({ answered }) => !answered).length]).toEqual([4, 1]);
    expect(one.state.urged).toMatchObject({ times: 4, unanswered: 1, whom: ['q1'] });
  });
});
