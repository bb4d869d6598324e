import { z } from 'zod';
import { laddered } from '../../domain/ladder.ts';
import { categories, otherLimits, reviewItems, stages, type LimitKey, type ReviewItem } from '../../domain/process.ts';
import { verdicts } from '../../domain/review-answers.ts';
import type { ClockName } from '../../domain/state.ts';
import { outcomes } from '../../prisma/oversight/statistics.ts';
import { paging, stageName } from './case-list.ts';
import { code, month, overseen, place, where } from './oversight.ts';
import { category } from './values.ts';

const text = z.string();
const named = { name: text, nameEn: text };
const categoryName = z.enum(Object.keys(categories) as [string, ...string[]]);
const verdict = z.enum(verdicts);
const outcome = z.enum(outcomes);
const item = z.enum(Object.keys(reviewItems) as [ReviewItem, ...ReviewItem[]]);
const clock = z.enum(laddered as [ClockName, ...ClockName[]]);
const limit = z.enum(['untilDay', ...Object.keys(stages), ...Object.keys(otherLimits)] as [LimitKey, ...LimitKey[]]);

export const statisticsQuery = z.strictObject({ ...where, from: month.optional(), to: month.optional() });

export const statisticsAnswer = z.object({
  /** The months counted, both included. */
  from: text,
  to: text,
  filed: z.array(
    z.object({
      month: text,
      ...place,
      section: text,
      sectionName: text,
      category: categoryName,
      categoryName: text,
      outcome,
      cases: z.int(),
    }),
  ),
  opinions: z.array(z.object({ month: text, verdict, opinions: z.int() })),
  items: z.array(
    z.object({ item, name: text, opinions: z.int().describe('答“不符合”的意见数 Opinions that answer it with no') }),
  ),
  limits: z.array(
    z.object({
      clock,
      limit,
      ...named,
      ended: z.int().describe('期间内了结的期限 Deadlines that ended in these months'),
      late: z.int().describe('其中逾期后才了结的 Of those, after they had passed'),
    }),
  ),
});
export type StatisticsAnswer = z.infer<typeof statisticsAnswer>;

/** The rows that one figure counts. */
export const countedQuery = z.strictObject({
  of: z.enum(['filed', 'opinions', 'items', 'limits', 'stays']),
  ...where,
  section: code.optional(),
  from: month.optional(),
  to: month.optional(),
  category: category.optional(),
  outcome: outcome.optional(),
  verdict: verdict.optional(),
  item: item.optional(),
  clock: clock.optional().describe('哪一种期限 Which deadline'),
  limitKey: limit.optional(),
  late: z.enum(['true', 'false']).optional(),
  stage: stageName.optional().describe('期间内办结的阶段（stays） The stage that was left in these months, of stays'),
  ...paging,
});
export const countedPageAnswer = z.object({ total: z.int(), items: z.array(overseen), nextCursor: text.nullable() });
