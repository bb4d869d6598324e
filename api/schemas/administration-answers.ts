import { z } from 'zod';
import { clockName } from './case.ts';

const change = z.object({
  kind: z.string(),
  id: z.string(),
  name: z.string().optional().describe('记录有名称的 Where the record has a name'),
  /** Absent where a new record does not say it, which then is among the breaks. */
  agency: z.string().optional(),
  what: z.enum(['added', 'changed']),
  fields: z
    .record(z.string(), z.object({ before: z.unknown(), after: z.unknown() }))
    .describe('改动的内容；预演时也列新增记录的内容 What differs; in a dry run what a new record says as well'),
});
const broken = z.object({
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  kind: z.string(),
  id: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
});

const terms = z.object({
  value: z.int(),
  unit: z.enum(['wd', 'd']),
  ladder: z.object({ halfWay: z.boolean(), oneDayBefore: z.int(), plus2: z.int(), plus5: z.int() }),
});
/** What a new pack changes, and how many open cases keep the old terms or come to the new ones. */
const packEffect = z.object({
  agency: z.string(),
  effectiveFrom: z.iso.date(),
  limit: z.string(),
  label: z.string(),
  before: terms,
  after: terms,
  keepTheirTerms: z.int(),
  comeToIt: z.int(),
});

const deadlineMove = z.object({
  case: z.string(),
  agency: z.string(),
  deadline: clockName,
  limit: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  wasProvisional: z.boolean(),
  provisional: z.boolean(),
});
/** What a year of the calendar means for the deadlines that are open now; at most 1,000 of each are listed, all are counted. */
const deadlineMoves = z.object({
  moved: z.array(deadlineMove).describe('会变动的期限 Deadlines that move'),
  settled: z.array(deadlineMove).describe('不变、不再暂定的期限 Deadlines that stay, or are certain from now on'),
  movedCount: z.int(),
  settledCount: z.int(),
});

export const importAnswer = z.object({
  dryRun: z.boolean(),
  applied: z.boolean(),
  basis: z
    .string()
    .optional()
    .describe('预演的摘要，确认时带上 Of a dry run: what it was computed on, to be sent with the confirmation'),
  asOf: z
    .string()
    .optional()
    .describe(
      '预演时最后一次改动的序号，确认时与摘要一并带上 Of a dry run: the latest change then, to be sent beside the basis',
    ),
  changes: z.array(change),
  breaks: z.array(broken),
  effects: z.array(packEffect).optional(),
  deadlines: deadlineMoves.optional(),
  accounts: z.array(z.object({ username: z.string(), password: z.string() })).optional(),
});
export const roleAnswer = z.object({
  person: z.string(),
  roles: z.array(z.string()),
  /** Cases and duties that are now without the role. */
  leaves: z.array(broken),
});
export const leaveAnswer = z.object({
  person: z.string(),
  leave: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      kind: z.string().nullish(),
      substitute: z.string().nullish(),
    }),
  ),
});
export const accountAnswer = z.object({ username: z.string(), disabled: z.boolean(), password: z.string().optional() });

export const trailAnswer = z.object({
  items: z.array(
    z.object({
      position: z.string(),
      at: z.string(),
      person: z.string(),
      personName: z.string().nullable(),
      action: z.string(),
      kind: z.string(),
      id: z.string(),
      name: z.string().nullable().describe('人员、账号的姓名 Of people and accounts whose it is'),
      what: z.string(),
      before: z.unknown(),
      after: z.unknown(),
    }),
  ),
  next: z.string().nullable(),
});
/** Who changed what since the dry run that was looked at; empty where it was nothing that the reader administers. */
export const changedSinceAnswer = z.array(
  z.object({
    at: z.string(),
    person: z.string(),
    personName: z.string().nullable(),
    action: z.string(),
    zh: z.string(),
    en: z.string(),
    records: z.array(
      z.object({
        kind: z.string(),
        id: z.string(),
        name: z.string().nullable(),
        what: z.string(),
        fields: z.array(z.string()),
      }),
    ),
    count: z.int(),
  }),
);
export type ChangedSinceAnswer = z.infer<typeof changedSinceAnswer>;
export type ImportAnswer = z.infer<typeof importAnswer>;
export type TrailAnswer = z.infer<typeof trailAnswer>;
