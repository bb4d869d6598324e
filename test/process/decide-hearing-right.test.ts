import { describe } from '@jest/globals';
import type { CommandInput } from '../../domain/command.ts';
import type { Filing, Proposal } from '../../domain/state.ts';
import { draft, proposal } from '../support/plausible-input.ts';
import { PureCase } from '../support/pure-case.ts';
import { says } from '../support/says.ts';

type Answer = NonNullable<CommandInput['answer']>;
const claims: Answer = { kind: 'statement', hearing: 'requested' };
const waives: Answer = { kind: 'waived', hearing: 'waived' };
const told = (right: boolean, filed: Partial<Filing> = {}) =>
  new PureCase(filed).do('h1', 'register').do('h1', 'recordNotice', { hearingRight: right });

describe('a claim to a hearing', () => {
  const answer = (one: PureCase) => one.asks('h1', 'recordAnswer', { answer: claims });
  says([
    ['where no notice told of the right, for it is the law’s and not the notice’s', () => answer(told(false)), 'yes'],
    ['where the notice told of it', () => answer(told(true)), 'yes'],
    ['where a notice of its own told of it before', () => answer(told(true).do('h1', 'recordNotice')), 'yes'],
    ['a statement alone, where no notice told of the right', () => told(false).asks('h1', 'recordAnswer', { answer: { ...claims, hearing: null } }), 'yes'],
  ]); // prettier-ignore
});

describe('a hearing', () => {
  const hear = (one: PureCase) => one.asks('r2', 'recordHearing');
  const claimed = () => told(true).do('h1', 'recordAnswer', { answer: claims });
  says([
    ['that nobody claimed, on the agency’s own motion: what took place is recorded', () => hear(told(true)), 'yes'],
    ['that was claimed', () => hear(claimed()), 'yes'],
    ['of a permit, on the agency’s own motion', () => hear(told(false, { category: 'permit' })), 'yes'],
    ['announced next year', () => claimed().asks('r2', 'recordHearing', { happened: { noticeServedAt: Date.parse('2027-01-01T09:00:00+08:00') } }), 'record.notYet'],
  ]); // prettier-ignore
});

describe('a penalty on which a hearing may be claimed is not decided where the party was not told so (art. 63)', () => {
  interface Way {
    decide: Proposal;
    /** Whether each notice in turn tells of the right, and what answered the last. */
    notices: boolean[];
    answer?: Answer | null;
    filed?: Partial<Filing>;
    on?: string;
    heard?: boolean;
  }
  function issuing({ decide, notices, answer = waives, filed = {}, on = '2026-03-03', heard = false }: Way): string {
    const one = new PureCase({ majorPublicInterest: true, ...filed }).do('h1', 'register');
    for (const hearingRight of notices) one.do('h1', 'recordNotice', { proposed: decide, hearingRight });
    if (answer) one.do('h1', 'recordAnswer', { answer });
    if (heard) one.do('r2', 'recordHearing');
    one.do('h1', 'saveDraft', { draft: draft(decide) }).do('h1', 'submit').do('f1', 'passFirstReview').do('sA', 'signOffSection').do('q1', 'acceptForReview').do('r1', 'giveOpinion').do('q1', 'approveOpinion'); // prettier-ignore
    one.do('l1', 'conveneMeeting').do('l1', 'recordMeeting');
    return one.on(on).asks('h1', 'issueDecision');
  }
  const [large, small] = [proposal(50_000), proposal(49_999)];
  says([
    ['a large fine', () => issuing({ decide: large, notices: [false] }), 'rights.hearingRightNotTold'],
    ['a large fine, told of the hearing', () => issuing({ decide: large, notices: [true] }), 'yes'],
    ['a large fine, never told, but heard', () => issuing({ decide: large, notices: [false], answer: claims, heard: true }), 'yes'],
    ['a fine below the threshold', () => issuing({ decide: small, notices: [false] }), 'yes'],
    ['a fine large for a person', () => issuing({ decide: proposal(5_000), notices: [false], filed: { partyKind: 'person' } }), 'rights.hearingRightNotTold'],
    ['a large confiscation', () => issuing({ decide: proposal(0, ['confiscation'], 50_000), notices: [false] }), 'rights.hearingRightNotTold'],
    ['a closure', () => issuing({ decide: proposal(0, ['closure']), notices: [false] }), 'rights.hearingRightNotTold'],
    ['a qualification downgraded', () => issuing({ decide: proposal(0, ['downgrade']), notices: [false] }), 'rights.hearingRightNotTold'],
    ['public criticism', () => issuing({ decide: proposal(0, ['criticism']), notices: [false] }), 'yes'],
    ['a permit suspended, which the article does not name', () => issuing({ decide: proposal(0, ['suspendPermit']), notices: [false] }), 'yes'],
    ['a permit revoked in a permit’s own procedure', () => issuing({ decide: proposal(0, ['revokePermit']), notices: [false], filed: { category: 'permit' } }), 'yes'],
    ['told of it in a document of its own, served first, all waived', () => issuing({ decide: large, notices: [true, false] }), 'yes'],
    ['told of it first, a statement made, the hearing not mentioned, on the last day', () => issuing({ decide: large, notices: [true, false], answer: { kind: 'statement', hearing: null }, on: '2026-03-09' }), 'rights.periodRunning'],
    ['the same, the day after', () => issuing({ decide: large, notices: [true, false], answer: { kind: 'statement', hearing: null }, on: '2026-03-10' }), 'yes'],
  ]); // prettier-ignore
});
