import { describe, expect, test } from '@jest/globals';
import type { PersonFacts } from '../../domain/command.ts';
import { separation } from '../../domain/duties.ts';
import type { DutyGroup } from '../../domain/process.ts';
import { emptyState } from '../../domain/state.ts';
import { caseIn, verdict } from '../support/case-in-stage.ts';
import { PureCase } from '../support/pure-case.ts';
import { says } from '../support/says.ts';
import { smallAgency } from '../support/small-agency.ts';

type People = Record<string, Partial<PersonFacts>>;
const roles = (...list: PersonFacts['roles']) => ({ roles: list, legalExam: true });
const certificate = (change: object) => ({ certificate: { categories: ['penalty'], regions: ['211103'], validFrom: '2024-01-01', validTo: '2028-12-31', status: 'valid', ...change } }); // prettier-ignore
const agencyOf = (people: People) => smallAgency({ people });
const registering = (people: People) => new PureCase({}, agencyOf(people)).asks('h1', 'register');

function later(one: PureCase, people: People): PureCase {
  one.facts = agencyOf(people);
  return one;
}

describe('nobody is in two groups', () => {
  const groups: DutyGroup[] = [
    'handler',
    'firstReviewer',
    'sectionHead',
    'legalReviewer',
    'legalHead',
    'adviser',
    'decider',
  ];
  const pairs = groups.flatMap((first) => groups.map((second) => [first, second] as const));
  test.each(pairs)('who was %s may be %s only if it is the same', (first, second) => {
    const state = { ...emptyState, tookPart: [{ person: 'x', as: first }] };
    expect(separation(state, 'x', second)?.code).toBe(first === second ? undefined : 'duty.separation');
  });

  test.each(groups)("who chaired the hearing may be %s unless it is a handler's part", (group) => {
    const state = { ...emptyState, tookPart: [{ person: 'x', as: 'hearingChair' as const }] };
    expect(separation(state, 'x', group)?.code).toBe(group === 'handler' ? 'duty.separation' : undefined);
  });

  // One person who holds every role: whatever they did first keeps them from all the rest.
  const everything = roles(
    'handler',
    'firstReviewer',
    'sectionHead',
    'legalReviewer',
    'legalHead',
    'adviser',
    'leader',
    'publisher',
  );
  const all = (stage: Parameters<typeof caseIn>[0], who: string) =>
    later(caseIn(stage), { [who]: { ...everything, section: 'A' } });
  const returned = (who: string) =>
    later(caseIn('sectionSignOff').do('sA', 'returnBySectionHead'), { [who]: { ...everything, section: 'A' } });
  says([
    ['the first review by a handler', () => all('firstReview', 'h2').asks('h2', 'passFirstReview'), 'duty.separation'],
    ['the section sign-off by the first reviewer', () => all('sectionSignOff', 'f1').asks('f1', 'signOffSection'), 'duty.separation'],
    ['acceptance by the section head', () => all('intake', 'sA').asks('sA', 'acceptForReview'), 'duty.separation'],
    ['the review given to the section head', () => all('intake', 'sA').asks('q1', 'acceptForReview', { reviewer: 'sA' }), 'duty.separation'],
    ['the review given to a handler', () => all('intake', 'h1').asks('q1', 'acceptForReview', { reviewer: 'h1' }), 'duty.separation'],
    ['advice asked of the first reviewer', () => all('legalReview', 'f1').asks('r1', 'consultAdviser', { adviser: 'f1' }), 'duty.separation'],
    ['the signature under the own opinion', () => all('legalSignOff', 'r1').asks('r1', 'approveOpinion'), 'duty.separation'],
    ['the response to the opinion by who signed it', () => all('responding', 'q1').asks('q1', 'adoptOpinion'), 'duty.separation'],
    ['coordination concluded by the reviewer', () => { const one = all('coordination', 'r1'); one.facts.duties.leaderInCharge = 'r1'; return one.asks('r1', 'concludeCoordination'); }, 'duty.separation'],
    ['coordination concluded by a handler', () => { const one = all('coordination', 'h1'); one.facts.duties.leaderInCharge = 'h1'; return one.asks('h1', 'concludeCoordination'); }, 'duty.separation'],
    ['the approval by the legal head', () => all('leaderApproval', 'q1').asks('q1', 'approveAsLeader'), 'duty.separation'],
    ['the decision by a leader who approved it', () => all('issuing', 'l2').asks('l2', 'issueDecision'), 'duty.separation'],
    ['handling given to the first reviewer', () => returned('f1').asks('sA', 'reassign', { from: 'h1', to: 'f1' }), 'duty.separation'],
    ['the hearing chaired by a handler', () => all('investigating', 'h2').asks('h2', 'recordHearing'), 'duty.separation'],
  ]); // prettier-ignore

  test('what was done in one round counts in every later one', () => {
    const one = verdict(caseIn('legalReview'), 'correct')
      .do('sA', 'adoptOpinion')
      .do('h1', 'saveDraft')
      .do('h1', 'submit')
      .do('f1', 'passFirstReview')
      .do('sA', 'signOffSection');
    later(one, { r1: { ...everything, section: 'L' } })
      .do('q1', 'acceptForReview', { reviewer: 'r2' })
      .do('r2', 'giveOpinion');
    expect(one.state.round).toBe(2);
    expect(one.asks('r1', 'approveOpinion')).toBe('duty.separation');
  });

  test('who handled before being replaced does not review afterwards', () => {
    const one = caseIn('investigating').do('sA', 'reassign', { from: 'h1', to: 'h3' }).do('h2', 'submit');
    expect(later(one, { h1: roles('firstReviewer') }).asks('h1', 'passFirstReview')).toBe('duty.separation');
  });

  test('returning, suspending, urging and replying keep nobody from another part', () => {
    const one = caseIn('firstReview')
      .do('f1', 'returnByFirstReviewer')
      .do('sA', 'suspend')
      .do('sA', 'resume')
      .do('sB', 'urge');
    expect(later(one, { f1: roles('handler') }).asks('sA', 'reassign', { from: 'h2', to: 'f1' })).toBe('yes');
  });
});

describe('relaxations for a small agency, each off by default', () => {
  const ground = { ground: '人员不足' };
  const relaxed = (one: PureCase, relaxations: Parameters<typeof smallAgency>[0]) => { one.facts = smallAgency(relaxations); return one; }; // prettier-ignore
  const headFirst = () => relaxed(caseIn('firstReview'), { relaxations: { headDoesFirstReview: ground } });
  const pooled = () =>
    relaxed(caseIn('intake'), { relaxations: { pooledReviewers: { ...ground, agencies: ['pool'] } } });
  says([
    ['the head does the first review', () => caseIn('firstReview').asks('sA', 'passFirstReview'), 'role.missing'],
    ['the head does the first review where that is allowed', () => headFirst().asks('sA', 'passFirstReview'), 'yes'],
    ['another head does it where that is allowed', () => headFirst().asks('sB', 'passFirstReview'), 'role.otherSection'],
    ['and signs off then', () => headFirst().do('sA', 'passFirstReview').asks('sA', 'signOffSection'), 'yes'],
    ['a handler still does not review', () => later(headFirst(), { h1: roles('firstReviewer') }).asks('h1', 'passFirstReview'), 'duty.separation'],
    ['a reviewer of the pool', () => caseIn('intake').asks('q1', 'acceptForReview', { reviewer: 'rX' }), 'role.missing'],
    ['a reviewer of the pool where that is allowed', () => pooled().asks('q1', 'acceptForReview', { reviewer: 'rX' }), 'yes'],
    ['who gives the opinion', () => pooled().do('q1', 'acceptForReview', { reviewer: 'rX' }).asks('rX', 'giveOpinion'), 'yes'],
    ['and may ask for a supplement', () => pooled().do('q1', 'acceptForReview', { reviewer: 'rX' }).asks('rX', 'requestSupplement'), 'yes'],
  ]); // prettier-ignore
});

describe('recusal', () => {
  says([
    ['oneself', () => caseIn('firstReview').asks('f1', 'recuse', { person: 'f1' }), 'yes'],
    ['a handler by the section head', () => caseIn('legalReview').asks('sA', 'recuse', { person: 'h1' }), 'yes'],
    ['a handler by the leader in charge', () => caseIn('legalReview').asks('l2', 'recuse', { person: 'h1' }), 'yes'],
    ['a reviewer by the legal head', () => caseIn('legalReview').asks('q1', 'recuse', { person: 'r1' }), 'yes'],
    ['anybody by the head of the agency', () => caseIn('legalReview').asks('l1', 'recuse', { person: 'r1' }), 'yes'],
    ['a reviewer by the section whose case is reviewed', () => caseIn('legalReview').asks('sA', 'recuse', { person: 'r1' }), 'duty.notHolderOrHead'],
    ['the legal head by the section whose case is reviewed', () => caseIn('intake').asks('sA', 'recuse', { person: 'q1' }), 'duty.notHolderOrHead'],
    ['a leader by a section head', () => caseIn('leaderApproval').asks('sA', 'recuse', { person: 'l2' }), 'duty.notHolderOrHead'],
    ['a handler by the legal head', () => caseIn('legalReview').asks('q1', 'recuse', { person: 'h1' }), 'duty.notHolderOrHead'],
    ['somebody by a colleague', () => caseIn('legalReview').asks('h2', 'recuse', { person: 'h1' }), 'duty.notHolderOrHead'],
    ['nobody named', () => caseIn('legalReview').asks('l1', 'recuse', { person: undefined }), 'reasons.missing'],
    ['the recused handler drafts', () => caseIn('investigating').do('h1', 'recuse').asks('h1', 'saveDraft'), 'duty.separation'],
    ['the recused handler even comments', () => caseIn('investigating').do('h1', 'recuse').asks('h1', 'comment'), 'duty.separation'],
    ['the recused handler issues after resumption', () => caseIn('issuing').do('h1', 'recuse').do('q1', 'suspend').do('q1', 'resume').asks('h1', 'issueDecision'), 'duty.separation'],
    ['the recused reviewer is named again in the next round', () => verdict(caseIn('legalReview'), 'correct').do('r1', 'recuse', { person: 'r1' }).do('sA', 'adoptOpinion').do('h1', 'submit').do('f1', 'passFirstReview').do('sA', 'signOffSection').asks('q1', 'acceptForReview', { reviewer: 'r1' }), 'duty.separation'],
    ['the recused handler is handed the case again', () => caseIn('investigating').do('h1', 'recuse').asks('sA', 'reassign', { from: 'h2', to: 'h1' }), 'duty.separation'],
  ]); // prettier-ignore

  test('a recused holder holds nothing, and the replaced reviewer goes on', () => {
    const one = caseIn('legalReview').do('r1', 'recuse', { person: 'r1' });
    expect(one.state.holder).toEqual([]);
    one.do('q1', 'reassign', { from: 'r1', to: 'r2' });
    expect([one.state.holder, one.asks('r2', 'giveOpinion'), one.asks('r1', 'giveOpinion')]).toEqual([
      ['r2'],
      'yes',
      'duty.separation',
    ]);
  });

  test('a recused handler is replaced among the holders, too', () => {
    const one = caseIn('investigating').do('h1', 'recuse').do('sA', 'reassign', { from: 'h1', to: 'h3' });
    expect([[...one.state.handlers].sort(), [...one.state.holder].sort()]).toEqual([
      ['h2', 'h3'],
      ['h2', 'h3'],
    ]);
  });
});

describe('two certified handlers always remain (art. 42): a recused one is replaced before the case goes on', () => {
  const alone = () => caseIn('investigating').do('h1', 'recuse');
  says([['one handler submits alone', () => alone().asks('h2', 'submit'), 'certificate.fewerThanTwo']]);
  says([['the two submit', () => alone().do('sA', 'reassign', { from: 'h1', to: 'h3' }).asks('h2', 'submit'), 'yes']]);
});

describe('certificates, on the day of the act', () => {
  says([
    ['the last day', () => registering({ h2: certificate({ validTo: '2026-03-02' }) }), 'yes'],
    ['the day after the last', () => registering({ h2: certificate({ validTo: '2026-03-01' }) }), 'certificate.expired'],
    ['the day before the first', () => registering({ h2: certificate({ validFrom: '2026-03-03' }) }), 'certificate.expired'],
    ['withdrawn', () => registering({ h2: certificate({ status: 'revoked' }) }), 'certificate.expired'],
    ['none at all', () => registering({ h2: { certificate: null } }), 'certificate.expired'],
    ['another category', () => registering({ h2: certificate({ categories: ['inspection'] }) }), 'certificate.category'],
    ['the region of the city above', () => registering({ h2: certificate({ regions: ['211100'] }) }), 'yes'],
    ['the province', () => registering({ h2: certificate({ regions: ['210000'] }) }), 'yes'],
    ['another county of the same city', () => registering({ h2: certificate({ regions: ['211102'] }) }), 'certificate.region'],
    ['one handler', () => new PureCase().asks('h1', 'register', { handlers: ['h1'] }), 'certificate.fewerThanTwo'],
    ['one handler named twice', () => new PureCase().asks('h1', 'register', { handlers: ['h1', 'h1'] }), 'certificate.fewerThanTwo'],
    ['a handler of another agency', () => registering({ h2: { agency: 'elsewhere' } }), 'role.missing'],
    ['registering for others', () => new PureCase().asks('h3', 'register'), 'duty.notAssigned'],
    ['no filing document', () => new PureCase().asks('h1', 'register', { documentNo: undefined }), 'reasons.missing'],
    ['no filing document in a summary case', () => new PureCase({ procedure: 'summary' }).asks('h1', 'register', { documentNo: undefined }), 'yes'],
    ['serving after it ran out, by the other handler', () => later(caseIn('fulfilment'), { h1: certificate({ validTo: '2026-03-01' }) }).asks('h2', 'serve'), 'yes'],
    ['serving after it ran out', () => later(caseIn('fulfilment'), { h1: certificate({ validTo: '2026-03-01' }) }).asks('h1', 'serve'), 'certificate.expired'],
    ['closing after it ran out', () => later(caseIn('fulfilment'), { h1: certificate({ validTo: '2026-03-01' }) }).asks('h1', 'close'), 'certificate.expired'],
  ]); // prettier-ignore
});

describe('presence and qualification', () => {
  const away = (from: string, to: string) => ({ leave: [{ from, to }] });
  const named = (r1: Partial<PersonFacts>) => later(caseIn('intake'), { r1 }).asks('q1', 'acceptForReview');
  says([
    ['on the first day of leave', () => later(caseIn('firstReview'), { f1: away('2026-03-02', '2026-03-04') }).asks('f1', 'passFirstReview'), 'person.leave'],
    ['on the last day of leave', () => later(caseIn('firstReview'), { f1: away('2026-02-01', '2026-03-02') }).asks('f1', 'passFirstReview'), 'person.leave'],
    ['the day after leave', () => later(caseIn('firstReview'), { f1: away('2026-02-01', '2026-03-01') }).asks('f1', 'passFirstReview'), 'yes'],
    ['hired tomorrow', () => later(caseIn('firstReview'), { f1: { hiredOn: '2026-03-03' } }).asks('f1', 'passFirstReview'), 'person.left'],
    ['hired today', () => later(caseIn('firstReview'), { f1: { hiredOn: '2026-03-02' } }).asks('f1', 'passFirstReview'), 'yes'],
    ['on the day of leaving office', () => later(caseIn('firstReview'), { f1: { leftOn: '2026-03-02' } }).asks('f1', 'passFirstReview'), 'person.left'],
    ['the day before leaving office', () => later(caseIn('firstReview'), { f1: { leftOn: '2026-03-03' } }).asks('f1', 'passFirstReview'), 'yes'],
    ['a reviewer on leave', () => named(away('2026-03-02', '2026-03-09')), 'person.leave'],
    ['a reviewer who left', () => named({ leftOn: '2026-02-01' }), 'person.left'],
    ['a reviewer without the exam', () => named({ legalExam: false }), 'review.unqualified'],
    ['a reviewer trained last year', () => named({ trainedYears: [2025] }), 'yes'],
    ['a reviewer trained two years ago', () => named({ trainedYears: [2024] }), 'review.unqualified'],
    ['nobody named', () => caseIn('intake').asks('q1', 'acceptForReview', { reviewer: undefined }), 'review.unqualified'],
    ['qualification lost before the opinion', () => later(caseIn('legalReview'), { r1: { legalExam: false } }).asks('r1', 'giveOpinion'), 'review.unqualified'],
    ['role lost before the opinion', () => later(caseIn('legalReview'), { r1: { roles: [] } }).asks('r1', 'giveOpinion'), 'role.missing'],
    ['an adviser on leave', () => later(caseIn('legalReview'), { a1: away('2026-03-02', '2026-03-09') }).asks('r1', 'consultAdviser'), 'person.leave'],
    ['an adviser of no such role', () => caseIn('legalReview').asks('r1', 'consultAdviser', { adviser: 'h3' }), 'role.missing'],
  ]); // prettier-ignore
});
