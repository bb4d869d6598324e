import { describe, expect, test } from '@jest/globals';
import type { MeetingAnswer } from '../../api/schemas/meetings.ts';
import { attendanceOf, tallyOf } from '../../domain/meeting.ts';
import { heldMeetings } from '../../web/meetings/held-meetings.ts';
import { lackingIn } from '../../web/meetings/lacking.ts';
import { proposalInWords } from '../../web/meetings/proposed.ts';
import { begunMeeting, bodyOf, sittingOf, withAllPresent, withMember, type TypedMeeting, type Vote } from '../../web/meetings/typed-meeting.ts'; // prettier-ignore
import { writtenFrom } from '../../web/meetings/written-minutes.ts';

const why = (code: string, zh: string) => ({ code, zh, en: code });
const members = ['l1', 'l2', 'l3', 'l4', 'l5'].map((id) => ({ id, name: id.toUpperCase(), title: '', recused: id === 'l5', why: id === 'l5' ? why('duty.separation', '已在本案回避') : null })); // prettier-ignore
const desk: MeetingAnswer = { agencyName: '', sectionName: '', call: null, quorum: 4, chair: 'l1', members, persons: {}, nextMinutesNo: '纪要2026-1' }; // prettier-ignore

function written(given: Partial<Record<string, Vote>>, change: Partial<TypedMeeting> = {}): TypedMeeting {
  const votes = Object.entries(given) as [string, Vote][];
  const all = withAllPresent(begunMeeting(desk), members);
  return {
    ...votes.reduce((typed, [id, vote]) => withMember(typed, id, { opinion: `${id}说`, vote }), all),
    ...change,
  };
}
const four = (last: Vote) => ({ l1: 'agree', l2: 'agree', l3: 'agree', l4: last }) as const;
const lacks = (typed: TypedMeeting, actor = 'l2') => lackingIn(typed, desk, actor);

describe('a meeting as it is written down', () => {
  test('begins with what is known: who is recused or away, and the number of the minutes', () => {
    const away = { ...desk, members: members.map((one) => (one.id === 'l4' ? { ...one, why: why('person.leave', '休假') } : one)) }; // prettier-ignore
    const { members: known, minutesNo } = begunMeeting(away);
    expect(known['l5']).toMatchObject({ attends: 'recused', reason: '已在本案回避' });
    expect(known['l4']).toMatchObject({ attends: 'absent', reason: '休假' });
    expect([known['l1'], minutesNo]).toEqual([undefined, '纪要2026-1']);
  });

  test('counts attendance and votes by the rules of the process', () => {
    const sitting = sittingOf(written(four('disagree')), desk);
    expect(attendanceOf(sitting)).toMatchObject({
      attending: ['l1', 'l2', 'l3', 'l4'],
      recused: ['l5'],
      reached: true,
    });
    expect(tallyOf(sitting.meeting)).toEqual({ agree: 3, disagree: 1, abstain: 0, voting: 4, carried: true });
  });

  test('sends each member once, opinions of those alone who attended, and the reasons of the head only where they depart', () => {
    const typed = withMember(written(four('agree'), { result: 'issuing', headReasons: '另有考虑' }), 'l4', { attends: 'absent', reason: '出差' }); // prettier-ignore
    const body = bodyOf(typed, members, false);
    expect(body).toMatchObject({ present: ['l1', 'l2', 'l3'], absent: [{ person: 'l4', reason: '出差' }], recused: [{ person: 'l5' }] }); // prettier-ignore
    expect(body.opinions.map(({ person }) => person)).toEqual(['l1', 'l2', 'l3']);
    expect([body, bodyOf(typed, members, true)].map((one) => 'headReasons' in one)).toEqual([false, true]);
  });
});

describe('what stands in the way of recording', () => {
  test('nothing, once all is there', () => {
    expect(lacks(written(four('disagree'), { result: 'issuing' }))).toEqual([]);
  });

  test('who is not listed, who did not speak or vote, and the outcome, by name', () => {
    expect(lacks(begunMeeting(desk))).toMatchObject([{ what: 'unlisted', persons: ['l1', 'l2', 'l3', 'l4'] }, { what: 'quorum' }, { what: 'result' }]); // prettier-ignore
    expect(lacks(written({ l1: 'agree' }, { result: 'investigating' }))).toEqual([{ what: 'silent', persons: ['l2', 'l3', 'l4'] }]); // prettier-ignore
  });

  test('a decision needs the majority, or reasons of the head, and what was reviewed unchanged', () => {
    const split = { ...four('disagree'), l3: 'disagree' } as const;
    expect(lacks(written(split, { result: 'issuing' }))).toMatchObject([{ what: 'majority' }]);
    expect(lacks(written(split, { result: 'issuing' }), 'l1')).toMatchObject([{ what: 'headReasons' }]);
    expect(lacks(written(split, { result: 'issuing', headReasons: '理由' }), 'l1')).toEqual([]);
    expect(lacks(written(four('agree'), { result: 'issuing', changed: true }))).toMatchObject([{ what: 'change' }]);
  });

  test('a postponed meeting needs nothing', () => {
    expect(lacks({ ...begunMeeting(desk), result: 'postponed' })).toEqual([]);
  });
});

describe('the minutes', () => {
  test('say what was sent, dissent in full, with the names of the day', () => {
    const body = bodyOf(written(four('disagree'), { result: 'issuing', resolution: '同意' }), members, false);
    const meta = { heldAt: '', place: '', recordedBy: '', recordedAt: null };
    const { opinions, recused, no } = writtenFrom(body, meta, { l4: '丁某', l5: '戊某' });
    expect(opinions.at(-1)).toEqual({ name: '丁某', opinion: 'l4说', vote: 'disagree' });
    expect([recused, no]).toEqual([[{ name: '戊某', reason: '已在本案回避' }], '纪要2026-1']);
  });

  test('of several meetings of a case the newest stands first, each with its own call', () => {
    const happened = (seq: number, type: string, words: object) => ({ seq, type, at: `2026-03-0${seq}`, actorName: '甲', words }); // prettier-ignore
    const history = [
      happened(1, 'conveneMeeting', { meetingAt: 'a', place: '一' }), happened(2, 'recordMeeting', { result: 'postponed' }),
      happened(3, 'conveneMeeting', { meetingAt: 'b', place: '二' }), happened(4, 'recordMeeting', { result: 'issuing' }),
    ]; // prettier-ignore
    const held = heldMeetings({ history } as unknown as Parameters<typeof heldMeetings>[0]);
    expect(held.map(({ callSeq, heldAt, words }) => [callSeq, heldAt, words.result])).toEqual([[3, 'b', 'issuing'], [1, 'a', 'postponed']]); // prettier-ignore
  });

  test('measures stand with their amounts', () => {
    const said = proposalInWords({ measures: ['warning', 'fine', 'confiscation'], amountYuan: 65_000, confiscatedYuan: 1_200 }); // prettier-ignore
    expect(said).toBe('警告，罚款 65,000 元，没收 1,200 元');
  });
});
