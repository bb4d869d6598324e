import { describe, expect, test } from '@jest/globals';
import { caseIn, published, verdict } from '../support/case-in-stage.ts';
import { draft, meeting, proposal } from '../support/plausible-input.ts';
import { PureCase } from '../support/pure-case.ts';
import { says } from '../support/says.ts';
import { smallAgency } from '../support/small-agency.ts';

const statement = { answer: { kind: 'statement', hearing: null } } as const;
const evidence = { record: { id: 'E99', isEvidence: true } };
/** The three doors behind the gate, each with the case that stands before it. */
const approve = (one: PureCase) => one.asks('l2', 'approveAsLeader');
const issue = (one: PureCase) => one.asks('h1', 'issueDecision');
/** Claimed and held without a statement, which alone would void the pass. */
const heard = (one: PureCase) =>
  one
    .do('h1', 'recordNotice', { hearingRight: true })
    .do('h1', 'recordAnswer', { answer: { kind: 'none', hearing: 'requested' } })
    .do('r2', 'recordHearing');
const meet = (one: PureCase) => one.do('l1', 'conveneMeeting').asks('l1', 'recordMeeting');

describe('a pass opens the gate for exactly the content that was reviewed', () => {
  says([
    ['approving what passed', () => approve(caseIn('leaderApproval')), 'yes'],
    ['a meeting on what passed', () => meet(caseIn('deliberation')), 'yes'],
    ['issuing what passed', () => issue(caseIn('issuing')), 'yes'],
    ['issuing with an edit before sealing', () => caseIn('issuing').asks('h1', 'issueDecision', { edited: { amountFen: 6_000_000 } }), 'gate.contentChanged'],
    ['issuing with an edit that names the same amount', () => caseIn('issuing').asks('h1', 'issueDecision', { edited: {} }), 'gate.contentChanged'],
    ['issuing another version than the one that passed', () => caseIn('issuing').asks('h1', 'issueDecision', { contentVersion: 2 }), 'gate.contentChanged'],
    ['a meeting that changes the amount', () => caseIn('deliberation').do('l1', 'conveneMeeting').asks('l1', 'recordMeeting', { meeting: meeting({ materialChange: true }) }), 'gate.contentChanged'],
    ['a meeting that changes the amount and sends it back', () => caseIn('deliberation').do('l1', 'conveneMeeting').asks('l1', 'recordMeeting', { meeting: meeting({ materialChange: true, result: 'investigating' }) }), 'yes'],
  ]); // prettier-ignore
});

describe('what happens after the pass', () => {
  says([
    ['new evidence, then the approval', () => approve(caseIn('leaderApproval').do('h1', 'addRecord', evidence)), 'gate.contentChanged'],
    ['new evidence, then the meeting', () => meet(caseIn('deliberation').do('h1', 'addRecord', evidence)), 'gate.contentChanged'],
    ['new evidence, then the decision', () => issue(caseIn('issuing').do('h1', 'addRecord', evidence)), 'gate.contentChanged'],
    ['a record of an act, then the decision', () => issue(caseIn('issuing').do('h1', 'addRecord', { record: { id: 'V1', isEvidence: false } })), 'yes'],
    ['a statement, then the approval', () => approve(caseIn('leaderApproval').do('h1', 'recordAnswer', statement)), 'gate.contentChanged'],
    ['a statement, then the meeting', () => meet(caseIn('deliberation').do('h1', 'recordAnswer', statement)), 'gate.contentChanged'],
    ['a waiver, then the approval', () => approve(caseIn('leaderApproval').do('h1', 'recordAnswer')), 'yes'],
    ['no answer noted down, then the approval', () => approve(caseIn('leaderApproval').do('h1', 'recordAnswer', { answer: { kind: 'none', hearing: null } })), 'yes'],
    ['a hearing, then the approval', () => approve(heard(caseIn('leaderApproval'))), 'gate.contentChanged'],
    ['a hearing, then the meeting', () => meet(heard(caseIn('deliberation'))), 'gate.contentChanged'],
    ['comments, urging and time, then the approval', () => approve(caseIn('leaderApproval').do('sA', 'comment').do('o1', 'urge').on('2026-05-06')), 'yes'],
    ['a suspension, then the approval', () => approve(caseIn('leaderApproval').do('q1', 'suspend').do('q1', 'resume')), 'yes'],
    ['evidence found during a suspension, then the approval', () => approve(caseIn('leaderApproval').do('q1', 'suspend').do('h1', 'addRecord', evidence).do('q1', 'resume')), 'gate.contentChanged'],
  ]); // prettier-ignore

  test('a period that lapses changes nothing that was reviewed', () => {
    const one = new PureCase()
      .do('h1', 'register')
      .do('h1', 'recordNotice')
      .do('h1', 'saveDraft')
      .do('h1', 'submit')
      .do('f1', 'passFirstReview');
    one
      .do('sA', 'signOffSection')
      .do('q1', 'acceptForReview')
      .do('r1', 'giveOpinion')
      .do('q1', 'approveOpinion')
      .do('l2', 'approveAsLeader');
    expect(issue(one)).toBe('rights.periodRunning');
    expect(issue(one.on('2026-03-10'))).toBe('yes');
  });
});

describe('what was reviewed is what the reviewer saw when giving the opinion', () => {
  const signed = (change: (one: PureCase) => PureCase) => change(caseIn('legalSignOff')).do('q1', 'approveOpinion');
  says([
    ['evidence between the opinion and its signature', () => approve(signed((one) => one.do('h1', 'addRecord', evidence))), 'gate.contentChanged'],
    ['a statement between the opinion and its signature', () => approve(signed((one) => one.do('h1', 'recordAnswer', statement))), 'gate.contentChanged'],
    ['a waiver between the opinion and its signature', () => approve(signed((one) => one.do('h1', 'recordAnswer'))), 'yes'],
    ['evidence during the review, seen by the reviewer', () => approve(caseIn('legalReview').do('h1', 'addRecord', evidence).do('r1', 'giveOpinion').do('q1', 'approveOpinion')), 'yes'],
    ['evidence after a returned opinion, seen when it is given again', () => approve(signed((one) => one.do('h1', 'addRecord', evidence).do('q1', 'returnOpinion').do('r1', 'giveOpinion'))), 'yes'],
  ]); // prettier-ignore
});

describe('when there is no pass on record', () => {
  const again = (one: PureCase) =>
    one.do('h1', 'submit').do('f1', 'passFirstReview').do('sA', 'signOffSection').do('q1', 'acceptForReview');
  test.each(['correct', 'supplement', 'disagree'] as const)('the verdict %s is none', (given) => {
    const one = caseIn('legalReview').do('r1', 'giveOpinion', { verdict: given }).do('q1', 'approveOpinion');
    expect([one.state.stage, one.state.pass, approve(one)]).toEqual(['responding', null, 'gate.noPass']);
  });

  const leave = [{ from: '2026-03-01', to: '2026-03-31', substitute: 'l3' }];
  const headAway = () => verdict(caseIn('legalReview', {}, smallAgency({ people: { l1: { leave } } })), 'transfer');
  const transferNext = (one: PureCase) => verdict(again(one.do('l2', 'returnByLeader')), 'transfer');
  says([
    ['the verdict transfer is none either', () => approve(verdict(caseIn('legalReview'), 'transfer')), 'gate.noPass'],
    ['the verdict transfer, and a return', () => verdict(caseIn('legalReview'), 'transfer').asks('l2', 'returnByLeader'), 'yes'],
    ['the verdict transfer, and the transfer', () => verdict(caseIn('legalReview'), 'transfer').asks('l1', 'transfer'), 'yes'],
    ['the verdict transfer while the head is on leave, by who stands in', () => headAway().asks('l3', 'transfer'), 'yes'],
    ['the same, by another leader', () => headAway().asks('l2', 'transfer'), 'duty.notAssigned'],
    ['the same, by the head', () => headAway().asks('l1', 'transfer'), 'person.leave'],
    ['a pass of an earlier round, then the verdict transfer on the same content', () => approve(transferNext(caseIn('leaderApproval'))), 'gate.noPass'],
    ['a new draft takes the pass off record', () => issue(caseIn('issuing').do('h1', 'reopen').do('h1', 'saveDraft')), 'gate.noPass'],
    ['an amendment takes it off', () => published(caseIn('fulfilment')).do('l1', 'amendDecision').asks('h1', 'serve'), 'gate.noPass'],
    ['an annulment takes it off', () => published(caseIn('fulfilment')).do('l1', 'annulDecision').asks('h1', 'serve'), 'gate.noPass'],
  ]); // prettier-ignore

  test('a decision rests on its review: evidence after it stops neither service nor publication', () => {
    expect(published(caseIn('fulfilment').do('h1', 'addRecord', evidence)).state.obligations).toMatchObject({
      serve: 'done',
      publish: 'done',
    });
  });

  test('a draft in supplementing voids nothing, because there is no pass there', () => {
    const one = caseIn('supplementing')
      .do('h1', 'saveDraft', { draft: draft(proposal(18_000), 'better words') })
      .do('h1', 'supplement');
    expect(approve(one.do('r1', 'giveOpinion').do('q1', 'approveOpinion'))).toBe('yes');
    expect(one.state.pass).toMatchObject({ version: 2, hash: one.state.reviewedHash });
  });
});

describe('a notice served after the pass is not among what voids it (I36 of the stories expects rights.periodRunning)', () => {
  says([
    ['a notice, then the approval', () => approve(caseIn('leaderApproval').do('h1', 'recordNotice')), 'yes'],
    ['a notice, then the decision within its period', () => issue(caseIn('leaderApproval').do('h1', 'recordNotice').do('l2', 'approveAsLeader')), 'rights.periodRunning'],
  ]); // prettier-ignore
});
