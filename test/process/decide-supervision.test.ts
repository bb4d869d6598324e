import { describe, expect, test } from '@jest/globals';
import { isInHand } from '../../domain/ended.ts';
import { listedDue } from '../../domain/listed-due.ts';
import { dayOf } from '../../domain/calendar.ts';
import { caseIn } from '../support/case-in-stage.ts';
import type { PureCase } from '../support/pure-case.ts';
import { says } from '../support/says.ts';

const ordered = (stage: Parameters<typeof caseIn>[0] = 'legalReview') => caseIn(stage).do('o1', 'openSupervision');
const replied = () => ordered().do('l4', 'replySupervision');
const returned = () => replied().do('o1', 'returnSupervision');
const rungs = (one: PureCase) =>
  one.events.flatMap(({ type, rung, at }) =>
    rung?.clock.endsWith('supervision') ? [`${rung.name} ${type} ${dayOf(type === 'remind' ? at : at - 1000)}`] : [],
  );

describe('supervision orders on a case', () => {
  says([
    ['a second order while one is open', () => ordered().asks('o1', 'openSupervision'), 'supervision.openAlready'],
    ['an order without a reason', () => caseIn('legalReview').asks('o1', 'openSupervision', { given: [] }), 'reasons.missing'],
    ['a reply to nothing', () => caseIn('legalReview').asks('sA', 'replySupervision'), 'supervision.none'],
    ['a reply without words', () => ordered().asks('sA', 'replySupervision', { given: [] }), 'reasons.missing'],
    ['a reply by the holder, who is no head', () => ordered().asks('r1', 'replySupervision'), 'role.missing'],
    ['a reply by the overseer', () => ordered().asks('o1', 'replySupervision'), 'role.missing'],
    ['a second reply before the overseer looked', () => replied().asks('sA', 'replySupervision'), 'supervision.repliedAlready'],
    ['a reply after the return', () => returned().asks('sA', 'replySupervision'), 'yes'],
    ['closing where there is no order', () => caseIn('legalReview').asks('o1', 'closeSupervision'), 'supervision.none'],
    ['closing before a reply', () => ordered().asks('o1', 'closeSupervision'), 'supervision.noReply'],
    ['closing after a reply', () => replied().asks('o1', 'closeSupervision'), 'yes'],
    ['closing after the reply was sent back', () => returned().asks('o1', 'closeSupervision'), 'supervision.noReply'],
    ['closing by an overseer elsewhere', () => replied().asks('oX', 'closeSupervision'), 'role.missing'],
    ['closing by the agency itself', () => replied().asks('l1', 'closeSupervision'), 'role.missing'],
    ['sending back before a reply', () => ordered().asks('o1', 'returnSupervision'), 'supervision.noReply'],
    ['sending back what was sent back', () => returned().asks('o1', 'returnSupervision'), 'supervision.noReply'],
    ['sending back without reasons', () => replied().asks('o1', 'returnSupervision', { given: [] }), 'reasons.missing'],
    ['sending back after a reply', () => replied().asks('o1', 'returnSupervision'), 'yes'],
    ['sending back by an overseer elsewhere', () => replied().asks('oX', 'returnSupervision'), 'role.missing'],
    ['another order after it was closed', () => replied().do('o1', 'closeSupervision').asks('o1', 'openSupervision'), 'yes'],
    ['an order on an archived case', () => caseIn('archived').asks('o1', 'openSupervision'), 'yes'],
    ['a reply in a terminated case', () => ordered('terminated').asks('l1', 'replySupervision'), 'yes'],
  ]); // prettier-ignore
});

describe('the order in the state', () => {
  test('says who opened it and when, who replied, and how often the reply was sent back', () => {
    const { supervision } = returned().do('sA', 'replySupervision').state;
    expect(supervision).toMatchObject({
      openedBy: 'o1',
      because: null,
      status: 'replied',
      repliedBy: 'sA',
      returns: 1,
    });
  });

  test('of one that the clock opened says which rung of which deadline', () => {
    const one = caseIn('legalReview').on('2026-03-20');
    expect(one.state.supervision).toMatchObject({
      openedBy: 'system',
      because: { clock: 'stage', limit: 'legalReview', rung: 'plus5' },
      status: 'open',
    });
    expect(one.state.supervision!.openedAt).toBe(Date.parse('2026-03-17T00:00:00+08:00'));
  });
});

describe('its reply deadline', () => {
  test('begins with the order, ends with the reply, and begins anew when the reply is sent back', () => {
    const one = ordered();
    expect(one.due('supervision')).toBe('2026-03-09');
    one.on('2026-03-04').do('l4', 'replySupervision');
    expect(one.due('supervision')).toBeUndefined();
    one.on('2026-03-12').do('o1', 'returnSupervision');
    expect(one.due('supervision')).toBe('2026-03-19');
  });

  test('begins by itself with the order that the clock opens', () => {
    expect(caseIn('legalReview').on('2026-03-17').due('supervision')).toBe('2026-03-24');
  });

  test('has its ladder, whose last rung escalates and opens no second order', () => {
    expect(rungs(ordered().do('q1', 'suspend').on('2026-06-01'))).toEqual([
      'halfWay remind 2026-03-05',
      'oneDayBefore remind 2026-03-06',
      'due markOverdue 2026-03-09',
      'plus2 escalate 2026-03-11',
      'plus5 escalate 2026-03-16',
    ]);
  });

  test('nothing of a deadline that was met fires, and a new one begins at its first rung', () => {
    const one = ordered().do('q1', 'suspend').on('2026-03-06 10:00').do('l4', 'replySupervision').on('2026-04-01');
    expect(rungs(one)).toEqual(['halfWay remind 2026-03-05', 'oneDayBefore remind 2026-03-06']);
    one.do('o1', 'returnSupervision').on('2026-04-10');
    expect(rungs(one).slice(2)).toEqual(['halfWay remind 2026-04-07', 'oneDayBefore remind 2026-04-08', 'due markOverdue 2026-04-09']); // prettier-ignore
  });

  test('runs on while the case is suspended: an order is about the agency, not the case', () => {
    const one = ordered().do('q1', 'suspend').on('2026-03-11');
    expect(one.due('supervision')).toBe('2026-03-09');
    expect(one.do('q1', 'resume').due('supervision')).toBe('2026-03-09');
  });

  test.each(['terminate', 'transfer'] as const)('outlives the case: %s does not end it', (action) => {
    const one = ordered().do('l1', action);
    expect([one.due('supervision'), isInHand(one.state)]).toEqual(['2026-03-09', true]);
    one.on('2026-06-01');
    expect(rungs(one).at(-1)).toBe('plus5 escalate 2026-03-16');
    one.do('l1', 'replySupervision');
    expect([one.due('supervision'), isInHand(one.state)]).toEqual([undefined, true]);
    expect(isInHand(one.do('o1', 'closeSupervision').state)).toBe(false);
  });

  test('is the due moment by which an archived case is listed', () => {
    const one = caseIn('archived');
    expect([listedDue(one.state), isInHand(one.state)]).toEqual([null, false]);
    expect(listedDue(one.do('o1', 'openSupervision').state)).toMatchObject({ name: 'supervision' });
    expect(listedDue(one.do('l1', 'replySupervision').state)).toBeNull();
  });
});
