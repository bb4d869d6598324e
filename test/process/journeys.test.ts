import { describe, expect, test } from '@jest/globals';
import { caseIn, published, verdict } from '../support/case-in-stage.ts';
import { meeting } from '../support/plausible-input.ts';
import type { PureCase } from '../support/pure-case.ts';

/** Where a case stands: stage, who holds it, the round, the last day of the stage, of the overall limit. Begun on Monday, 2 March 2026; no holiday that month. */
function stands(one: PureCase) {
  const { stage, holder, round } = one.state;
  return [stage, [...holder].sort().join(), round, one.due() ?? '-', one.due('overall') ?? '-'];
}
const running = '2026-06-01'; // 90 days from filing end on a Sunday, 31 May
const clocks = (one: PureCase) => one.state.clocks.map(({ name }) => name).sort();
const resubmitted = (one: PureCase) =>
  one.do('h1', 'submit').do('f1', 'passFirstReview').do('sA', 'signOffSection').do('q1', 'acceptForReview');

describe('returned to the investigation, with a new deadline at every re-entry and nothing left of the old one', () => {
  test.each([
    ['by the first reviewer', 'firstReview', 'f1', 'returnByFirstReviewer'],
    ['by the section head', 'sectionSignOff', 'sA', 'returnBySectionHead'],
    ['by the leader', 'leaderApproval', 'l2', 'returnByLeader'],
    ['by the handlers, from issuing', 'issuing', 'h1', 'reopen'],
  ] as const)('%s', (_how, stage, actor, action) => {
    const one = caseIn(stage).on('2026-03-03').do(actor, action);
    expect(stands(one)).toEqual(['investigating', 'h1,h2', one.state.round, '-', running]);
    expect(one.state.clocks.filter(({ name }) => name === 'stage')).toEqual([]);
    expect(stands(one.on('2026-03-06').do('h1', 'submit'))).toEqual([
      'firstReview',
      'f1',
      one.state.round,
      '2026-03-10',
      running,
    ]);
  });

  test.each(['firstReview', 'sectionSignOff', 'intake', 'supplementing'] as const)('by withdrawal from %s', (stage) => {
    const one = caseIn(stage);
    const { round } = one.state;
    expect(stands(one.do('h2', 'withdrawSubmission'))).toEqual(['investigating', 'h1,h2', round, '-', running]);
    expect(one.state.frames).toEqual([]);
  });
});

describe('a supplement', () => {
  test('from intake pauses intake, and goes back there', () => {
    const one = caseIn('intake').do('q1', 'requestSupplement');
    expect(stands(one)).toEqual(['supplementing', 'h1,h2', 0, '2026-03-05', running]);
    expect(stands(one.on('2026-03-04').do('h1', 'supplement'))).toEqual(['intake', 'q1', 0, '2026-03-05', running]);
  });
  test('from the review pauses the review, and goes back to its reviewer', () => {
    const one = caseIn('legalReview').on('2026-03-04').do('r1', 'requestSupplement');
    expect(stands(one)).toEqual(['supplementing', 'h1,h2', 1, '2026-03-09', running]);
    expect(stands(one.on('2026-03-06').do('h1', 'supplement'))).toEqual([
      'legalReview',
      'r1',
      1,
      '2026-03-11',
      running,
    ]);
  });
  test('twice moves the due day twice', () => {
    const one = caseIn('supplementing')
      .on('2026-03-03')
      .do('h1', 'supplement')
      .on('2026-03-04')
      .do('r1', 'requestSupplement')
      .on('2026-03-06')
      .do('h1', 'supplement');
    expect(stands(one)).toEqual(['legalReview', 'r1', 1, '2026-03-12', running]);
  });
  test('over a weekend moves it by working days alone', () => {
    const one = caseIn('legalReview')
      .on('2026-03-06')
      .do('r1', 'requestSupplement')
      .on('2026-03-08')
      .do('h1', 'supplement');
    expect(stands(one)).toEqual(['legalReview', 'r1', 1, '2026-03-09', running]);
  });
});

test('advice pauses the review and goes back to its reviewer', () => {
  const one = caseIn('legalReview').do('r1', 'consultAdviser');
  expect(stands(one)).toEqual(['advising', 'a1', 1, '2026-03-05', running]);
  expect(stands(one.on('2026-03-05').do('a1', 'advise'))).toEqual(['legalReview', 'r1', 1, '2026-03-12', running]);
});

describe('an opinion returned by the legal head', () => {
  const given = () => caseIn('legalReview').on('2026-03-04').do('r1', 'giveOpinion');
  test('once gives a fresh period', () => {
    expect(stands(given().on('2026-03-05').do('q1', 'returnOpinion'))).toEqual([
      'legalReview',
      'r1',
      1,
      '2026-03-12',
      running,
    ]);
  });
  test('twice gives what was left on the day of the opinion', () => {
    const one = given()
      .on('2026-03-05')
      .do('q1', 'returnOpinion')
      .on('2026-03-09')
      .do('r1', 'giveOpinion')
      .on('2026-03-11')
      .do('q1', 'returnOpinion');
    expect(stands(one)).toEqual(['legalReview', 'r1', 1, '2026-03-16', running]);
  });
  test('twice, on the last day, gives two working days', () => {
    const one = given()
      .on('2026-03-05')
      .do('q1', 'returnOpinion')
      .on('2026-03-12')
      .do('r1', 'giveOpinion')
      .on('2026-03-13')
      .do('q1', 'returnOpinion');
    expect(stands(one)).toEqual(['legalReview', 'r1', 1, '2026-03-17', running]);
  });
  test('in the next round gives a fresh period again', () => {
    const one = verdict(given().do('q1', 'returnOpinion'), 'disagree')
      .do('sA', 'object')
      .do('r2', 'giveOpinion')
      .do('q1', 'returnOpinion');
    expect(stands(one)).toEqual(['legalReview', 'r2', 2, '2026-03-11', running]);
  });
});

test('an extension gives three working days more, once a round', () => {
  expect(stands(caseIn('legalReview').on('2026-03-09').do('q1', 'extendReview'))).toEqual([
    'legalReview',
    'r1',
    1,
    '2026-03-12',
    running,
  ]);
});

describe('the section responds', () => {
  test('within three working days', () => {
    expect(stands(caseIn('responding'))).toEqual(['responding', 'sA', 1, '2026-03-05', running]);
  });
  test('adopting sends it to the handlers, and the next review is the next round', () => {
    const one = caseIn('responding').do('sA', 'adoptOpinion');
    expect(stands(one)).toEqual(['investigating', 'h1,h2', 1, '-', running]);
    expect(stands(resubmitted(one.do('h1', 'saveDraft')))).toEqual(['legalReview', 'r1', 2, '2026-03-09', running]);
  });
  test('objecting gives it to the other reviewer in a new round', () => {
    expect(stands(caseIn('responding').on('2026-03-03').do('sA', 'object'))).toEqual([
      'legalReview',
      'r2',
      2,
      '2026-03-10',
      running,
    ]);
  });
});

describe('coordination', () => {
  test('is held by the leader in charge for five working days', () => {
    expect(stands(caseIn('coordination'))).toEqual(['coordination', 'l2', 2, '2026-03-09', running]);
  });
  test.each([
    ['investigating', ['investigating', 'h1,h2', 2, '-', running]],
    ['legalReview', ['legalReview', 'r2', 3, '2026-03-10', running]],
    ['terminated', ['terminated', '', 2, '-', '-']],
  ] as const)('ends in %s', (target, expected) => {
    expect(stands(caseIn('coordination').on('2026-03-03').do('l2', 'concludeCoordination', { target }))).toEqual(
      expected,
    );
  });
});

describe('the meeting', () => {
  const convened = () => caseIn('deliberation').on('2026-03-03').do('l1', 'conveneMeeting');
  test.each([
    ['issuing', ['issuing', 'h1,h2', 1, '2026-03-05', running]],
    ['investigating', ['investigating', 'h1,h2', 1, '-', running]],
    ['terminated', ['terminated', '', 1, '-', '-']],
    ['postponed', ['deliberation', 'l1', 1, '2026-03-09', running]],
  ] as const)('ends in %s', (result, expected) => {
    expect(stands(convened().do('l1', 'recordMeeting', { meeting: meeting({ result }) }))).toEqual(expected);
  });
});

test('the verdict transfer goes to the head of the agency, and the transfer ends every clock', () => {
  const one = verdict(caseIn('legalReview'), 'transfer');
  expect(stands(one)).toEqual(['leaderApproval', 'l1', 1, '2026-03-04', running]);
  expect([stands(one.do('l1', 'transfer')), clocks(one)]).toEqual([['transferred', '', 1, '-', '-'], []]);
});

describe('amendment and annulment', () => {
  const up = () => published(caseIn('fulfilment'));
  test('amended: investigated and reviewed again, without the overall limit', () => {
    const one = up().on('2026-03-10').do('l1', 'amendDecision');
    expect([stands(one), clocks(one), one.state.decision]).toEqual([
      ['investigating', 'h1,h2', 1, '-', '-'],
      ['withdraw'],
      null,
    ]);
    expect(stands(resubmitted(one.do('h1', 'saveDraft')))).toEqual(['legalReview', 'r1', 2, '2026-03-17', '-']);
  });
  test('annulled by another organ: closed', () => {
    const one = up().on('2026-03-10').do('l1', 'annulDecision');
    expect([stands(one), clocks(one), one.due('withdraw')]).toEqual([
      ['closing', 'h1,h2', 1, '2026-04-09', '-'],
      ['stage', 'withdraw'],
      '2026-03-13',
    ]);
  });
  test('annulled while closing: thirty new days', () => {
    expect(stands(caseIn('closing').on('2026-03-10').do('l1', 'annulDecision'))).toEqual([
      'closing',
      'h1,h2',
      1,
      '2026-04-09',
      '-',
    ]);
  });
  test('annulled after archiving: opened for closing, then archived again', () => {
    const one = caseIn('archived').on('2026-03-10').do('l1', 'annulDecision');
    expect(stands(one)).toEqual(['closing', 'h1,h2', 1, '2026-04-09', '-']);
    one.do('p1', 'withdrawPublication').do('h1', 'recordExecution', { kind: 'refunded' }).do('d1', 'archive');
    expect([stands(one), clocks(one)]).toEqual([['archived', '', 1, '-', '-'], []]);
  });
  test('annulled on our own motion: investigated and reviewed again', () => {
    expect(stands(up().do('l1', 'annulDecision', { redo: true, given: ['reason', 'source'] }))).toEqual([
      'investigating',
      'h1,h2',
      1,
      '-',
      '-',
    ]);
  });
});

describe('suspended and back', () => {
  // From Tuesday to Friday: three working days more for what is counted in working days, three days for what is counted in days.
  test.each([
    ['investigating', '-'],
    ['firstReview', '2026-03-09'],
    ['sectionSignOff', '2026-03-06'],
    ['intake', '2026-03-06'],
    ['supplementing', '2026-03-10'],
    ['legalReview', '2026-03-12'],
    ['advising', '2026-03-10'],
    ['legalSignOff', '2026-03-06'],
    ['responding', '2026-03-10'],
    ['coordination', '2026-03-12'],
    ['deliberation', '2026-03-12'],
    ['leaderApproval', '2026-03-09'],
    ['issuing', '2026-03-09'],
    ['fulfilment', '-'],
    ['closing', '2026-04-07'],
  ] as const)('from %s', (stage, due) => {
    // prettier-ignore
    const one = caseIn(stage);
    const before = stands(one);
    one.on('2026-03-03').do('q1', 'suspend');
    expect(stands(one)).toEqual(['suspended', '', before[2], '-', before[4] === '-' ? '-' : 'still']);
    one.on('2026-03-06').do('q1', 'resume');
    expect(stands(one)).toEqual([stage, before[1], before[2], due, before[4] === '-' ? '-' : '2026-06-03']);
  });

  test('during a supplement the review stays paused underneath', () => {
    const one = caseIn('supplementing')
      .on('2026-03-03')
      .do('q1', 'suspend')
      .on('2026-03-05')
      .do('q1', 'resume')
      .on('2026-03-06')
      .do('h1', 'supplement');
    expect(stands(one)).toEqual(['legalReview', 'r1', 1, '2026-03-13', '2026-06-02']);
  });
});
