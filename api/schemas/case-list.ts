import { z } from 'zod';
import { actions, categories, roles, stages, type Action, type Role, type Stage } from '../../domain/process.ts';
import { wantedWords } from '../../domain/search-form.ts';
import { inboxScopes } from '../../prisma/inbox-scopes.ts';
import { lineText } from '../plain-text.ts';
import { dueWindows } from '../../domain/due-window.ts';
import { category, personId } from './values.ts';

export const stageName = z.enum(Object.keys(stages) as [Stage, ...Stage[]]);
export const actionName = z.enum(Object.keys(actions) as [Action, ...Action[]]);
export const moment = z.iso.datetime({ offset: true });
const roleName = z.enum(Object.keys(roles) as [Role, ...Role[]]);
const text = z.string();
const sectionId = z.string().regex(/^[\w-]{1,64}$/);

const tooShort = { zh: '至少需要相连的两个字；请多写一个字', en: 'needs two characters side by side; write one more' };
export const words = lineText(100)
  .refine((typed) => wantedWords(typed).length > 0, { params: tooShort })
  .describe('两个字即可，空格分隔的各词都须出现 Two characters are enough; every word must occur');

export const paging = {
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
};

export const inboxQuery = z.strictObject({
  scope: z.enum(inboxScopes).default('mine'),
  stage: stageName.optional(),
  category: category.optional(),
  section: sectionId.optional(),
  holder: personId.optional(),
  due: z
    .enum(dueWindows)
    .optional()
    .describe('已逾期、今天到期、三个工作日内到期 Late, due today, due within three working days'),
  ...paging,
});

/** The numbers that stand above the workbench, and by whom and where it can be narrowed. */
export const inboxSummaryAnswer = z.object({
  late: z.int(),
  today: z.int(),
  soon: z.int(),
  passedOn: z.int(),
  claimable: z.int(),
  sections: z.array(z.object({ id: text, name: text })),
  holders: z.array(z.object({ id: text, name: text })),
});
export type InboxSummaryAnswer = z.infer<typeof inboxSummaryAnswer>;

export const caseListQuery = z.strictObject({
  party: words.optional(),
  number: words.optional(),
  statute: words.optional(),
  text: words.optional(),
  stage: stageName.optional(),
  category: category.optional(),
  section: sectionId.optional(),
  overdue: z.enum(['true', 'false']).optional(),
  ...paging,
});

export const namedHolder = z.object({
  id: text,
  name: text,
  title: text,
  section: text,
  sectionName: text,
  roles: z.array(z.object({ role: roleName, label: text })),
});

/** One row: whose move it is, what is asked of the reader, and when it is due. */
export const listedCaseAnswer = z.object({
  id: text,
  agency: text,
  agencyName: text,
  section: text,
  sectionName: text,
  title: text,
  partyName: text,
  category: z.enum(Object.keys(categories) as [string, ...string[]]),
  categoryName: text,
  procedure: z.enum(['ordinary', 'summary']),
  documentNo: text.nullable(),
  stage: stageName,
  stageName: text,
  stageNameEn: text,
  round: z.int(),
  major: z.boolean(),
  holders: z.array(namedHolder),
  asked: z.array(z.object({ action: actionName, label: text, labelEn: text })),
  due: z
    .object({
      name: z.enum(['stage', 'overall', 'effectOfLaw', 'serve', 'publish', 'withdraw', 'supervision']),
      at: moment,
      day: z.iso.date(),
      inWords: text,
      workdaysLeft: z.int(),
      remaining: text,
      remainingEn: text,
      provisional: z.boolean().describe('途中有年份放假安排尚未公布 A year on the way is not published yet'),
    })
    .nullable(),
  overallDue: z.iso.date().nullable(),
  overdue: z.boolean(),
  urged: z
    .object({ times: z.int(), unanswered: z.int(), label: text, labelEn: text })
    .nullable()
    .describe('催办 How often the holders were urged'),
  lastAt: moment,
});

export const casePageAnswer = z.object({
  total: z
    .int()
    .nullable()
    .describe('共几件；多于一万件的不计 How many in all; null where there are more than ten thousand'),
  items: z.array(listedCaseAnswer),
  nextCursor: text.nullable(),
});
export type ListedCaseAnswer = z.infer<typeof listedCaseAnswer>;
export type CasePageAnswer = z.infer<typeof casePageAnswer>;
