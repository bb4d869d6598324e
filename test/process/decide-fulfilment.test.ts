import { describe, expect, test } from '@jest/globals';
import { caseIn, published } from '../support/case-in-stage.ts';
import { proposal } from '../support/plausible-input.ts';
import { PureCase } from '../support/pure-case.ts';
import { says } from '../support/says.ts';

const served = () => caseIn('fulfilment').do('h1', 'serve');
const prepared = () => served().do('p1', 'preparePublication');
const approved = () => prepared().do('p2', 'approvePublication');
const up = () => published(caseIn('fulfilment'));
const exemption = () => served().do('p1', 'exemptPublication');
const obligations = (one: PureCase) => one.state.obligations;

describe('what a decision obliges to', () => {
  test('a penalty: serving, publishing and executing, each by its day', () => {
    const one = caseIn('fulfilment');
    expect([obligations(one), one.due('serve'), one.due('publish'), one.due('overall')]).toEqual([
      { serve: 'open', publish: 'open', execute: 'open' },
      '2026-03-11',
      '2026-03-11',
      undefined,
    ]);
  });
  test('a permit granted: nothing to execute, ten working days to serve', () => {
    const one = new PureCase({ category: 'permit', certificateCategory: 'penalty' })
      .do('h1', 'register')
      .do('h1', 'saveDraft', {
        draft: { ...proposal(0, ['grant']), digests: { text: '', facts: '', basis: '', tier: '' } },
      });
    one
      .do('h1', 'submit')
      .do('f1', 'passFirstReview')
      .do('sA', 'signOffSection')
      .do('q1', 'acceptForReview')
      .do('r1', 'giveOpinion')
      .do('q1', 'approveOpinion')
      .do('l2', 'approveAsLeader')
      .do('h1', 'issueDecision');
    expect([obligations(one)?.execute, one.due('serve'), one.due('publish')]).toEqual([
      'none',
      '2026-03-16',
      '2026-03-11',
    ]);
  });
  test('another decision is published within twenty working days', () => {
    expect(caseIn('fulfilment', { category: 'coercion' }).due('publish')).toBe('2026-03-30');
  });
  test('a summary decision is filed with the agency besides', () => {
    const one = new PureCase({ procedure: 'summary' })
      .do('h1', 'register')
      .do('h1', 'recordNotice')
      .do('h1', 'recordAnswer')
      .do('h1', 'issueDecision');
    expect(obligations(one)).toEqual({ serve: 'open', publish: 'open', execute: 'open', file: 'open' });
    published(one).do('h1', 'recordExecution');
    expect(one.asks('h1', 'close')).toBe('fulfilment.obligationsOpen');
    expect(one.do('h1', 'fileSummary').asks('h1', 'close')).toBe('yes');
    expect(one.asks('h1', 'fileSummary')).toBe('fulfilment.alreadyDone');
  });
  says([
    ['serving without a receipt', () => caseIn('fulfilment').asks('h1', 'serve', { given: ['method'] }), 'service.noReceipt'],
    ['serving without a method', () => caseIn('fulfilment').asks('h1', 'serve', { given: ['receipt'] }), 'service.noReceipt'],
    ['serving twice', () => served().asks('h1', 'serve'), 'fulfilment.alreadyDone'],
    ['executing in a way no law knows', () => served().asks('h1', 'recordExecution', { kind: 'forgotten' }), 'execution.kind'],
    ['executing what is done', () => served().do('h1', 'recordExecution').asks('h1', 'recordExecution'), 'fulfilment.alreadyDone'],
    ['closing after instalments were agreed', () => up().do('h1', 'recordExecution', { kind: 'instalments' }).asks('h1', 'close'), 'fulfilment.obligationsOpen'],
    ['closing when the execution was terminated on a ground of the law', () => up().do('h1', 'recordExecution', { kind: 'executionTerminated', given: ['basis'] }).asks('h1', 'close'), 'yes'],
    ['terminating the execution without a ground', () => served().asks('h1', 'recordExecution', { kind: 'executionTerminated' }), 'execution.whyTerminated'],
    ['closing before publication', () => served().do('h1', 'recordExecution').asks('h1', 'close'), 'fulfilment.obligationsOpen'],
    ['closing when all is done', () => up().do('h1', 'recordExecution').asks('h1', 'close'), 'yes'],
    ['archiving an incomplete file', () => caseIn('closing').asks('d1', 'archive', { catalogueComplete: false }), 'archive.incomplete'],
    ['archiving a file without pages', () => caseIn('closing').asks('d1', 'archive', { pages: 0 }), 'archive.incomplete'],
  ]); // prettier-ignore
});

describe('publication', () => {
  says([
    ['prepared before the decision was served', () => caseIn('fulfilment').asks('p1', 'preparePublication', { given: [] }), 'publication.notServed'],
    ['prepared before, with a reason', () => caseIn('fulfilment').asks('p1', 'preparePublication', { given: ['earlyReason'] }), 'yes'],
    ['approved before anything was prepared', () => served().asks('p2', 'approvePublication'), 'publication.notPrepared'],
    ['approved by who prepared it', () => prepared().asks('p1', 'approvePublication'), 'publication.samePerson'],
    ['approved by another without confirming the redaction', () => prepared().asks('p2', 'approvePublication', { redactionConfirmed: false }), 'publication.redactionUnconfirmed'],
    ['approved by another', () => prepared().asks('p2', 'approvePublication'), 'yes'],
    ['approved by the section head', () => prepared().asks('sA', 'approvePublication'), 'yes'],
    ['approved by the legal head', () => prepared().asks('q1', 'approvePublication'), 'yes'],
    ['published before it was prepared', () => served().asks('p1', 'publish'), 'publication.notPrepared'],
    ['published before it was approved', () => prepared().asks('p1', 'publish'), 'publication.notApproved'],
    ['published after being prepared anew', () => approved().do('p1', 'preparePublication').asks('p1', 'publish'), 'publication.notApproved'],
    ['published with an identity number', () => approved().asks('p1', 'publish', { fields: ['CF_XDR_MC', 'CF_XDR_ZJHM'] }), 'publication.forbiddenField'],
    ['published with the number of a legal representative', () => approved().asks('p1', 'publish', { fields: ['CF_FR_ZJHM'] }), 'publication.forbiddenField'],
    ['published with a field no form knows', () => approved().asks('p1', 'publish', { fields: ['partyIdNo'] }), 'publication.forbiddenField'],
    ['published with lawful fields', () => approved().asks('p1', 'publish', { fields: ['CF_XDR_MC', 'CF_WSH'] }), 'yes'],
    ['published twice', () => up().asks('p1', 'publish'), 'fulfilment.alreadyDone'],
    ['approved once more after it went up', () => up().asks('p2', 'approvePublication'), 'fulfilment.alreadyDone'],
    ['withheld because the party asks', () => served().asks('p1', 'exemptPublication', { ground: 'partyRequest' }), 'publication.noLawfulGround'],
    ...['stateSecret', 'businessSecret', 'privacy', 'minor', 'publicSafety', 'otherLawful'].map((ground) => [`withheld for ${ground}`, () => served().asks('p1', 'exemptPublication', { ground }), 'yes'] as const),
    ['an exemption approved by a publisher', () => exemption().asks('p2', 'approvePublication'), 'role.missing'],
    ['an exemption approved by the section head', () => exemption().asks('sA', 'approvePublication'), 'role.missing'],
    ['an exemption approved by the legal head', () => exemption().asks('q1', 'approvePublication'), 'yes'],
    ['an exemption the legal head does not approve', () => exemption().asks('q1', 'approvePublication', { exemptionApproved: false }), 'publication.notApproved'],
    ['a correction before anything is up', () => approved().asks('p1', 'correctPublication'), 'publication.notPublished'],
    ['a correction without saying what', () => up().asks('p1', 'correctPublication', { given: [] }), 'reasons.missing'],
    ['a correction', () => up().asks('p1', 'correctPublication'), 'yes'],
    ['a correction in an archived case', () => caseIn('archived').asks('p1', 'correctPublication'), 'yes'],
    ['a withdrawal while the decision stands', () => up().asks('p1', 'withdrawPublication'), 'publication.nothingToWithdraw'],
    ['a withdrawal while the decision stands, archived', () => caseIn('archived').asks('p1', 'withdrawPublication'), 'publication.nothingToWithdraw'],
  ]); // prettier-ignore

  test('an exemption that is approved fulfils the obligation and stops its clock', () => {
    const one = exemption().do('q1', 'approvePublication');
    expect([obligations(one)?.publish, one.due('publish')]).toEqual(['exempt', undefined]);
  });
});

describe('amendment and annulment', () => {
  const amended = () => caseIn('archived').do('l1', 'amendDecision');
  const annulled = () => caseIn('archived').do('l1', 'annulDecision');
  const redone = () => caseIn('archived').do('l1', 'annulDecision', { redo: true, given: ['reason', 'source'] });
  const reviewedAgain = (one: PureCase) =>
    one
      .do('h1', 'saveDraft')
      .do('h1', 'submit')
      .do('f1', 'passFirstReview')
      .do('sA', 'signOffSection')
      .do('q1', 'acceptForReview')
      .do('r1', 'giveOpinion')
      .do('q1', 'approveOpinion')
      .do('l2', 'approveAsLeader');
  says([
    ['an amendment without a reason', () => up().asks('l1', 'amendDecision', { given: ['source'] }), 'reasons.missing'],
    ['an amendment without its source', () => up().asks('l1', 'amendDecision', { given: ['reason'] }), 'reasons.missing'],
    ['an annulment without the document that orders it', () => up().asks('l1', 'annulDecision', { given: ['reason', 'source'] }), 'reasons.missing'],
    ['an annulment on our own motion, reviewed again', () => up().asks('l1', 'annulDecision', { redo: true, given: ['reason', 'source'] }), 'yes'],
    ['a withdrawal after an amendment', () => amended().asks('p1', 'withdrawPublication'), 'yes'],
    ['a withdrawal after an amendment was submitted', () => amended().do('h1', 'saveDraft').do('h1', 'submit').asks('p1', 'withdrawPublication'), 'yes'],
    ['a withdrawal after an annulment', () => annulled().asks('p1', 'withdrawPublication'), 'yes'],
    ['a second withdrawal', () => annulled().do('p1', 'withdrawPublication').asks('p1', 'withdrawPublication'), 'publication.nothingToWithdraw'],
    ['archiving while it is still up', () => annulled().asks('d1', 'archive'), 'publication.stillUp'],
    ['archiving after the withdrawal', () => annulled().do('p1', 'withdrawPublication').asks('d1', 'archive'), 'yes'],
    ['refunding after an annulment', () => annulled().asks('h1', 'recordExecution', { kind: 'refunded' }), 'yes'],
    ['executing while closing a decision that stands', () => caseIn('closing').asks('h1', 'recordExecution'), 'fulfilment.alreadyDone'],
    ['a decision on our own motion without a new review', () => redone().asks('h1', 'issueDecision'), 'gate.noPass'],
    ['an amended decision after a new review, long after the overall limit', () => reviewedAgain(amended()).on('2026-09-01').asks('h1', 'issueDecision'), 'yes'],
    ['an overall limit extended after an amendment', () => amended().asks('l1', 'extendOverall'), 'overall.none'],
  ]); // prettier-ignore

  test.each([
    ['amended', amended],
    ['annulled', annulled],
    ['annulled and redone', redone],
  ] as const)('what is %s comes down within three working days', (_how, file) => {
    expect(file().due('withdraw')).toBe('2026-03-05');
    expect(file().do('p1', 'withdrawPublication').due('withdraw')).toBeUndefined();
  });

  const reissued = (before = amended()) => reviewedAgain(before).do('h1', 'issueDecision').do('h1', 'serve');
  const amendedUnpublished = (one: PureCase) => reissued(one.do('l1', 'amendDecision'));
  says([
    ['the old publication after the amended decision was issued', () => reissued().asks('p1', 'withdrawPublication'), 'yes'],
    ['approving for the new decision what is up for the old one', () => reissued().asks('p2', 'approvePublication'), 'publication.notPrepared'],
    ['approving for the new decision what came down with the old one', () => reissued().do('p1', 'withdrawPublication').asks('p2', 'approvePublication'), 'publication.notPrepared'],
    ['approving for the new decision what was prepared for the old one', () => amendedUnpublished(prepared()).asks('p2', 'approvePublication'), 'publication.notPrepared'],
    ['publishing for the new decision what was approved for the old one', () => amendedUnpublished(approved()).asks('p1', 'publish'), 'publication.notPrepared'],
    ['preparing it anew', () => amendedUnpublished(approved()).asks('p1', 'preparePublication'), 'yes'],
    ['a new publication while the old one is up', () => reissued().asks('p1', 'preparePublication'), 'publication.stillUp'],
    ['a new publication after the old one came down', () => reissued().do('p1', 'withdrawPublication').asks('p1', 'preparePublication'), 'yes'],
    ['the new publication while its decision stands', () => reissued().do('p1', 'withdrawPublication').do('p1', 'preparePublication').do('p2', 'approvePublication').do('p1', 'publish').asks('p1', 'withdrawPublication'), 'publication.nothingToWithdraw'],
  ]); // prettier-ignore
});

describe('after archiving only amending, annulling, correcting, withdrawing and supervising', () => {
  const stillPossible = ['amendDecision', 'annulDecision', 'correctPublication', 'openSupervision'] as const;
  test.each(stillPossible)('%s', (action) => {
    const actor = { amendDecision: 'l1', annulDecision: 'l1', correctPublication: 'p1', openSupervision: 'o1' }[action];
    expect(caseIn('archived').asks(actor, action)).toBe('yes');
  });
  test.each(['terminated', 'transferred'] as const)('a %s case is never opened again', (stage) => {
    const one = caseIn(stage);
    expect([one.asks('l1', 'amendDecision'), one.asks('l1', 'annulDecision'), one.asks('l1', 'resume')]).toEqual([
      'stage.wrongStage',
      'stage.wrongStage',
      'stage.final',
    ]);
    expect(one.asks('o1', 'openSupervision')).toBe('yes');
  });
});
