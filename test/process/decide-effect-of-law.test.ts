import { describe, expect, test } from '@jest/globals';
import { dayOf } from '../../domain/calendar.ts';
import { listedDue } from '../../domain/listed-due.ts';
import type { Action } from '../../domain/process.ts';
import { noticesOf } from '../../domain/notices.ts';
import { fold } from '../../domain/apply.ts';
import { emptyState } from '../../domain/state.ts';
import { proposal } from '../support/plausible-input.ts';
import { PureCase } from '../support/pure-case.ts';

/** A renewal applied for on 2 March of a permit that is valid until Saturday, 14 March. */
const renewal = (renewalOf = '2026-03-14') =>
  new PureCase({ category: 'permit', onApplication: true, renewalOf }).do('h1', 'register');
const ofThePermit = (one: PureCase) =>
  one.events.flatMap(({ type, rung, at }) =>
    rung?.clock.endsWith(':effectOfLaw') ? [`${rung.name} ${type} ${dayOf(type === 'remind' ? at : at - 1000)}`] : [],
  );
const granted = (one: PureCase): PureCase => {
  const steps: [string, Action][] = [['h1', 'submit'], ['f1', 'passFirstReview'], ['sA', 'signOffSection'], ['q1', 'acceptForReview'], ['r1', 'giveOpinion'], ['q1', 'approveOpinion']]; // prettier-ignore
  const { measures, ...amounts } = proposal(0, ['grant']);
  one.do('h1', 'saveDraft', { draft: { measures, ...amounts, digests: { text: '', facts: '', basis: '', tier: '' } } });
  for (const [person, action] of steps) one.do(person, action);
  return one.do('l2', 'approveAsLeader').do('h1', 'issueDecision');
};

describe('a permit whose renewal is not decided until its last day (行政许可法 50)', () => {
  test('comes to count as renewed at the end of that day, a day off included, and climbs its ladder', () => {
    expect(ofThePermit(renewal().on('2026-03-31'))).toEqual([
      'halfWay remind 2026-03-09',
      'oneDayBefore remind 2026-03-13',
      'due effectOfLaw 2026-03-14',
      'plus2 escalate 2026-03-17',
      'plus5 openSupervision 2026-03-20',
    ]);
  });

  test('is neither decided nor passed by it: the case goes on where it stands', () => {
    const before = renewal().on('2026-03-14 23:59');
    const { state: then } = before;
    const { state, events } = before.on('2026-03-15');
    expect(events.at(-1)).toMatchObject({
      type: 'effectOfLaw',
      actor: 'system',
      pass: 'unchanged',
      arms: [],
      stops: [],
    });
    expect(state.renewedByLawAt).toBe(events.at(-1)!.at - 1000);
    expect([state.stage, state.pass, state.decision, state.holder]).toEqual([then.stage, null, null, then.holder]);
    expect(before.asks('h1', 'issueDecision')).toBe('gate.noPass');
  });

  test('tells its holders and their head', () => {
    const one = renewal().on('2026-03-15');
    const [before, after] = [fold(emptyState, one.events.slice(0, -1)), one.state];
    const event = { ...one.events.at(-1)!, told: ['h1', 'h2', 'sA'] };
    expect(noticesOf(before, after, event).map(({ person, kind }) => `${person} ${kind}`)).toEqual([
      'h1 effectOfLaw',
      'h2 effectOfLaw',
      'sA effectOfLaw',
    ]);
  });

  test('does not wait while the case is suspended', () => {
    const one = renewal().do('sA', 'suspend').on('2026-03-15');
    expect(one.state.renewedByLawAt).toBeDefined();
  });

  test('stands in lists by that day when it comes before the end of the statutory limit', () => {
    expect(listedDue(renewal().state)).toMatchObject({ name: 'effectOfLaw' });
    expect(listedDue(renewal('2026-12-31').state)).toMatchObject({ name: 'overall' });
  });

  test('has no such day any more once it is decided, or the case ends', () => {
    const decided = granted(renewal()).on('2026-03-31');
    const ended = renewal().do('l1', 'terminate').on('2026-03-31');
    for (const one of [decided, ended]) {
      expect(ofThePermit(one).filter((line) => line.includes('effectOfLaw'))).toEqual([]);
      expect(one.due('effectOfLaw')).toBeUndefined();
      expect(one.state.renewedByLawAt).toBeUndefined();
    }
  });

  test('may still be decided afterwards, with the law’s effect on record', () => {
    const one = granted(renewal().on('2026-03-16'));
    expect([one.state.stage, one.state.renewedByLawAt === undefined]).toEqual(['fulfilment', false]);
    expect(ofThePermit(one.on('2026-04-30'))).not.toContain('plus5 openSupervision 2026-03-20');
  });

  test('is a matter of renewals alone', () => {
    const one = new PureCase({ category: 'permit', onApplication: true }).do('h1', 'register');
    expect(one.due('effectOfLaw')).toBeUndefined();
  });
});
