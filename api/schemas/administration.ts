import { z } from 'zod';
import { otherLimits, roles, stages, type LimitKey, type Role, type Stage } from '../../domain/process.ts';
import { category, code, day, filledLine, line, lines, personId, text, versionNumber, yuan } from './values.ts';

const id = z.string().regex(/^[\w-]{1,64}$/);
const role = z.enum(Object.keys(roles) as [Role, ...Role[]]);
const stage = z.enum(Object.keys(stages) as [Stage, ...Stage[]]);
const limitKey = z.enum([...Object.keys(stages), ...Object.keys(otherLimits)] as [LimitKey, ...LimitKey[]]);
const limit = z.strictObject({ value: z.int().min(1).max(3_650), unit: z.enum(['wd', 'd']) });
const basis = z.array(z.strictObject({ statute: line(), article: line() })).max(50);
const year = z.int().min(2000).max(2100);
const names = z.array(personId).max(200);

const region = z.strictObject({
  code: z.string().regex(/^\d{6}$/),
  name: filledLine(100),
  parent: z.string().regex(/^\d{6}$/).nullable(),
}); // prettier-ignore

const section = z.strictObject({
  id,
  name: filledLine(100),
  kind: code,
  firstReviewer: personId.nullish(),
  head: personId.nullish(),
  leaderInCharge: personId.nullish(),
});

const collective = z.strictObject({
  chair: personId,
  members: names,
  quorum: z.int().min(1).max(200),
  rule: line(500).nullish(),
});

const agency = z.strictObject({
  id,
  name: filledLine(100).optional(),
  shortName: filledLine(60).optional(),
  region: z.string().regex(/^\d{6}$/).optional(),
  level: filledLine(20).optional(),
  creditCode: z.string().regex(/^[0-9A-Z]{18}$/).optional(),
  documentWord: filledLine(30).optional(),
  overseenBy: id.nullable().optional(),
  kind: z.enum(['agency', 'judicialBureau']).optional(),
  categories: z.array(category).max(20).optional(),
  hearingThreshold: z.strictObject({ organisationYuan: yuan, personYuan: yuan, basis: line(500).nullish() }).nullable().optional(),
  legalHead: personId.nullable().optional(),
  legalReviewers: names.optional(),
  collective: collective.nullable().optional(),
  sections: z.array(section).max(500).optional(),
}); // prettier-ignore

const certificate = z.strictObject({
  number: line(60),
  field: line(60).nullish(),
  categories: z.array(code).max(20),
  regions: z.array(z.string().regex(/^\d{6}$/)).max(100),
  validFrom: day,
  validTo: day,
  status: code,
}); // prettier-ignore

/** 休假，及期间的替岗人. */
const leave = z.strictObject({ from: day, to: day, kind: line(60).nullish(), substitute: personId.nullish() });

const person = z.strictObject({
  id: personId,
  agency: id.optional(),
  section: id.optional(),
  name: filledLine(100).optional(),
  title: line(100).optional(),
  roles: z.array(role).max(20).optional(),
  certificate: certificate.nullable().optional(),
  legalExam: z.strictObject({ passed: z.boolean(), certificateNo: line(60).nullish() }).optional(),
  training: z.array(z.strictObject({ year, hours: z.number().min(0).max(2_000) })).max(100).optional(),
  leave: z.array(leave).max(200).optional(),
  hiredOn: day.nullable().optional(),
  leftOn: day.nullable().optional(),
  phone: line(40).nullish(),
  gender: line(10).nullish(),
  firm: line(200).nullish(),
  remark: line(500).nullish(),
}); // prettier-ignore

const entry = z.strictObject({
  id,
  agency: id,
  version: versionNumber,
  effectiveFrom: day,
  effectiveTo: day.nullable(),
  category: code,
  field: line(60),
  level: line(20),
  measures: z.array(code).max(40),
  appliesWhen: z.enum(['always', 'hearing']),
  amountThreshold: z
    .strictObject({
      of: z.enum(['decision', 'projectInvestment']),
      organisationYuan: yuan.nullable(),
      personYuan: yuan.nullable(),
    })
    .nullable(),
  socialImpact: line(500).nullable(),
  reviewMaterials: z.array(line(80)).max(60),
  basis: basis.optional(),
  note: text(2_000).nullish(),
});

const item = z.strictObject({
  id,
  agency: id,
  category,
  name: filledLine(300),
  field: filledLine(60).optional(),
  basis,
  discretion: z.array(z.strictObject({ tier: line(60), condition: text(1_000), measure: text(1_000) })).max(60),
  section: id,
  timeLimit: z.strictObject({ ...limit.shape, basis: line(500) }).nullable(),
  flow: z.array(stage).max(40),
  note: text(2_000).nullish(),
});

const ground = filledLine(500);
const elsewhere = z.strictObject({ ground, agencies: z.array(id).min(1).max(50) });
/** 小机关放宽事项: each with its ground; handling and reviewing, reviewing and signing stay two people always. */
const relaxations = z
  .strictObject({
    headDoesFirstReview: z.strictObject({ ground }).optional(),
    pooledReviewers: elsewhere.optional(),
    signOffElsewhere: elsewhere.optional(),
  })
  .default({});

const rungDays = z.int().min(0).max(120);
/** 催办梯级 of each limit, `every` for all: half-way or not, the others in working days, 0 = off. Due is always marked. */
const ladder = z
  .partialRecord(
    z.enum(['every', ...limitKey.options]),
    z.strictObject({
      halfWay: z.boolean().optional(),
      oneDayBefore: rungDays.optional(),
      plus2: rungDays.optional(),
      plus5: rungDays.optional(),
    }),
  )
  .default({});

const eitherDays = {
  zh: '请写 days，或者写 holidays 和 makeUpWorkdays，不能都写或者都不写',
  en: 'needs either days, or holidays and makeUpWorkdays, not both and not neither',
};
/** A year's notice of the State Council, day by day with names, or as the two lists of a folder. */
const calendarNotice = z
  .strictObject({
    year,
    source: filledLine(200),
    documentNo: filledLine(60).optional(),
    issuedOn: day.optional(),
    days: z
      .array(z.strictObject({ date: day, name: filledLine(40), kind: z.enum(['off', 'working']) }))
      .max(300)
      .optional(),
    holidays: z.array(day).max(200).optional(),
    makeUpWorkdays: z.array(day).max(100).optional(),
    timeZone: z.literal('Asia/Shanghai').optional(),
    officeHours: lines.optional(),
  })
  .refine(({ days, holidays, makeUpWorkdays }) => (days ? !holidays && !makeUpWorkdays : holidays && makeUpWorkdays), {
    path: ['days'],
    params: eitherDays,
  });

/** What each kind of import takes, in the words of the folders. */
export const imports = {
  organisation: z.strictObject({
    regions: z.array(region).max(5_000).default([]),
    agencies: z.array(agency).max(500).default([]),
  }),
  people: z.strictObject({ people: z.array(person).min(1).max(5_000) }),
  catalogue: z.strictObject({ entries: z.array(entry).min(1).max(2_000) }),
  items: z.strictObject({ items: z.array(item).min(1).max(2_000) }),
  calendar: calendarNotice,
  parameters: z.strictObject({
    packs: z.array(z.strictObject({ agency: id, effectiveFrom: day, limits: z.partialRecord(limitKey, limit), relaxations, ladder })).min(1).max(500),
  }),
  series: z.strictObject({
    series: z.array(z.strictObject({ agency: id, series: line(40), year, last: z.int().min(0).max(999_999_999) })).min(1).max(500),
  }),
}; // prettier-ignore
export type ImportKind = keyof typeof imports;

export const importQuery = z.strictObject({
  dryRun: z.enum(['true', 'false']).default('false'),
  basis: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .describe(
      '所看的预演的 basis；预演之后有变动的，不导入，答 409 import.planChanged，details 为新的预演 The basis of the dry run that was looked at: where the plan is another by now nothing is imported, and details of 409 import.planChanged are the new dry run',
    ),
  asOf: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .describe(
      '所看的预演的 asOf；随 basis 一并送来的，拒绝时列明此后谁改了什么（details.changedSince） The asOf of the dry run that was looked at: sent beside basis, a refusal names who changed what since (details.changedSince)',
    ),
});

export const roleChange = z.strictObject({ role, grant: z.boolean().default(true) });
export const namedRoleChange = z
  .strictObject({
    ...roleChange.shape,
    person: personId.optional(),
    to: personId.optional(),
    reason: text(2_000).optional(),
  })
  .refine(({ person: one, to }) => Boolean(one ?? to) && !(one && to && one !== to), { path: ['person'] });

/** One leave; another that begins on the same day, or on the day `replaces`, gives way to it. */
export const leaveEntry = leave.extend({ replaces: day.optional() });
export const leaveCancelled = z.strictObject({ from: day });

export const accountChange = z.strictObject({ what: z.enum(['open', 'renewPassword', 'disable', 'enable']) });

export const trailQuery = z.strictObject({
  before: z.string().regex(/^\d{1,18}$/).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}); // prettier-ignore
