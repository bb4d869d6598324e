import { describe } from '@jest/globals';
import type { CommandInput, MeetingInput } from '../../domain/command.ts';
import { caseIn, published } from '../support/case-in-stage.ts';
import { answers, draft, meeting, proposal } from '../support/plausible-input.ts';
import { PureCase } from '../support/pure-case.ts';
import { says } from '../support/says.ts';

const inquiry = () => caseIn('investigating');
const at = (when: string) => Date.parse(`${when}:00+08:00`);
const evidence = (more: object) => ({ record: { id: 'E9', isEvidence: true, ...more } });

describe('persons that nobody knows', () => {
  const convened = () => caseIn('deliberation').do('l1', 'conveneMeeting');
  const minutes = (change: Partial<MeetingInput>) =>
    convened().asks('l1', 'recordMeeting', { meeting: meeting(change, ['l1', 'l2', 'l3', 'l4', 'l5']) });
  const present = ['l1', 'l2', 'l3', 'l4', 'l5'];
  says([
    ['served a notice', () => inquiry().asks('h1', 'recordNotice', { servedBy: ['h1', 'h2', 'ghost'] }), 'person.unknown'],
    ['took evidence', () => inquiry().asks('h1', 'addRecord', evidence({ by: ['h1', 'ghost'] })), 'person.unknown'],
    ['took evidence, of the pool of another agency', () => inquiry().asks('h1', 'addRecord', evidence({ by: ['h1', 'rX'] })), 'yes'],
    ['are called to a meeting', () => caseIn('deliberation').asks('l1', 'conveneMeeting', { meeting: { ...meeting(), present: [...present, 'ghost'] } }), 'person.unknown'],
    ['attended the meeting', () => minutes({ present: [...present, 'ghost'] }), 'person.unknown'],
    ['were absent from it', () => minutes({ absent: ['ghost'] }), 'person.unknown'],
    ['were recused from it', () => minutes({ recused: ['ghost'] }), 'person.unknown'],
    ['explained the case to it and are of the agency', () => minutes({ present: [...present, 'sA'] }), 'yes'],
    ['are recused', () => inquiry().asks('l1', 'recuse', { person: 'ghost' }), 'person.unknown'],
    ['decided on a recusal', () => inquiry().asks('h1', 'recuse', { person: 'h1', decidedBy: 'ghost' }), 'person.unknown'],
    ['get a copy', () => inquiry().asks('h1', 'copyTo', { copiedTo: ['sA', 'ghost'] }), 'person.mayNotRead'],
  ]); // prettier-ignore
});

describe('persons in a place that is not theirs', () => {
  says([
    ['one officer named twice served the notice', () => inquiry().asks('h1', 'recordNotice', { servedBy: ['h1', 'h1'] }), 'certificate.fewerThanTwo'],
    ['a recused officer served it', () => inquiry().do('h2', 'recuse', { person: 'h2' }).do('sA', 'reassign', { from: 'h2', to: 'h3' }).asks('h1', 'recordNotice', { servedBy: ['h1', 'h2'] }), 'certificate.fewerThanTwo'],
    ['whoever is recused decided it', () => inquiry().asks('h1', 'recuse', { person: 'h1', decidedBy: 'h1' }), 'recusal.decidedByThemselves'],
    ['the head decided it', () => inquiry().asks('h1', 'recuse', { person: 'h1', decidedBy: 'l1' }), 'yes'],
    ['a copy for somebody of another agency', () => inquiry().asks('h1', 'copyTo', { copiedTo: ['rX'] }), 'person.mayNotRead'],
    ['a copy for nobody', () => inquiry().asks('h1', 'copyTo', { copiedTo: [] }), 'reasons.missing'],
    ['a copy for the overseer', () => inquiry().asks('h1', 'copyTo', { copiedTo: ['o1'] }), 'yes'],
    ['a reviewer replaced by themself', () => caseIn('legalReview').asks('q1', 'reassign', { from: 'r1', to: 'r1' }), 'person.holdsAlready'],
    ['a first reviewer delegates to themself', () => caseIn('firstReview').asks('f1', 'delegate', { from: 'f1', to: 'f1' }), 'person.holdsAlready'],
    ['who reviews is added to the review', () => caseIn('legalReview').asks('q1', 'addReviewer', { to: 'r1' }), 'person.holdsAlready'],
    ['somebody else is added to it', () => caseIn('legalReview').asks('q1', 'addReviewer', { to: 'r2' }), 'yes'],
  ]); // prettier-ignore
});

describe('times that cannot be', () => {
  const obtained = (when: string) => inquiry().asks('h1', 'addRecord', { ...evidence({}), happened: { obtainedAt: at(when) } }); // prettier-ignore
  const handedOver = (when: string) => inquiry().asks('l1', 'transfer', { happened: { deliveredAt: at(when) } });
  const convened = (when: string) => caseIn('deliberation').on('2026-03-04').asks('l1', 'conveneMeeting', { meetingAt: at(when) }); // prettier-ignore
  const recorded = (when: string, result: MeetingInput['result'] = 'issuing') =>
    caseIn('deliberation').do('l1', 'conveneMeeting', { meetingAt: at('2026-03-05T15:00') }).on(when).asks('l1', 'recordMeeting', { meeting: meeting({ result }) }); // prettier-ignore
  const until = (day: string) => inquiry().asks('sA', 'suspend', { until: day });
  says([
    ['evidence taken tomorrow', () => obtained('2026-03-03T09:00'), 'record.notYet'],
    ['evidence taken in an hour', () => obtained('2026-03-02T10:00'), 'record.notYet'],
    ['evidence taken now, by a clock that goes a little wrong', () => obtained('2026-03-02T09:05'), 'yes'],
    ['evidence taken before the case was filed', () => obtained('2026-01-14T10:00'), 'yes'],
    ['a transfer handed over next year', () => handedOver('2027-03-02T09:00'), 'record.notYet'],
    ['a transfer handed over this afternoon', () => handedOver('2026-03-02T15:00'), 'yes'],
    ['a meeting on the day before the opinion', () => convened('2026-03-01T15:00'), 'meeting.beforeReview'],
    ['a meeting held since, entered late', () => convened('2026-03-03T15:00'), 'yes'],
    ['minutes on the day before the meeting', () => recorded('2026-03-04 17:00'), 'meeting.notYet'],
    ['minutes on the morning of the day', () => recorded('2026-03-05 09:00'), 'yes'],
    ['a meeting put off the day before', () => recorded('2026-03-04 17:00', 'postponed'), 'yes'],
    ['a suspension that ended yesterday', () => until('2026-03-01'), 'suspension.endsBefore'],
    ['a suspension until today', () => until('2026-03-02'), 'yes'],
  ]); // prettier-ignore
});

describe('acts that say nothing', () => {
  const nothing: Partial<CommandInput> = { given: [] };
  const up = () => published(caseIn('fulfilment'));
  const served = () => caseIn('fulfilment').do('h1', 'serve');
  const opinion = (input: Partial<CommandInput>) => caseIn('legalReview').asks('r1', 'giveOpinion', { verdict: 'disagree', ...input }); // prettier-ignore
  const failing = answers({ factsClear: { result: 'doesNotConform' } });
  says([
    ['a comment', () => inquiry().asks('h1', 'comment', nothing), 'reasons.missing'],
    ['a transfer to nobody', () => inquiry().asks('l1', 'transfer', { given: ['ground'] }), 'reasons.missing'],
    ['a coordination that ends the case', () => caseIn('coordination').asks('l2', 'concludeCoordination', { target: 'terminated', given: [] }), 'reasons.missing'],
    ['a correction of nothing', () => up().asks('p1', 'correctPublication', { given: ['reason'] }), 'reasons.missing'],
    ['a correction for no reason', () => up().asks('p1', 'correctPublication', { given: ['what'] }), 'reasons.missing'],
    ['an exemption by a law without its name', () => served().asks('p1', 'exemptPublication', { ground: 'otherLawful', given: ['ground'] }), 'reasons.missing'],
    ['an exemption by a law with its name', () => served().asks('p1', 'exemptPublication', { ground: 'otherLawful', given: ['ground', 'basis'] }), 'yes'],
    ['a disagreement with what conforms throughout', () => opinion(nothing), 'reasons.missing'],
    ['a disagreement with an item', () => opinion({ ...nothing, items: failing }), 'yes'],
    ['a disagreement in words', () => opinion({ given: ['opinion'] }), 'yes'],
    ['a permit that neither grants nor refuses', () => new PureCase({ category: 'permit' }).do('h1', 'register').do('h1', 'saveDraft', { draft: draft(proposal(0, [])) }).asks('h1', 'submit'), 'content.decidesNothing'],
    ['a penalty case that ends in no penalty', () => inquiry().do('h1', 'saveDraft', { draft: draft(proposal(0, [])) }).asks('h1', 'submit'), 'yes'],
  ]); // prettier-ignore
});

describe('acts that contradict the case', () => {
  const prepared = () => caseIn('fulfilment').do('h1', 'serve').do('p1', 'preparePublication');
  says([
    ['a penalty that grants', () => inquiry().asks('h1', 'saveDraft', { draft: draft(proposal(0, ['grant'])) }), 'content.measureOfPermit'],
    ['a notice of a penalty that refuses a permit', () => inquiry().asks('h1', 'recordNotice', { proposed: proposal(0, ['refuse']) }), 'content.measureOfPermit'],
    ['a decision other than the version that passed', () => caseIn('issuing').asks('h1', 'issueDecision', { decision: proposal(90_000) }), 'gate.contentChanged'],
    ['a decision written out as the version that passed', () => caseIn('issuing').asks('h1', 'issueDecision', { decision: proposal(18_000) }), 'yes'],
    ['an exemption approved where publication was prepared', () => prepared().asks('q1', 'approvePublication', { redactionConfirmed: true, exemptionApproved: true }), 'publication.noExemption'],
  ]); // prettier-ignore
});
