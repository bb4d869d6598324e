import { describe, expect, test } from '@jest/globals';
import type { CommandInput } from '../../domain/command.ts';
import type { Filing, Proposal } from '../../domain/state.ts';
import { caseIn } from '../support/case-in-stage.ts';
import { draft, proposal } from '../support/plausible-input.ts';
import { PureCase } from '../support/pure-case.ts';
import { says } from '../support/says.ts';
import { smallAgency } from '../support/small-agency.ts';

type Answer = NonNullable<CommandInput['answer']>;
const statement: Answer = { kind: 'statement', hearing: null };
const asked: Answer = { kind: 'statement', hearing: 'requested' };

interface Told {
  told?: Proposal | null;
  right?: boolean;
  answer?: Answer;
  decide?: Proposal;
  on?: string;
  before?: (one: PureCase) => unknown;
  filed?: Partial<Filing>;
}

/** Notified on 2 March, answered or not, reviewed and approved: what does the decision on that day meet? */
function issuing({
  told = proposal(18_000),
  right = false,
  answer,
  decide = proposal(18_000),
  on = '2026-03-03',
  before,
  filed,
}: Told): string {
  const one = new PureCase(filed).do('h1', 'register');
  if (told) one.do('h1', 'recordNotice', { proposed: told, hearingRight: right });
  if (answer) one.do('h1', 'recordAnswer', { answer });
  before?.(one);
  one.do('h1', 'saveDraft', { draft: draft(decide) }).do('h1', 'submit').do('f1', 'passFirstReview').do('sA', 'signOffSection').do('q1', 'acceptForReview').do('r1', 'giveOpinion').do('q1', 'approveOpinion'); // prettier-ignore
  if (one.state.stage === 'deliberation') one.do('l1', 'conveneMeeting').do('l1', 'recordMeeting');
  else one.do('l2', 'approveAsLeader');
  return one.on(on).asks('h1', 'issueDecision');
}

const permit: Partial<Filing> = { category: 'permit' };
const coercion: Partial<Filing> = { category: 'coercion' };
/** h2 is on leave from the day after the case was filed, and h3 stands in. */
function served(servedBy: string[]): string {
  const leave = [{ from: '2026-03-03', to: '2026-03-20', substitute: 'h3' }];
  const one = caseIn('investigating', {}, smallAgency({ people: { h2: { leave } } })).on('2026-03-03');
  one.seeOrganisation();
  return one.asks('h1', 'recordNotice', { servedBy });
}
const moment = (when: string) =>
  Date.parse(`${when.replace(' ', 'T')}${when.includes(' ') ? ':00' : 'T09:00:00'}+08:00`);
const waived: Answer = { kind: 'waived', hearing: 'waived' };

describe('the notice', () => {
  says([
    ['none', () => issuing({ told: null }), 'rights.noNotice'],
    ['none, where the permit asked for is granted', () => issuing({ told: null, decide: proposal(0, ['grant']), filed: permit }), 'yes'],
    ['none, where a permit is refused', () => issuing({ told: null, decide: proposal(0, ['refuse']), filed: permit }), 'rights.noNotice'],
    ['none, where a grant comes with a payment', () => issuing({ told: null, decide: proposal(100, ['grant']), filed: permit }), 'rights.noNotice'],
    ['none, where goods are sealed and seized, of which the party is told on the spot (行政强制法 18)', () => issuing({ told: null, decide: proposal(0, ['seal', 'seize']), filed: coercion }), 'yes'],
    ['none, where something is demolished beside', () => issuing({ told: null, decide: proposal(0, ['seal', 'demolition']), filed: coercion }), 'rights.noNotice'],
    ['none, where a penalty seals', () => issuing({ told: null, decide: proposal(0, ['seal']) }), 'rights.noNotice'],
    ['by an officer and who stands in for the other', () => served(['h1', 'h3']), 'yes'],
    ['by an officer and a delegate of the other', () => caseIn('investigating').do('h2', 'delegate', { from: 'h2', to: 'h4' }).asks('h1', 'recordNotice', { servedBy: ['h1', 'h4'] }), 'yes'],
    ['by who stands in, alone', () => served(['h3']), 'certificate.fewerThanTwo'],
    ['by one officer', () => caseIn('investigating').asks('h1', 'recordNotice', { servedBy: ['h1'] }), 'certificate.fewerThanTwo'],
    ['by an officer and a stranger', () => caseIn('investigating').asks('h1', 'recordNotice', { servedBy: ['h1', 'h3'] }), 'certificate.fewerThanTwo'],
    ['without measure and amount', () => caseIn('investigating').asks('h1', 'recordNotice', { proposed: undefined }), 'rights.noticeNamesNothing'],
    ['with an amount for no measure', () => caseIn('investigating').asks('h1', 'recordNotice', { proposed: proposal(18_000, []) }), 'rights.noticeNamesNothing'],
    ['an answer to none', () => new PureCase().do('h1', 'register').asks('h1', 'recordAnswer'), 'rights.noNotice'],
    ['a hearing after none', () => new PureCase().do('h1', 'register').asks('r2', 'recordHearing'), 'rights.noNotice'],
  ]); // prettier-ignore
});

describe('heavier than the notice', () => {
  const both = proposal(50_000, ['fine', 'confiscation'], 10_000);
  const than = (told: Proposal, decide: Proposal) => issuing({ told, decide, answer: waived, right: true });
  says([
    ['the same', () => than(both, both), 'yes'],
    ['a yuan more fined', () => than(both, proposal(50_001, ['fine', 'confiscation'], 10_000)), 'rights.heavierWithoutNotice'],
    ['a yuan more confiscated', () => than(both, proposal(50_000, ['fine', 'confiscation'], 10_001)), 'rights.heavierWithoutNotice'],
    ['less fined, more confiscated', () => than(both, proposal(1, ['fine', 'confiscation'], 10_001)), 'rights.heavierWithoutNotice'],
    ['a measure the notice does not name', () => than(both, proposal(0, ['closure'])), 'rights.heavierWithoutNotice'],
    ['a measure more', () => than(both, proposal(50_000, ['fine', 'confiscation', 'suspendPermit'], 10_000)), 'rights.heavierWithoutNotice'],
    ['less of both', () => than(both, proposal(1, ['fine', 'confiscation'], 1)), 'yes'],
    ['a measure fewer', () => than(both, proposal(50_000, ['fine'])), 'yes'],
    ['a warning instead of the fine', () => than(proposal(50_000), proposal(0, ['warning'])), 'yes'],
    ['a warning instead of one of two', () => than(both, proposal(50_000, ['warning', 'fine'])), 'yes'],
    ['a warning on top', () => than(proposal(50_000), proposal(50_000, ['fine', 'warning'])), 'rights.heavierWithoutNotice'],
    ['heavier after a new notice', () => issuing({ decide: proposal(30_000), answer: waived, before: (one) => one.do('h1', 'recordNotice', { proposed: proposal(30_000) }).do('h1', 'recordAnswer') }), 'yes'],
  ]); // prettier-ignore
});

describe('a proposal is not made heavier because the party spoke (art. 45)', () => {
  const stated = (answer: Answer = statement) =>
    caseIn('investigating').do('h1', 'recordNotice').do('h1', 'recordAnswer', { answer });
  const heavier = { draft: draft(proposal(19_000)) };
  says([
    ['after a statement', () => stated().asks('h1', 'saveDraft', heavier), 'rights.heavierWithoutNotice'],
    ['after a statement, with new facts named', () => stated().asks('h1', 'saveDraft', { ...heavier, given: ['newFacts'] }), 'yes'],
    ['lighter after a statement', () => stated().asks('h1', 'saveDraft', { draft: draft(proposal(17_000)) }), 'yes'],
    ['after a waiver', () => stated(waived).asks('h1', 'saveDraft', heavier), 'yes'],
    ['after a statement, then a waiver of the rest', () => stated().do('h1', 'recordAnswer').asks('h1', 'saveDraft', heavier), 'rights.heavierWithoutNotice'],
    ['after a statement and another notice', () => stated().do('h1', 'recordNotice', { proposed: proposal(19_000) }).asks('h1', 'saveDraft', heavier), 'rights.heavierWithoutNotice'],
    ['as before, after a second statement to something lighter', () => stated().do('h1', 'saveDraft', { draft: draft(proposal(17_000)) }).do('h1', 'recordAnswer', { answer: statement }).asks('h1', 'saveDraft', { draft: draft(proposal(18_000)) }), 'rights.heavierWithoutNotice'],
    ['after a statement before there was any draft', () => new PureCase().do('h1', 'register').do('h1', 'recordNotice').do('h1', 'recordAnswer', { answer: statement }).asks('h1', 'saveDraft', heavier), 'yes'],
  ]); // prettier-ignore
});

describe('the periods of the party, five working days each by default', () => {
  says([
    ['no answer, on the last day', () => issuing({ on: '2026-03-09 23:59' }), 'rights.periodRunning'],
    ['no answer, the day after', () => issuing({ on: '2026-03-10' }), 'yes'],
    ['no answer noted down on the same day', () => issuing({ answer: { kind: 'none', hearing: null } }), 'rights.periodRunning'],
    ['no answer noted down, the day after the last', () => issuing({ answer: { kind: 'none', hearing: null }, on: '2026-03-10' }), 'yes'],
    ['a statement on the same day', () => issuing({ answer: statement }), 'yes'],
    ['all waived', () => issuing({ answer: waived, right: true }), 'yes'],
    ['a statement, the hearing not mentioned, on the last day', () => issuing({ answer: statement, right: true, on: '2026-03-09' }), 'rights.periodRunning'],
    ['a statement, the hearing not mentioned, the day after', () => issuing({ answer: statement, right: true, on: '2026-03-10' }), 'yes'],
    ['a statement, the hearing waived', () => issuing({ answer: { kind: 'statement', hearing: 'waived' }, right: true }), 'yes'],
    ['a new notice opens new periods', () => issuing({ answer: waived, before: (one) => one.do('h1', 'recordNotice') }), 'rights.periodRunning'],
    ['the periods run on while the case is suspended', () => issuing({ right: true, before: (one) => one.do('q1', 'suspend').on('2026-03-10').do('q1', 'resume'), on: '2026-03-10' }), 'yes'],
  ]); // prettier-ignore
});

describe('the hearing', () => {
  const one = (answer: Answer, when = '2026-03-03', madeAt?: string) =>
    caseIn('investigating')
      .do('h1', 'recordNotice', { hearingRight: true })
      .on(when)
      .asks('h1', 'recordAnswer', { answer, ...(madeAt && { happened: { madeAt: moment(madeAt) } }) });
  const hear = (file: PureCase) => file.do('r2', 'recordHearing');
  says([
    ['asked for on the fifth working day', () => one(asked, '2026-03-09 23:59'), 'yes'],
    ['asked for on the fifth, recorded on the sixth', () => one(asked, '2026-03-10', '2026-03-09 23:59'), 'yes'],
    ['asked for on the sixth, recorded on the seventh', () => one(asked, '2026-03-11', '2026-03-10 00:00'), 'rights.hearingLapsed'],
    ['said to be asked for tomorrow', () => one(asked, '2026-03-05', '2026-03-06'), 'record.notYet'],
    ['asked for on the sixth', () => one(asked, '2026-03-10'), 'rights.hearingLapsed'],
    ['a statement on the sixth', () => one(statement, '2026-03-10'), 'yes'],
    ['asked for and not held', () => issuing({ right: true, answer: asked, on: '2026-05-06' }), 'rights.hearingPending'],
    ['asked for and held', () => issuing({ right: true, answer: asked, before: hear }), 'yes'],
    ['asked for, then a statement added, and not held', () => issuing({ right: true, answer: asked, before: (file) => file.do('h1', 'recordAnswer', { answer: statement }), on: '2026-05-06' }), 'rights.hearingPending'],
    ['asked for, then waived', () => issuing({ right: true, answer: asked, before: (file) => file.do('h1', 'recordAnswer', { answer: waived }) }), 'yes'],
    ['asked for, then given up in answer to a later notice of a hearing', () => issuing({ right: true, answer: asked, before: (file) => file.do('h1', 'recordNotice', { hearingRight: true }).do('h1', 'recordAnswer', { answer: waived }) }), 'yes'],
    ['asked for, then expressly given up with a statement on a lighter notice', () => issuing({ right: true, answer: asked, before: (file) => file.do('h1', 'recordNotice').do('h1', 'recordAnswer', { answer: { kind: 'statement', hearing: 'waived' } }) }), 'yes'],
    ['asked for, then nothing more to say to a notice without one', () => issuing({ right: true, answer: asked, before: (file) => file.do('h1', 'recordNotice').do('h1', 'recordAnswer', { answer: { kind: 'waived', hearing: null } }), on: '2026-05-06' }), 'rights.hearingPending'],
    ['held, then asked for again on a new notice and not held', () => issuing({ right: true, answer: asked, before: (file) => hear(file).do('h1', 'recordNotice', { hearingRight: true }).do('h1', 'recordAnswer', { answer: asked }), on: '2026-05-06' }), 'rights.hearingPending'],
    ['held, then a new notice whose period runs', () => issuing({ right: true, answer: asked, before: (file) => hear(file).do('h1', 'recordNotice', { hearingRight: true }).do('h1', 'recordAnswer', { answer: statement }) }), 'rights.periodRunning'],
  ]); // prettier-ignore

  test('makes the case major, as the right to one does', () => {
    const to = (right: boolean) => caseIn('investigating').do('h1', 'recordNotice', { hearingRight: right }).do('h1', 'submit').do('f1', 'passFirstReview').do('sA', 'signOffSection').do('q1', 'acceptForReview').do('r1', 'giveOpinion').do('q1', 'approveOpinion').state.stage; // prettier-ignore
    expect([to(true), to(false)]).toEqual(['deliberation', 'leaderApproval']);
  });
});

describe('the summary procedure', () => {
  const spot = (
    decision: Proposal,
    partyKind: Filing['partyKind'] = 'organisation',
    filed: Partial<Filing> = {},
    told = decision,
    answer: Answer | null = waived,
  ) => {
    const one = new PureCase({ procedure: 'summary', partyKind, ...filed }).do('h1', 'register');
    one.do('h1', 'recordNotice', { proposed: told });
    if (answer) one.do('h1', 'recordAnswer', { answer });
    return one.asks('h1', 'issueDecision', { decision });
  };
  const fen = (amountFen: number): Proposal => ({ measures: ['fine'], amountFen, confiscatedFen: 0 });
  says([
    ['3,000 yuan for an organisation', () => spot(fen(300_000)), 'yes'],
    ['one fen more', () => spot(fen(300_001)), 'summary.overLimit'],
    ['200 yuan for a person', () => spot(fen(20_000), 'person'), 'yes'],
    ['one fen more for a person', () => spot(fen(20_001), 'person'), 'summary.overLimit'],
    ['a warning', () => spot(proposal(0, ['warning'])), 'yes'],
    ['a warning and a fine', () => spot(proposal(200, ['warning', 'fine']), 'person'), 'yes'],
    ['a confiscation', () => spot(proposal(0, ['confiscation'], 1)), 'summary.overLimit'],
    ['something confiscated beside a fine', () => spot(proposal(200, ['fine'], 1)), 'summary.overLimit'],
    ['nothing at all', () => spot(proposal(0, []), 'organisation', {}, fen(100)), 'summary.overLimit'],
    ['a permit', () => new PureCase({ procedure: 'summary', category: 'permit' }).asks('h1', 'register'), 'procedure.summaryOnlyPenalty'],
    ['a party who was asked and says nothing', () => spot(fen(300_000), 'organisation', {}, fen(300_000), { kind: 'none', hearing: null }), 'yes'],
    ['a party who was not asked', () => spot(fen(300_000), 'organisation', {}, fen(300_000), null), 'rights.periodRunning'],
    ['no decision written', () => new PureCase({ procedure: 'summary' }).do('h1', 'register').asks('h1', 'issueDecision', { decision: undefined }), 'content.notNamed'],
    ['submitted for review', () => new PureCase({ procedure: 'summary' }).do('h1', 'register').asks('h1', 'submit'), 'procedure.summaryNotReviewed'],
    ['filed with the agency before it is decided', () => new PureCase({ procedure: 'summary' }).do('h1', 'register').asks('h1', 'fileSummary'), 'stage.wrongStage'],
    ['an ordinary case issued from the investigation', () => caseIn('investigating').asks('h1', 'issueDecision', { decision: proposal(100) }), 'gate.noPass'],
    ['an ordinary case filed as a summary one', () => caseIn('fulfilment').asks('h1', 'fileSummary'), 'stage.wrongStage'],
  ]); // prettier-ignore
});
