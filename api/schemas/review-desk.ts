import { z } from 'zod';
import { personId } from './values.ts';

const text = z.string();

/** The acts that name somebody. */
export const namings = ['acceptForReview', 'consultAdviser', 'reassign', 'delegate', 'addReviewer', 'recuse', 'copyTo', 'fileSummary'] as const; // prettier-ignore
export type Naming = (typeof namings)[number];

export const candidatesQuery = z.strictObject({
  for: z
    .enum(namings)
    .describe(
      '指定谁：审核人、顾问、接办人、加签人、回避人、抄送人、备案收件人 Whom to name: a reviewer, an adviser, who takes a task over or joins it, who is recused, who is told, with whom it is filed',
    ),
  from: personId
    .optional()
    .describe(
      '转办、代办时原持有人；回避时为回避人，列出可以决定的负责人 Whose task is handed over; of a recusal, who is recused: those who may decide on it are listed',
    ),
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
