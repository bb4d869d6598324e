import { z } from 'zod';
import { listedCaseAnswer } from './case-list.ts';
import { day } from './values.ts';

const text = z.string();
const said = z.object({ code: text, zh: text, en: text });

export const handOverPeopleAnswer = z.object({
  items: z.array(
    z.object({
      id: text,
      name: text,
      title: text,
      sectionName: text,
      inHand: z.int().describe('在办案件数 Open cases in hand'),
      away: z.enum(['left', 'onLeave']).nullable(),
      awayUntil: z.iso.date().nullable().describe('休假的最后一天 The last day of the leave'),
    }),
  ),
});
export type HandOverPeopleAnswer = z.infer<typeof handOverPeopleAnswer>;

export const handOverQuery = z.strictObject({
  until: day.optional().describe('代办的最后一天；不写为转办 The last day of a delegation; without one the task goes for good'),
}); // prettier-ignore

export const handOverAnswer = z.object({
  action: z.enum(['reassign', 'delegate']),
  person: z.object({ id: text, name: text, title: text, sectionName: text }),
  total: z.int().describe('共几件，至多列 100 件 How many in all; at most 100 are listed'),
  colleagues: z.array(z.object({ id: text, name: text, sectionName: text, inHand: z.int() })),
  cases: z.array(
    z.object({
      ...listedCaseAnswer.pick({ id: true, title: true, partyName: true, documentNo: true, due: true }).shape,
      ...listedCaseAnswer.pick({ stage: true, stageName: true, stageNameEn: true, round: true }).shape,
      mayNot: said.nullable().describe('读者不能转交本案任务的原因 Why the reader may not hand it over at all'),
      to: z.array(z.object({ person: text, why: said.nullable() })).describe('同一角色的各人，不能接的说明原因 Colleagues of the role; why not'),
    }),
  ),
}); // prettier-ignore
export type HandOverAnswer = z.infer<typeof handOverAnswer>;
