import { z } from 'zod';
import { day } from './values.ts';

const text = z.string();
const said = z.object({ code: text, zh: text, en: text });

export const leaveReadingQuery = z.strictObject({
  from: day.optional().describe('想请假的第一天，与 to 同写则答谁能替岗 First day of a leave that is thought of; with `to`, who may stand in is answered'),
  to: day.optional(),
}); // prettier-ignore

export const leaveReadingAnswer = z.object({
  leave: z.array(
    z.object({
      from: z.iso.date(),
      to: z.iso.date(),
      kind: text.nullable(),
      substitute: text.nullable(),
      substituteName: text.nullable(),
      when: z.enum(['past', 'now', 'coming']),
    }),
  ),
  standsInFor: z
    .array(z.object({ name: text, from: z.iso.date(), to: z.iso.date() }))
    .describe('现在和将来替谁的岗 For whom this person stands in now and will'),
  asked: z
    .object({
      problem: said.nullable().describe('这段时间不能请假的原因 Why there can be no leave on these days'),
      substitutes: z
        .array(z.object({ id: text, name: text, title: text, sectionName: text, why: said.nullable() }))
        .describe('本机关的各位同事，不能替岗的说明原因 Colleagues of the agency; why not'),
    })
    .nullable(),
});
export type LeaveReadingAnswer = z.infer<typeof leaveReadingAnswer>;
