import { z } from 'zod';

const text = z.string();

export const candidatesQuery = z.strictObject({
  for: z
    .enum(['acceptForReview', 'consultAdviser'])
    .describe('指定谁：审核人或者顾问 Whom to name: a reviewer or an adviser'),
});

/** Somebody who might be named; where they may not, why. */
const candidate = z.object({
  id: text,
  name: text,
  title: text,
  sectionName: text,
  agencyName: text,
  inHand: z.int().describe('手上的在办案件 Open cases they hold now'),
  why: z.object({ code: text, zh: text, en: text }).nullable().describe('null 可以指定 null: may be named'),
});

export const candidatesAnswer = z.object({ items: z.array(candidate) });
export type Candidate = z.infer<typeof candidate>;
export type CandidatesAnswer = z.infer<typeof candidatesAnswer>;

export const reviewDeskAnswer = z.object({
  agencyName: text,
  sectionName: text,
  hindrances: z
    .array(z.object({ code: text, zh: text, en: text }))
    .describe('出具意见之前还缺什么 What stands in the way of an opinion beside its own words'),
  statutes: z
    .array(z.object({ statute: text, article: text }))
    .describe(
      '本机关事项和目录中的依据 Statutes of the agency’s items and catalogue; those of the case’s category first',
    ),
  nextOpinionNo: text.describe('意见书的下一个文号 The next number of an opinion'),
});
export type ReviewDeskAnswer = z.infer<typeof reviewDeskAnswer>;
