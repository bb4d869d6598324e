import { z } from 'zod';
import { measures, type Measure } from '../../domain/process.ts';
import { listedCaseAnswer, moment, paging } from './case-list.ts';

const text = z.string();
const said = z.object({ code: text, zh: text, en: text });
const person = z.object({ id: text, name: text });

const call = z
  .object({
    seq: z.int().describe('召集是案件的第几号记录 The event of the call: each meeting has its own'),
    at: moment,
    place: text,
    agenda: text,
    members: z.array(person),
    by: person,
    calledAt: moment,
  })
  .describe('已召集、尚未记录的会议 The meeting that is called and not recorded yet');
export type MeetingCall = z.infer<typeof call>;

const proposed = z.object({
  version: z.int(),
  measures: z.array(z.enum(Object.keys(measures) as [Measure, ...Measure[]])),
  amountYuan: z.number(),
  confiscatedYuan: z.number(),
  text,
});

export const collective = z
  .object({ quorum: z.int(), chair: text.nullable(), members: z.array(person.extend({ title: text })) })
  .describe('集体讨论的成员和法定人数 The members of the collective, and its quorum');

export const agendaQuery = z.strictObject(paging);
export const agendaAnswer = z.object({
  total: z.int().nullable(),
  items: z.array(
    listedCaseAnswer.extend({
      call: call.nullable(),
      proposed: proposed.nullable().describe('拟决定 What the meeting is asked to decide'),
    }),
  ),
  nextCursor: text.nullable(),
  collective: collective
    .nullable()
    .describe('读者的机关没有集体讨论的，为 null Null where the reader’s agency has none'),
});
export type AgendaAnswer = z.infer<typeof agendaAnswer>;
export type AgendaItem = AgendaAnswer['items'][number];

export const meetingAnswer = z.object({
  agencyName: text,
  sectionName: text,
  call: call.nullable(),
  quorum: z.int(),
  chair: text.nullable(),
  members: z.array(
    person.extend({
      title: text,
      recused: z.boolean().describe('已在本案回避 Recused from this case'),
      why: said.nullable().describe('null 可以表决；否则不能表决的理由 Null: may vote; else why not'),
    }),
  ),
  persons: z.record(text, text).describe('历次会议涉及人员的姓名 Names of everybody in the meetings of this case'),
  nextMinutesNo: text,
});
export type MeetingAnswer = z.infer<typeof meetingAnswer>;
export type Member = MeetingAnswer['members'][number];
