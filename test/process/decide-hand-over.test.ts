import { describe, expect, test } from '@jest/globals';
import { caseIn } from '../support/case-in-stage.ts';
import { says } from '../support/says.ts';
import { smallAgency } from '../support/small-agency.ts';

const why = { given: ['reason'] };

describe('handing a task over', () => {
  const expired = () => {
    const one = caseIn('investigating');
    one.facts = smallAgency({ people: { h3: { certificate: null } } });
    return one;
  };
  says([
    ['a handler replaced by the section head', () => caseIn('investigating').asks('sA', 'reassign', { from: 'h1', to: 'h3' }), 'yes'],
    ['a handler hands their own part over', () => caseIn('legalReview').asks('h1', 'reassign', { from: 'h1', to: 'h3' }), 'yes'],
    ['a handler replaced by the other one', () => caseIn('investigating').asks('sA', 'reassign', { from: 'h1', to: 'h2' }), 'certificate.fewerThanTwo'],
    ['a handler stood in for by the other one', () => caseIn('investigating').asks('sA', 'delegate', { from: 'h1', to: 'h2' }), 'certificate.fewerThanTwo'],
    ['a handler replaced by one without a certificate', () => expired().asks('sA', 'reassign', { from: 'h1', to: 'h3' }), 'certificate.expired'],
    ['a handler replaced by one without the role', () => caseIn('investigating').asks('sA', 'reassign', { from: 'h1', to: 'd1' }), 'role.missing'],
    ['without reasons', () => caseIn('investigating').asks('sA', 'reassign', { from: 'h1', to: 'h3', given: [] }), 'reasons.missing'],
    ['to nobody', () => caseIn('investigating').asks('sA', 'reassign', { to: undefined }), 'reasons.missing'],
    ['the first review to a handler', () => caseIn('firstReview').asks('sA', 'reassign', { from: 'f1', to: 'h2' }), 'duty.separation'],
    ['the first review to another first reviewer', () => caseIn('firstReview').asks('sA', 'reassign', { from: 'f1', to: 'f2' }), 'yes'],
    ['the review to another reviewer, by the legal head', () => caseIn('legalReview').asks('q1', 'reassign', { from: 'r1', to: 'r2' }), 'yes'],
    ['the review by the section', () => caseIn('legalReview').asks('sA', 'reassign', { from: 'r1', to: 'r2' }), 'duty.notHolderOrHead'],
    ['the review by somebody who names himself as its holder', () => caseIn('legalReview').asks('p1', 'reassign', { from: 'p1', to: 'r2' }), 'duty.notHolderOrHead'],
    ['the review by the first reviewer who names himself', () => caseIn('legalReview').asks('f1', 'reassign', { from: 'f1', to: 'r2' }), 'duty.notHolderOrHead'],
    ['the review from one who does not hold it', () => caseIn('legalReview').asks('q1', 'reassign', { from: 'r2', to: 'r3' }), 'duty.notAssigned'],
    ['the review to an unqualified one', () => { const one = caseIn('legalReview'); one.facts = smallAgency({ people: { r2: { legalExam: false } } }); return one.asks('q1', 'reassign', { from: 'r1', to: 'r2' }); }, 'review.unqualified'],
    ['a second reviewer added by the legal head', () => caseIn('legalReview').asks('q1', 'addReviewer', { to: 'r2' }), 'yes'],
    ['a second reviewer added by the section', () => caseIn('legalReview').asks('sA', 'addReviewer', { to: 'r2' }), 'duty.notHolderOrHead'],
    ['a second reviewer who handled the case', () => { const one = caseIn('legalReview'); one.facts = smallAgency({ people: { h2: { roles: ['legalReviewer'], legalExam: true } } }); return one.asks('q1', 'addReviewer', { to: 'h2' }); }, 'duty.separation'],
    ['the approval by the head of the agency', () => caseIn('leaderApproval').asks('l1', 'reassign', { from: 'l2', to: 'l4' }), 'yes'],
    ['anything in an archived case', () => caseIn('archived').asks('l1', 'reassign', { from: 'h1', to: 'h3' }), 'stage.final'],
  ]); // prettier-ignore

  test('a handler replaced while the case is reviewed leaves the reviewer alone', () => {
    const { state } = caseIn('legalReview').do('sA', 'reassign', { from: 'h1', to: 'h3' });
    expect([state.handlers, state.holder, state.review?.reviewer]).toEqual([['h2', 'h3'], ['r1'], 'r1']);
  });

  test('two reviewers: either gives the opinion', () => {
    const one = caseIn('legalReview').do('q1', 'addReviewer', { to: 'r2' });
    expect([one.asks('r1', 'giveOpinion'), one.asks('r2', 'giveOpinion')]).toEqual(['yes', 'yes']);
  });
});

describe('a delegation', () => {
  const delegated = () =>
    caseIn('legalReview').do('q1', 'delegate', { from: 'r1', to: 'r2', until: '2026-03-04', ...why });
  says([
    ['without a last day', () => caseIn('legalReview').asks('q1', 'delegate', { from: 'r1', to: 'r2', until: undefined }), 'reasons.missing'],
    ['that ended yesterday', () => caseIn('legalReview').asks('q1', 'delegate', { from: 'r1', to: 'r2', until: '2026-03-01' }), 'reasons.missing'],
    ['for today alone', () => caseIn('legalReview').asks('q1', 'delegate', { from: 'r1', to: 'r2', until: '2026-03-02' }), 'yes'],
    ['while another runs', () => delegated().asks('q1', 'delegate', { from: 'r2', to: 'r3', until: '2026-03-05' }), 'delegation.running'],
    ['the delegate acts', () => delegated().asks('r2', 'giveOpinion'), 'yes'],
    ['the one who delegated', () => delegated().asks('r1', 'giveOpinion'), 'duty.notAssigned'],
    ['the delegate on the last day', () => delegated().on('2026-03-04 23:59').asks('r2', 'giveOpinion'), 'yes'],
    ['the delegate after the last day', () => delegated().on('2026-03-05').asks('r2', 'giveOpinion'), 'duty.notAssigned'],
    ['the holder after the last day', () => delegated().on('2026-03-05').asks('r1', 'giveOpinion'), 'yes'],
    ['a handler hands drafting to another', () => caseIn('investigating').do('h1', 'delegate', { from: 'h1', to: 'h3' }).asks('h3', 'saveDraft'), 'yes'],
    ['a stand-in for a handler does not do the first review', () => { const one = caseIn('investigating').do('h1', 'delegate', { from: 'h1', to: 'h3' }).do('h2', 'submit'); one.facts = smallAgency({ people: { h3: { roles: ['firstReviewer'] } } }); return one.asks('h3', 'passFirstReview'); }, 'duty.separation'],
  ]); // prettier-ignore

  test('that ends while the review waits for materials gives the review back to its holder', () => {
    const one = delegated().do('r2', 'requestSupplement').on('2026-03-05').do('h1', 'supplement');
    expect(one.state.holder).toEqual(['r1']);
  });
});

describe('hand-over while the case is suspended', () => {
  test('a reviewer replaced then holds the review after resumption', () => {
    const one = caseIn('legalReview').do('q1', 'suspend').do('q1', 'reassign', { from: 'r1', to: 'r2' });
    expect(one.state.holder).toEqual([]);
    one.do('q1', 'resume');
    expect([one.state.holder, one.state.review?.reviewer]).toEqual([['r2'], 'r2']);
  });

  test('a handler replaced then holds the task after resumption', () => {
    const one = caseIn('issuing').do('q1', 'suspend').do('sA', 'reassign', { from: 'h1', to: 'h3' }).do('q1', 'resume');
    expect([[...one.state.holder].sort(), [...one.state.handlers].sort()]).toEqual([
      ['h2', 'h3'],
      ['h2', 'h3'],
    ]);
  });
});

describe('comments and copies are for those who have or had a task, and for their heads', () => {
  says([
    ['a handler, later', () => caseIn('legalSignOff').asks('h2', 'comment'), 'yes'],
    ['the first reviewer, later', () => caseIn('issuing').asks('f1', 'copyTo'), 'yes'],
    ['the head of the agency, who heads them all', () => caseIn('firstReview').asks('l1', 'comment'), 'yes'],
    ['another section', () => caseIn('firstReview').asks('sB', 'comment'), 'duty.notHolderOrHead'],
    ['a reviewer before anything came to him', () => caseIn('firstReview').asks('r2', 'comment'), 'duty.notHolderOrHead'],
    ['an administrator', () => caseIn('firstReview').asks('y1', 'comment'), 'role.missing'],
    ['the overseeing bureau', () => caseIn('firstReview').asks('o1', 'comment'), 'role.missing'],
  ]); // prettier-ignore
});
