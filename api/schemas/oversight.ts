import { z } from 'zod';
import { stuckCauses, type StuckCause } from '../../domain/stuck.ts';
import { listedCaseAnswer, moment, paging, stageName } from './case-list.ts';
import { category, personId } from './values.ts';

const text = z.string();
export const code = z.string().regex(/^[\w-]{1,64}$/);
// Nothing at all is no number, though it would be taken for 0.
const days = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number);
export const where = {
  region: code.optional().describe('地区及其下辖 A region and all below it'),
  agency: code.optional(),
};
const ofCases = { section: code.optional(), stage: stageName.optional(), category: category.optional() };
const narrowed = { ...where, ...ofCases, holder: personId.optional() };
const causeName = z.enum(Object.keys(stuckCauses) as [StuckCause, ...StuckCause[]]);

export const overdueQuery = z.strictObject({
  ...narrowed,
  ageFrom: days.optional().describe('至少逾期几天 Late by at least so many days'),
  ageTo: days.optional().describe('至多逾期几天 Late by at most so many days'),
  ...paging,
});

export const dueSoonQuery = z.strictObject({
  ...narrowed,
  within: z
    .string()
    .regex(/^(\d{1,2}|1\d\d|2[0-4]\d|250)$/)
    .default('3')
    .transform(Number)
    .describe('几个工作日内到期 Due within so many working days'),
  ...paging,
});

export const stuckQuery = z.strictObject({
  ...narrowed,
  cause: causeName.optional(),
  ageFrom: days.optional().describe('至少停滞几天 Stuck for at least so many days'),
  ageTo: days.optional().describe('至多停滞几天 Stuck for at most so many days'),
  idleDays: z.coerce.number().int().min(1).max(250).optional().describe('几个工作日没有进展算停滞 Working days without anything happening; as in the parameters unless told'), // prettier-ignore
  ...paging,
});

export const standingQuery = z.strictObject({
  ...narrowed,
  ageFrom: days.optional().describe('在本阶段至少几天 In its stage for at least so many days'),
  ageTo: days.optional().describe('在本阶段至多几天 In its stage for at most so many days'),
  ...paging,
});

export const urgedQuery = z.strictObject({ ...narrowed, ...paging });

export const timeInStageQuery = z.strictObject({
  ...where,
  ...ofCases,
  sections: z.coerce.number().int().min(1).max(200).default(20).describe('几个科室，最久的在前 Of so many sections, the slowest first'), // prettier-ignore
});

export const countsQuery = z.strictObject({ ...where, by: z.enum(['agency', 'section']).default('agency') });

export const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);
export const durationsQuery = z.strictObject({
  ...where,
  section: code.optional(),
  category: category.optional(),
  from: month.optional(),
  to: month.optional(),
  by: z.enum(['agency', 'stage']).default('agency').describe('各机关分计，或者合计 Of each agency, or of all together'),
});

export const overseen = listedCaseAnswer.omit({ asked: true, urged: true }).extend({
  region: text,
  regionName: text,
  enteredAt: moment.nullable().describe('进入本阶段 When it entered its stage'),
  daysInStage: z.int(),
});

/** Late by calendar days; 0 when it is not. */
export const dueCase = overseen.extend({ daysLate: z.int() });
export const duePageAnswer = z.object({ total: z.int(), items: z.array(dueCase), nextCursor: text.nullable() });

/** One cause, in words. */
const because = z.object({
  cause: causeName,
  since: moment,
  person: z.object({ id: text, name: text }).nullable(),
  until: z.iso.date().nullable().describe('休假的最后一天 The last day of a leave'),
  inWords: text,
  inWordsEn: text,
});
export const stuckCase = overseen.extend({ stuckSince: moment, daysStuck: z.int(), causes: z.array(because) });
export const stuckPageAnswer = z.object({
  total: z.int(),
  byCause: z
    .partialRecord(causeName, z.int())
    .describe('各原因的件数，一件可有几个原因 How many of each cause; a case may have several'),
  items: z.array(stuckCase),
  nextCursor: text.nullable(),
});

export const standingPageAnswer = z.object({
  total: z.int(),
  items: z.array(overseen),
  nextCursor: text.nullable(),
});

/** Whose holders were urged and did not answer yet. */
export const urgedCase = overseen.extend({
  urged: z.object({ times: z.int(), unanswered: z.int() }),
  movedAt: moment.describe('除提醒和催办外最后一次办理 When something else than a reminder or an urging last happened'),
  daysUnmoved: z.int(),
});
export const urgedPageAnswer = z.object({ total: z.int(), items: z.array(urgedCase), nextCursor: text.nullable() });

export const place = { agency: text, agencyName: text, region: text, regionName: text };
const inStage = { stage: stageName, stageName: text };
export const countsAnswer = z.object({
  open: z.int(),
  overdue: z.int().optional(),
  byAgency: z.array(z.object({ ...place, ...inStage, open: z.int(), overdue: z.int() })).optional(),
  bySection: z
    .array(
      z.object({
        ...place,
        ...inStage,
        section: text,
        sectionName: text,
        /** Days in the stage: from, and to or null for no end. */
        days: z.object({ from: z.int(), to: z.int().nullable() }),
        open: z.int(),
      }),
    )
    .optional(),
});

export const durationsAnswer = z.object({
  items: z.array(
    z.object({
      month: text,
      ...z.object(place).partial().shape,
      ...inStage,
      stays: z.int(),
      medianWorkdays: z.number(),
      p90Workdays: z.number(),
    }),
  ),
});

/** How long open cases have been where they are, in days. */
export const timeInStageAnswer = z.object({
  open: z.int(),
  sections: z.int().describe('共几个科室 How many sections there are in all'),
  items: z.array(
    z.object({
      ...place,
      section: text,
      sectionName: text,
      ...inStage,
      open: z.int(),
      medianDays: z.number(),
      longestDays: z.int(),
    }),
  ),
});

/** What lists can be narrowed to. */
export const placesAnswer = z.object({
  regions: z.array(z.object({ id: text, name: text, parent: text.nullable() })),
  agencies: z.array(z.object({ id: text, name: text, region: text })),
  sections: z.array(z.object({ id: text, name: text, agency: text })),
});

export type UrgedCase = z.infer<typeof urgedCase>;
export type DueCase = z.infer<typeof dueCase>;
export type StuckCase = z.infer<typeof stuckCase>;
export type OverseenCase = z.infer<typeof overseen>;
