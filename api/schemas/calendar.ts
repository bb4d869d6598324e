import { z } from 'zod';
import { dayOf } from '../../domain/calendar.ts';
import { instantOf, type Instant } from '../../domain/instant.ts';
import { moment } from './case-list.ts';

/** Most days that a question may ask for, as in a parameter pack; so that an answer is always quick. */
export const longestBudget = 3_650;
const mostPauses = 50;
const [firstYear, lastYear] = [2000, 2100];

type Words = { zh: string; en: string };
const noMoment = {
  zh: '应为 ISO 8601 的日期或者时刻，如 2026-02-13、2026-02-13T09:00:00+08:00',
  en: 'must be a date or a moment in ISO 8601, such as 2026-02-13 or 2026-02-13T09:00:00+08:00',
};
const outOfRange = {
  zh: `年份应在 ${firstYear} 至 ${lastYear} 之间`,
  en: `must lie in the years ${firstYear} to ${lastYear}`,
};
const noPauses = {
  zh: '应为以逗号分隔的 开始/结束，如 2026-03-02/2026-03-05',
  en: 'must be from/to, separated by commas, such as 2026-03-02/2026-03-05',
};
const tooManyPauses = { zh: `至多 ${mostPauses} 段暂停`, en: `at most ${mostPauses} pauses` };
const backwards = { zh: '暂停的结束早于开始；请更正', en: 'a pause ends before it begins; correct it' };
const overlapping = { zh: '暂停相互重叠；请合并为一段', en: 'pauses overlap; join them into one' };
const early = { zh: '暂停早于期限起算日；请更正', en: 'a pause begins before the period does; correct it' };

/** A question for a due day (GET /api/v1/calendar/due). */
export const dueQuery = z
  .strictObject({
    from: z
      .string()
      .max(40)
      .describe('起算的日期或者时刻，当日不计 The day or moment it begins; that day does not count'),
    budget: z.coerce.number().int().min(1).max(longestBudget),
    unit: z.enum(['wd', 'd']).describe('wd 工作日 working days, d 自然日 calendar days'),
    pauses: z.string().max(4_000).optional().describe('暂停 2026-03-02/2026-03-05,… ISO 8601'),
  })
  .superRefine(({ from, pauses = '' }, context) => {
    const say = (path: string, params: Words) => context.addIssue({ code: 'custom', path: [path], params });
    const begun = instantOf(from);
    const problem = begun ? inRange(begun) : noMoment;
    if (problem) return say('from', problem);
    const wrong = pauses === '' ? null : pausesProblem(begun!, pauses);
    if (wrong) say('pauses', wrong);
  });

/** The pauses of a question that {@link dueQuery} let through, the earliest first. */
export function pausesIn(text: string | undefined): { from: Instant; to: Instant }[] {
  return (readPauses(text ?? '') ?? []).toSorted((a, b) => a.from.at - b.from.at);
}

function readPauses(text: string): { from: Instant; to: Instant }[] | null {
  if (text === '') return [];
  const read = text.split(',').map((one) => {
    const [from, to, ...more] = one.split('/').map(instantOf);
    return from && to && more.length === 0 ? { from, to } : null;
  });
  return read.every((pause) => pause !== null) ? read : null;
}

function pausesProblem(begun: Instant, text: string): Words | null {
  if (!readPauses(text)) return noPauses;
  const pauses = pausesIn(text);
  if (pauses.length > mostPauses) return tooManyPauses;
  const far = pauses.flatMap(({ from, to }) => [inRange(from), inRange(to)]).find((words) => words !== null);
  if (far) return far;
  if (pauses.some(({ from, to }) => isBefore(to, from))) return backwards;
  if (pauses.some(({ from }, index) => index > 0 && isBefore(from, pauses[index - 1]!.to))) return overlapping;
  return pauses.some(({ from }) => isBefore(from, begun)) ? early : null;
}

/** Where one of the two is a day, days are compared. */
function isBefore(one: Instant, other: Instant): boolean {
  return one.dayOnly || other.dayOnly ? dayOf(one.at) < dayOf(other.at) : one.at < other.at;
}

function inRange({ at }: Instant): Words | null {
  const year = Number(dayOf(at).slice(0, 4));
  return year < firstYear || year > lastYear ? outOfRange : null;
}

export const explanation = z.object({ zh: z.string(), en: z.string() });

export const dueAnswer = z.object({
  from: moment,
  budget: z.int(),
  unit: z.enum(['wd', 'd']),
  pauses: z.array(z.object({ from: moment, to: moment, days: z.int() })),
  day: z.iso.date(),
  dueAt: moment,
  provisional: z.boolean().describe('途中有年份放假安排尚未公布 A year on the way is not published yet'),
  calendarVersion: z.int(),
  explanation,
});

export const calendarAnswer = z.object({
  version: z.int(),
  years: z.array(
    z.object({
      year: z.int(),
      version: z.int().describe('随哪一版日历公布 The version of the calendar that it came with'),
      source: z.string(),
      documentNo: z.string().nullable(),
      issuedOn: z.iso.date().nullable(),
      days: z.array(z.object({ date: z.iso.date(), kind: z.enum(['off', 'working']), name: z.string().nullable() })),
    }),
  ),
  missing: z.array(z.int()).describe('本年和下一年中尚未公布的 This year and the next, as far as they are missing'),
  provisionalDeadlines: z.int().describe('全系统暂定的期限数 Provisional deadlines of all agencies'),
  notice: explanation.nullable(),
});
