import { describe } from '@jest/globals';
import { caseIn } from '../support/case-in-stage.ts';
import { proposal } from '../support/plausible-input.ts';
import { PureCase } from '../support/pure-case.ts';
import { says } from '../support/says.ts';
import { smallAgency } from '../support/small-agency.ts';

// Of two refusals that both apply, the earlier of this order is answered (rehearsal.md 16). Each row makes two apply at once.
const left = { leftOn: '2026-01-01' };
const away = { leave: [{ from: '2026-03-01', to: '2026-03-31' }] };
const expired = {
  certificate: {
    categories: ['penalty'],
    regions: ['211103'],
    validFrom: '2020-01-01',
    validTo: '2026-01-01',
    status: 'valid',
  },
};
const withPeople = (people: NonNullable<Parameters<typeof smallAgency>[0]>['people']) => smallAgency({ people });

/** The case as it stands, with an organisation that changed meanwhile. */
function later(one: PureCase, people: NonNullable<Parameters<typeof smallAgency>[0]>['people']): PureCase {
  one.facts = withPeople(people);
  return one;
}

describe('before anything else: the record, time, the person', () => {
  says([
    ['deleting by the clock', () => caseIn('archived').asks('system', 'deleteRecord'), 'record.appendOnly'],
    [
      'editing by one who left',
      () => later(caseIn('closing'), { h1: left }).asks('h1', 'editRecord'),
      'record.appendOnly',
    ],
    [
      'an opinion by the clock in an archived case',
      () => caseIn('archived').asks('system', 'giveOpinion'),
      'time.neverDecides',
    ],
    [
      'a draft by one who left, in an archived case',
      () => later(caseIn('archived'), { h1: left }).asks('h1', 'saveDraft'),
      'person.left',
    ],
    [
      'a decision without a pass by one on leave',
      () => later(caseIn('legalReview'), { h1: away }).asks('h1', 'issueDecision'),
      'person.leave',
    ],
    [
      'leaving before leave',
      () => later(caseIn('legalReview'), { h1: { ...left, ...away } }).asks('h1', 'comment'),
      'person.left',
    ],
  ]);
});

describe('then the stage and the gate', () => {
  says([
    [
      'a decision without a pass in a transferred case',
      () => caseIn('transferred').asks('h1', 'issueDecision'),
      'stage.final',
    ],
    [
      'a draft in an archived case by one without the role',
      () => caseIn('archived').asks('p1', 'saveDraft'),
      'stage.final',
    ],
    [
      'a decision in the wrong stage without a pass',
      () => caseIn('legalReview').asks('h1', 'issueDecision'),
      'gate.noPass',
    ],
    [
      'an approval in the wrong stage without a pass',
      () => caseIn('responding').asks('l2', 'approveAsLeader'),
      'gate.noPass',
    ],
    [
      'a meeting in the wrong stage without a pass',
      () => caseIn('investigating').asks('l1', 'recordMeeting'),
      'gate.noPass',
    ],
    ['serving without a pass by one without the role', () => caseIn('firstReview').asks('p1', 'serve'), 'gate.noPass'],
    ['publishing without a pass by one without the role', () => caseIn('intake').asks('h1', 'publish'), 'gate.noPass'],
    [
      'a decision in the wrong stage with a pass',
      () => caseIn('leaderApproval').asks('h1', 'issueDecision'),
      'stage.wrongStage',
    ],
    [
      'a draft in the wrong stage by one without the role',
      () => caseIn('leaderApproval').asks('p1', 'saveDraft'),
      'stage.wrongStage',
    ],
    [
      'an approval of a major case by one leader',
      () => caseIn('deliberation').asks('l1', 'approveAsLeader'),
      'stage.wrongStage',
    ],
  ]);
});

describe('then role, section, separation, assignment, certificate', () => {
  const recusedFirst = () => caseIn('firstReview').do('fB', 'recuse', { person: 'fB' });
  const alsoHandler = () =>
    later(caseIn('firstReview').do('f1', 'passFirstReview').do('sA', 'returnBySectionHead'), {
      f1: { roles: ['firstReviewer', 'handler'], ...expired },
    });
  says([
    ['no role and another section', () => caseIn('firstReview').asks('hB', 'passFirstReview'), 'role.missing'],
    ['another section and recused', () => recusedFirst().asks('fB', 'passFirstReview'), 'role.otherSection'],
    ['separated and not assigned and without a certificate', () => alsoHandler().asks('f1', 'saveDraft'), 'duty.separation'],
    ['not assigned and without a certificate', () => later(caseIn('investigating'), { h3: expired }).asks('h3', 'saveDraft'), 'duty.notAssigned'],
    ['recused and neither holder nor head', () => recusedFirst().asks('fB', 'reassign', { from: 'f1' }), 'duty.separation'],
    ['neither holder nor head, and without reasons', () => caseIn('firstReview').asks('p1', 'reassign', { given: [] }), 'duty.notHolderOrHead'],
    ['without a certificate, and without a version', () => later(caseIn('investigating'), { h1: expired }).asks('h1', 'saveDraft', { version: undefined }), 'certificate.expired'],
    ['expired before the wrong category', () => later(caseIn('investigating'), { h1: { certificate: { ...expired.certificate, categories: [] } } }).asks('h1', 'saveDraft'), 'certificate.expired'],
  ]); // prettier-ignore
});

describe('for a person named: separation, leaving or leave, role or qualification, certificate', () => {
  const unqualified = { legalExam: false };
  says([
    ['a reviewer who did the first review and is on leave', () => later(caseIn('intake'), { f1: { ...away, ...unqualified } }).asks('q1', 'acceptForReview', { reviewer: 'f1' }), 'duty.separation'],
    ['a reviewer on leave who lacks the role', () => later(caseIn('intake'), { p1: away }).asks('q1', 'acceptForReview', { reviewer: 'p1' }), 'person.leave'],
    ['a reviewer who lacks role and exam', () => caseIn('intake').asks('q1', 'acceptForReview', { reviewer: 'p1' }), 'role.missing'],
    ['a reviewer who lacks the exam', () => later(caseIn('intake'), { r1: unqualified }).asks('q1', 'acceptForReview', { reviewer: 'r1' }), 'review.unqualified'],
    ['a handler named who left and whose certificate expired', () => new PureCase({}, withPeople({ h2: { ...left, ...expired } })).asks('h1', 'register'), 'person.left'],
    ['a handler named who lacks role and certificate', () => new PureCase().asks('h1', 'register', { handlers: ['h1', 'l4'] }), 'role.missing'],
  ]); // prettier-ignore
});

describe('in a decision: procedure and limits, gate, rights, number, and then the reason for being late', () => {
  const unnotified = () => {
    const one = caseIn('issuing');
    one.state = { ...one.state, notices: [] };
    return one;
  };
  const spot = () => new PureCase({ procedure: 'summary' }).do('h1', 'register');
  says([
    ['over the limit of the summary procedure, and not notified', () => spot().asks('h1', 'issueDecision', { decision: proposal(5_000) }), 'summary.overLimit'],
    ['on the spot without a notice and without a number', () => spot().asks('h1', 'issueDecision', { documentNo: undefined }), 'rights.noNotice'],
    ['no version named, and not notified', () => unnotified().asks('h1', 'issueDecision', { contentVersion: undefined }), 'content.notNamed'],
    ['edited, and not notified', () => unnotified().asks('h1', 'issueDecision', { edited: { amountFen: 1 } }), 'gate.contentChanged'],
    ['not notified, and without a number', () => unnotified().asks('h1', 'issueDecision', { documentNo: undefined }), 'rights.noNotice'],
    ['late, and without a number', () => caseIn('issuing').on('2026-06-10').asks('h1', 'issueDecision', { documentNo: undefined }), 'number.notNext'],
    ['late, and without a reason', () => caseIn('issuing').on('2026-06-10').asks('h1', 'issueDecision'), 'overall.reasonMissing'],
    ['late, with a reason', () => caseIn('issuing').on('2026-06-10').asks('h1', 'issueDecision', { given: ['lateReason'] }), 'yes'],
    ['on the last day', () => caseIn('issuing').on('2026-06-01 23:59').asks('h1', 'issueDecision'), 'yes'],
  ]); // prettier-ignore
});
