import { describe, expect, test } from '@jest/globals';
import type { MeetingInput } from '../../domain/command.ts';
import { caseIn } from '../support/case-in-stage.ts';
import { meeting } from '../support/plausible-input.ts';
import { says } from '../support/says.ts';
import { smallAgency } from '../support/small-agency.ts';

const convened = () => caseIn('deliberation').do('l1', 'conveneMeeting');
const held = (what: MeetingInput, more: object = {}) =>
  convened().asks('l1', 'recordMeeting', { meeting: what, ...more });
const four = ['l1', 'l2', 'l3', 'l4'];
const votes = (agree: string[], disagree: string[], abstain: string[] = []): MeetingInput['votes'] => [
  ...agree.map((person) => ({ person, opinionGiven: true, vote: 'agree' as const })),
  ...disagree.map((person) => ({ person, opinionGiven: true, vote: 'disagree' as const })),
  ...abstain.map((person) => ({ person, opinionGiven: true, vote: 'abstain' as const })),
];
const withVotes = (list: MeetingInput['votes'], change: Partial<MeetingInput> = {}) => ({
  ...meeting(change),
  votes: list,
});

describe('a meeting is convened for itself', () => {
  const postponed = () =>
    convened().do('l1', 'recordMeeting', {
      meeting: { present: [], absent: [], recused: [], votes: [], result: 'postponed', materialChange: false },
    });
  says([
    ['a meeting that nobody called', () => caseIn('deliberation').asks('l1', 'recordMeeting'), 'meeting.notConvened'],
    ['a call without a time', () => caseIn('deliberation').asks('l1', 'conveneMeeting', { meetingAt: undefined }), 'meeting.notConvened'],
    ['a call without members', () => caseIn('deliberation').asks('l1', 'conveneMeeting', { meeting: undefined }), 'meeting.notConvened'],
    ['postponed without a quorum', () => held({ ...meeting(), present: ['l1'], absent: [], votes: [], result: 'postponed' }), 'yes'],
    ['after a postponement, without a new call', () => postponed().asks('l1', 'recordMeeting'), 'meeting.notConvened'],
    ['after a postponement and a new call', () => postponed().do('l1', 'conveneMeeting').asks('l1', 'recordMeeting'), 'yes'],
  ]); // prettier-ignore

  test('a postponed meeting leaves the case where it is and nobody has voted', () => {
    const { state } = postponed();
    expect([state.stage, state.tookPart.filter(({ as }) => as === 'decider')]).toEqual(['deliberation', []]);
  });
});

describe('who attended', () => {
  const absent = (...list: string[]) => ({
    ...meeting(
      {},
      ['l1', 'l2', 'l3', 'l4', 'l5'].filter((member) => !list.includes(member)),
    ),
    absent: list,
  });
  says([
    ['all five', () => held(meeting()), 'yes'],
    ['four, and one absent', () => held(absent('l5')), 'yes'],
    ['four, and nothing said of the fifth', () => held(meeting({}, four)), 'meeting.opinionMissing'],
    ['three, and two absent', () => held(absent('l4', 'l5')), 'meeting.noQuorum'],
    ['one named four times', () => held({ ...meeting({}, ['l1']), present: ['l1', 'l1', 'l1', 'l1'], absent: ['l2', 'l3', 'l4', 'l5'] }), 'meeting.noQuorum'],
    ['three members and a guest', () => held({ ...meeting({}, ['l1', 'l2', 'l3']), present: ['l1', 'l2', 'l3', 'sA'], absent: ['l4', 'l5'] }), 'meeting.noQuorum'],
    ['four, one of whom is recused', () => held({ ...meeting({}, ['l1', 'l2', 'l3']), present: four, absent: ['l5'], recused: ['l4'] }), 'meeting.noQuorum'],
    ['five, one of whom is recused and left', () => held({ ...meeting({}, ['l1', 'l2', 'l3', 'l5']), present: [...four, 'l5'], recused: ['l4'] }), 'yes'],
    ['a handler who attends to explain, without a vote', () => held({ ...meeting(), present: [...four, 'l5', 'h1'] }), 'yes'],
    ['a handler who attends and votes', () => held({ ...withVotes(votes([...four, 'l5', 'h1'], [])), present: [...four, 'l5', 'h1'] }), 'duty.separation'],
    ['somebody both present and absent', () => held({ ...meeting(), absent: ['l5'] }), 'meeting.opinionMissing'],
    ['the recused one votes', () => held({ ...meeting(), recused: ['l4'] }), 'meeting.recusedTookPart'],
    ['one recused on the case votes, though the minutes do not say so', () => convened().do('l4', 'recuse', { person: 'l4' }).asks('l1', 'recordMeeting'), 'meeting.recusedTookPart'],
  ]); // prettier-ignore
});

describe('opinions and votes', () => {
  const missing = (change: object) =>
    meeting().votes.map((vote) => (vote.person === 'l5' ? { ...vote, ...change } : vote));
  says([
    ['one who attended did not vote', () => held(withVotes(votes(four, []))), 'meeting.opinionMissing'],
    ['one gave no opinion', () => held(withVotes(missing({ opinionGiven: false }))), 'meeting.opinionMissing'],
    ['one has an opinion and no vote', () => held(withVotes(missing({ vote: null }))), 'meeting.opinionMissing'],
    ['one voted twice', () => held(withVotes(votes([...four, 'l5', 'l5'], []))), 'meeting.opinionMissing'],
    ['an absent member voted', () => held({ ...withVotes(votes([...four, 'l5'], [])), present: four, absent: ['l5'] }), 'meeting.opinionMissing'],
    ['a guest voted', () => held({ ...withVotes(votes(['l1', 'l2', 'l3', 'l4', 'l5', 'sB'], [])), present: [...four, 'l5', 'sB'] }), 'role.missing'],
    ['a member who did the first review voted', () => { const one = convened(); one.facts = smallAgency({ duties: { members: ['l1', 'l2', 'l3', 'l4', 'f1'] } }); return one.asks('l1', 'recordMeeting', { meeting: meeting({}, [...four, 'f1']) }); }, 'duty.separation'],
    ['a member on leave voted', () => { const one = convened(); one.facts = smallAgency({ people: { l5: { leave: [{ from: '2026-03-01', to: '2026-03-09' }] } } }); return one.asks('l1', 'recordMeeting'); }, 'person.leave'],
    ['no result', () => held({ ...meeting(), result: null }), 'meeting.opinionMissing'],
  ]); // prettier-ignore
});

describe('minutes that come on record days after the meeting', () => {
  /** Met on Wednesday, l4 on leave on these days; recorded on Friday. */
  const recorded = (from: string, to: string) =>
    caseIn('deliberation', {}, smallAgency({ people: { l4: { leave: [{ from, to }] } } }))
      .do('l1', 'conveneMeeting', { meetingAt: Date.parse('2026-03-04T09:00:00+08:00') })
      .on('2026-03-06')
      .asks('l1', 'recordMeeting');
  says([
    ['a voter whose leave began after the meeting', () => recorded('2026-03-05', '2026-03-09'), 'yes'],
    ['a voter who was on leave on the day of the meeting', () => recorded('2026-03-04', '2026-03-04'), 'person.leave'],
  ]); // prettier-ignore
});

describe('the majority decides', () => {
  const reasons = { given: ['headReasons'] };
  says([
    ['three of five agree', () => held(withVotes(votes(['l1', 'l2', 'l3'], ['l4', 'l5']))), 'yes'],
    ['two agree, three do not', () => held(withVotes(votes(['l1', 'l2'], ['l3', 'l4', 'l5']))), 'meeting.noMajority'],
    ['two agree, one not, two abstain', () => held(withVotes(votes(['l1', 'l2'], ['l3'], ['l4', 'l5']))), 'meeting.noMajority'],
    ['two of four is no majority', () => held({ ...withVotes(votes(['l1', 'l2'], ['l3', 'l4'])), present: four, absent: ['l5'] }), 'meeting.noMajority'],
    ['the head departs and gives reasons', () => held(withVotes(votes(['l1'], ['l2', 'l3', 'l4', 'l5'])), reasons), 'yes'],
    ['another leader departs with reasons', () => convened().asks('l2', 'recordMeeting', { meeting: withVotes(votes(['l2'], ['l1', 'l3', 'l4', 'l5'])), ...reasons }), 'meeting.noMajority'],
    ['back to the investigation although two agree', () => held(withVotes(votes(['l1', 'l2'], ['l3', 'l4', 'l5']), { result: 'investigating' })), 'yes'],
  ]); // prettier-ignore

  test('whoever voted has decided, dissent included, and does nothing else on the case', () => {
    const one = convened().do('l1', 'recordMeeting', { meeting: withVotes(votes(['l1', 'l2', 'l3'], ['l4'], ['l5'])) });
    expect(one.state.tookPart.filter(({ as }) => as === 'decider').map(({ person }) => person)).toEqual([
      'l1',
      'l2',
      'l3',
      'l4',
      'l5',
    ]);
  });
});
