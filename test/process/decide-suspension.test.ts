import { describe, expect, test } from '@jest/globals';
import type { Clock, ClockName } from '../../domain/state.ts';
import { actions, type Action } from '../../domain/process.ts';
import { fellDue } from '../../domain/wake.ts';
import { caseIn, published } from '../support/case-in-stage.ts';
import { STAGES } from '../fixtures/who-may-do-what.ts';
import type { PureCase } from '../support/pure-case.ts';
import { says } from '../support/says.ts';

const suspended = (one: PureCase) => one.do('q1', 'suspend');
const dues = (one: PureCase) => Object.fromEntries((['stage', 'overall', 'serve', 'publish', 'statement', 'hearing'] as ClockName[]).map((name) => [name, one.due(name)]).filter(([, day]) => day)); // prettier-ignore

describe('suspending', () => {
  says([
    ...['hearing', 'expertAppraisal', 'litigation', 'forceMajeure', 'otherLawful'].map((ground) => [`for ${ground}`, () => caseIn('legalReview').asks('q1', 'suspend', { ground }), 'yes'] as const),
    ['because there is much to do', () => caseIn('legalReview').asks('q1', 'suspend', { ground: 'busy' }), 'suspension.noLawfulGround'],
    ['for no ground', () => caseIn('legalReview').asks('q1', 'suspend', { ground: undefined }), 'suspension.noLawfulGround'],
    ['what is suspended', () => caseIn('suspended').asks('q1', 'suspend'), 'stage.wrongStage'],
    ['resuming what runs', () => caseIn('legalReview').asks('q1', 'resume'), 'stage.wrongStage'],
    ['resuming without a reason', () => caseIn('suspended').asks('q1', 'resume', { given: [] }), 'reasons.missing'],
    ['evidence during a suspension', () => caseIn('suspended').asks('h1', 'addRecord'), 'yes'],
    ['an answer during a suspension', () => caseIn('suspended').asks('h1', 'recordAnswer'), 'yes'],
    ['an opinion during a suspension', () => caseIn('suspended').asks('r1', 'giveOpinion'), 'stage.wrongStage'],
    ['ending a suspended review', () => caseIn('suspended').asks('l2', 'terminate'), 'yes'],
  ]); // prettier-ignore

  // "any open stage before issuing": a suspension does not open what was shut where the case came from.
  const after = (stage: 'issuing' | 'fulfilment' | 'closing') => suspended(caseIn(stage));
  says(
    (['issuing', 'fulfilment', 'closing'] as const).flatMap((stage) => [
      [`ending a case suspended in ${stage}`, () => after(stage).asks('l2', 'terminate'), 'stage.wrongStage'] as const,
      [
        `transferring a case suspended in ${stage}`,
        () => after(stage).asks('l1', 'transfer'),
        'stage.wrongStage',
      ] as const,
      [
        `a notice in a case suspended in ${stage}`,
        () => after(stage).asks('h1', 'recordNotice'),
        'stage.wrongStage',
      ] as const,
      [
        `a hearing in a case suspended in ${stage}`,
        () => after(stage).asks('r2', 'recordHearing'),
        'stage.wrongStage',
      ] as const,
      [`evidence in a case suspended in ${stage}`, () => after(stage).asks('h1', 'addRecord'), 'yes'] as const,
    ]),
  );
});

describe('which clocks stand still during a suspension of four working days', () => {
  test('the stage and the overall limit do, the periods of the party run on', () => {
    const one = caseIn('legalReview').do('h1', 'recordNotice', { hearingRight: true });
    expect(dues(one)).toEqual({
      stage: '2026-03-09',
      overall: '2026-06-01',
      statement: '2026-03-09',
      hearing: '2026-03-09',
    });
    expect(dues(suspended(one).on('2026-03-06'))).toEqual({
      overall: 'still',
      statement: '2026-03-09',
      hearing: '2026-03-09',
    });
    expect(dues(one.do('q1', 'resume'))).toEqual({
      stage: '2026-03-13',
      overall: '2026-06-04',
      statement: '2026-03-09',
      hearing: '2026-03-09',
    });
  });
  test('serving and publishing do', () => {
    const one = suspended(caseIn('fulfilment')).on('2026-03-06');
    expect(dues(one)).toEqual({ serve: 'still', publish: 'still' });
    expect(dues(one.do('q1', 'resume'))).toEqual({ serve: '2026-03-17', publish: '2026-03-17' });
  });
  test('a supplement or an adviser pauses the review alone', () => {
    const asked = caseIn('supplementing').on('2026-03-04');
    expect(dues(asked)).toEqual({ stage: '2026-03-05', overall: '2026-06-01' });
    expect(dues(asked.do('h1', 'supplement'))).toMatchObject({ stage: '2026-03-11', overall: '2026-06-01' });
    expect(dues(caseIn('advising').on('2026-03-03').do('a1', 'advise'))).toMatchObject({
      stage: '2026-03-10',
      overall: '2026-06-01',
    });
  });
});

describe('the overall limit', () => {
  says([
    ['extended without naming the law', () => caseIn('legalReview').asks('l2', 'extendOverall', { given: ['reason'] }), 'reasons.missing'],
    ['extended', () => caseIn('legalReview').asks('l2', 'extendOverall'), 'yes'],
    ['extended twice', () => caseIn('legalReview').do('l2', 'extendOverall').asks('l2', 'extendOverall'), 'overall.extendedAlready'],
    ['extended on its due day', () => caseIn('legalReview').on('2026-06-01 18:00').asks('l2', 'extendOverall'), 'yes'],
    ['extended after its due day', () => caseIn('legalReview').on('2026-06-02').asks('l2', 'extendOverall'), 'overall.extendedLate'],
    ['extended after its due day, in a suspension', () => suspended(caseIn('legalReview').on('2026-06-02')).asks('l2', 'extendOverall'), 'overall.extendedLate'],
    ['a review extended after its due day', () => caseIn('legalReview').on('2026-03-10').asks('q1', 'extendReview'), 'review.extendedLate'],
    ['extended where there is none', () => caseIn('legalReview', { category: 'inspection' }).asks('l2', 'extendOverall'), 'overall.none'],
  ]); // prettier-ignore
});

describe('a publication that must come down', () => {
  /** Annulled on Monday on our own motion, suspended on the same day. */
  const suspendedAfter = () => published(caseIn('fulfilment')).do('l2', 'amendDecision').do('sA', 'suspend');

  test('must within three working days, whatever the case waits for', () => {
    const one = suspendedAfter();
    expect([one.due('withdraw'), one.on('2026-03-10').events.at(-1)?.type]).toEqual(['2026-03-05', 'escalate']);
    expect(one.asks('p1', 'withdrawPublication')).toBe('yes');
  });

  test('and stood still in a case suspended before that was so, runs on when the case does', () => {
    const one = suspendedAfter();
    const at = one.now;
    const still = (clock: Clock) => ({ ...clock, dueAt: null, rungs: {}, pauses: [{ from: at, to: null }] });
    const clocks = one.state.clocks.map((clock) => (clock.name === 'withdraw' ? still(clock) : clock));
    one.state = { ...one.state, clocks };
    expect(one.on('2026-03-09').due('withdraw')).toBe('still');
    expect(one.do('sA', 'resume').due('withdraw')).toBe('2026-03-12');
  });
});

describe('time never decides', () => {
  test.each(Object.keys(actions) as Action[])('%s by the clock is refused in every stage', (action) => {
    const answers = new Set(STAGES.map((stage) => caseIn(stage).asks('system', action)));
    expect([...answers]).toEqual(['time.neverDecides']);
  });

  test.each(STAGES)('two years pass in %s, and nothing but reminders and delays is written', (stage) => {
    const one = caseIn(stage);
    const { stage: before, holder, pass, decision, round, tookPart } = one.state;
    const known = one.events.length;
    one.on('2028-03-01');
    expect(one.state).toMatchObject({ stage: before, holder, pass, decision, round, tookPart });
    const told = ['remind', 'markOverdue', 'escalate', 'openSupervision'];
    expect(one.events.slice(known).every(({ type, actor }) => told.includes(type) && actor === 'system')).toBe(true);
    expect(fellDue(one.state, one.now)).toBeNull();
  });

  test.each(['terminated', 'transferred', 'archived'] as const)(
    'nothing falls due any more in a case that is %s',
    (stage) => {
      const one = caseIn(stage);
      const known = one.events.length;
      expect(one.on('2028-03-01').events.length).toBe(known);
    },
  );

  test('each deadline is marked overdue once', () => {
    const one = published(caseIn('fulfilment'))
      .do('h1', 'recordExecution')
      .do('h1', 'close')
      .on('2026-06-01')
      .on('2026-07-01');
    const marked = one.events.flatMap(({ type, rung }) => (type === 'markOverdue' ? [rung!.clock.split(':')[1]] : []));
    expect(marked).toEqual(['stage', 'supervision']);
  });
});
