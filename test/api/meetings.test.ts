import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { agendaAnswer, meetingAnswer } from '../../api/schemas/meetings.ts';
import { playingStages, type Played } from '../support/played-stages.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';

let system: RecordedSystem;
let waiting: Played;
const leaders = ['xltyj-l1', 'xltyj-l2', 'xltyj-l3', 'xltyj-l4', 'xltyj-l5'];
const called = { meetingAt: '2026-03-03T15:00:00+08:00', place: '三楼会议室', members: leaders, agenda: '某公司案' };

beforeAll(async () => {
  system = await createRecordedSystem();
  waiting = await playingStages(system).ordinary('deliberation');
});
afterAll(() => system.close());

const act = (person: string, action: string, body: object, { id, at }: Played = waiting) =>
  system.post(person, `/api/v1/cases/${id}/actions/${action}`, body, at);
const agenda = async (person: string) =>
  agendaAnswer.parse((await system.get(person, '/api/v1/meetings', waiting.at)).body);
const meeting = async (person: string, { id, at }: Played = waiting) =>
  meetingAnswer.parse((await system.get(person, `/api/v1/cases/${id}/meeting`, at)).body);

describe('the agenda', () => {
  test('names the cases that wait with what each proposes, and whom one may call', async () => {
    const { items, collective } = await agenda('xltyj-l1');
    expect(items).toMatchObject([{ id: waiting.id, stage: 'deliberation', call: null, asked: [{ action: 'conveneMeeting' }] }]); // prettier-ignore
    expect(items[0]!.proposed).toMatchObject({ measures: ['fine'] });
    expect(items[0]!.proposed!.amountYuan).toBeGreaterThan(0);
    expect(collective).toMatchObject({ quorum: 4, chair: 'xltyj-l1' });
    expect(collective!.members.map(({ id }) => id)).toEqual(leaders);
  });

  test('asks nothing of whoever may not convene, and shows another agency nothing', async () => {
    expect((await agenda('xltyj-q1')).items).toMatchObject([{ id: waiting.id, asked: [] }]);
    expect((await agenda('czsw-l1')).items).toEqual([]);
    expect((await agenda('xltsf-o1')).collective).toBeNull();
  });

  test('says when and where a meeting is called and by whom, until it is recorded', async () => {
    expect(await act('xltyj-l1', 'conveneMeeting', called)).toMatchObject({ status: 200 });
    const [item] = (await agenda('xltyj-l2')).items;
    expect(item).toMatchObject({ asked: [{ action: 'recordMeeting' }], call: { at: called.meetingAt, place: '三楼会议室', by: { id: 'xltyj-l1' } } }); // prettier-ignore
    expect(item!.call!.members.map(({ id, name }) => [id, name !== ''])).toEqual(leaders.map((id) => [id, true]));
    await act('xltyj-l1', 'recordMeeting', { result: 'postponed' });
    expect((await agenda('xltyj-l2')).items[0]!.call).toBeNull();
    await act('xltyj-l1', 'conveneMeeting', called);
  });
});

describe('the meeting of a case', () => {
  test('names its members, who may not vote and why, and the number of the next minutes', async () => {
    await act('xltyj-l5', 'recuse', { person: 'xltyj-l5', reason: '与当事人有亲属关系' });
    const { members, quorum, nextMinutesNo, call } = await meeting('xltyj-l1');
    expect([quorum, call?.place, nextMinutesNo]).toEqual([4, '三楼会议室', '集体讨论纪要2026-1']);
    expect(members.map(({ id, recused, why }) => [id, recused, why?.zh ?? null])).toEqual([
      ...leaders.slice(0, 4).map((id) => [id, false, null]),
      ['xltyj-l5', true, '已在本案回避'],
    ]);
  });

  test('is shown to nobody who may not read the case', async () => {
    expect(await system.get('czsw-l1', `/api/v1/cases/${waiting.id}/meeting`, waiting.at)).toMatchObject({ status: 404 }); // prettier-ignore
  });

  test('whoever records second is told who recorded it, when it was postponed too', async () => {
    const postponed = { result: 'postponed', minutesNo: '局集体讨论纪要2026-7' };
    expect(await act('xltyj-l1', 'recordMeeting', postponed)).toMatchObject({ status: 200 });
    const { status, body } = await act('xltyj-l2', 'recordMeeting', { result: 'postponed' });
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'meeting.notConvened' });
    expect(body.details.last).toMatchObject({ type: 'recordMeeting', actor: 'xltyj-l1' });
    expect((await meeting('xltyj-l1')).nextMinutesNo).toBe('局集体讨论纪要2026-8');
  });

  test('a member who voted twice is refused in words that say so', async () => {
    await act('xltyj-l1', 'conveneMeeting', called);
    const opinions = [...leaders.slice(0, 4), 'xltyj-l4'].map((person) => ({
      person,
      opinion: '同意。',
      vote: 'agree',
    }));
    const recused = [{ person: 'xltyj-l5', reason: '亲属' }];
    const body = { present: leaders.slice(0, 4), recused, opinions, result: 'issuing' };
    const refused = await act('xltyj-l1', 'recordMeeting', body);
    expect(refused.body).toMatchObject({ status: 409, code: 'meeting.opinionMissing', details: { missing: ['xltyj-l4'] } }); // prettier-ignore
    expect(refused.body.detail).toContain('不能重复');
  });
});
