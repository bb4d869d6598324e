import { z } from 'zod';
import { categories, ladder, type Category, type Rung } from '../../domain/process.ts';
import { actionName, moment, namedHolder, stageName } from './case-list.ts';
import { evidenceItem } from './evidence-files.ts';

const text = z.string();
const day = z.iso.date();
export const clockName = z.enum([
  'stage',
  'overall',
  'effectOfLaw',
  'serve',
  'publish',
  'statement',
  'hearing',
  'withdraw',
  'supervision',
  'delegation',
]);
const obligation = z.enum(['none', 'open', 'done', 'exempt']);
const words = z.record(text, z.unknown());

/** What a small agency relaxed while the case or the round ran, by name, each with the ground it named. */
export const relaxations = z
  .record(text, z.object({ ground: text }))
  .describe('期间适用的小机关放宽事项及其理由 Relaxations in force meanwhile, with their grounds');

/** Where a case stands; days in Shanghai, moments in +08:00. */
export const projection = z.object({
  id: text.nullable(),
  seq: z.int(),
  stage: z.enum([...stageName.options, 'none']),
  stageName: text.nullable(),
  round: z.int(),
  content: z.int().describe('当前内容版本 Current content version; 0 before the first draft'),
  contentHash: text.nullable(),
  reviewedHash: text.nullable(),
  pass: z.int().nullable().describe('通过法制审核的版本 The version that passed review'),
  holder: z.array(text),
  obligations: z
    .object({ serve: obligation, publish: obligation, execute: obligation, file: obligation.optional() })
    .nullable(),
  due: day.nullable(),
  dueAt: moment.nullable(),
  overdue: z.array(clockName),
  provisional: z.boolean(),
  overallDue: day.nullable(),
  effectOfLawDue: day
    .nullable()
    .describe('原许可有效期届满日 Last day of the permit to be renewed, while nothing is decided (XKL 50)'),
  obligationsDue: z.object({ serve: day.nullable(), publish: day.nullable() }),
  withdrawPublicationDue: day.nullable(),
});

/** What an act is answered with: the case as it stands now, and the number of the event. */
export const actAnswer = projection.extend({ id: text, caseId: text });

/** Not known yet whether it took effect: ask GET /api/v1/commands/{id}. */
export const pendingAnswer = z.object({ commandId: text, caseId: text });

export const commandAnswer = z.object({
  commandId: text,
  caseId: text,
  action: text,
  status: z.enum(['received', 'done', 'refused']),
  answer: z.unknown(),
});

const rungName = z.enum(Object.keys(ladder) as [Rung, ...Rung[]]);

/** Why the clock opened a supervision order. */
export const orderGround = z.object({
  deadline: clockName,
  limit: text,
  rung: rungName,
  rungName: text,
  rungNameEn: text,
  words: text,
  wordsEn: text,
});

const orderOfCase = z
  .object({
    id: text,
    status: z.enum(['open', 'replied', 'returned']),
    statusName: text,
    statusNameEn: text,
    openedBy: text,
    openedAt: moment,
    because: orderGround.nullable(),
    asked: z.array(text),
    replyDueAt: moment.nullable(),
    overdue: z.boolean(),
    repliedBy: text.nullable(),
    repliedAt: moment.nullable(),
    returns: z.int(),
  })
  .describe('未办结的督办 The supervision order that is not closed');

const urging = z.object({
  seq: z.int(),
  by: text,
  at: moment,
  whom: z.array(text),
  text: text.nullable(),
  answered: z.object({ seq: z.int(), by: text, at: moment }).nullable(),
});

const saying = { zh: text, en: text };
const standIn = z.object({ for: text, by: text, until: day, because: text, ...saying });
const absent = z.object({
  person: text,
  kind: z.enum(['left', 'noRole', 'certificate', 'onLeave']),
  since: day.nullable(),
  ...saying,
});

const actionLabel = { action: actionName, label: text };

/** One deadline with all that made its day. */
const deadline = z.object({
  id: text,
  name: clockName,
  limit: text,
  label: text,
  labelEn: text,
  status: z.enum(['running', 'paused', 'overdue', 'ended']),
  budget: z.int().nullable().describe('null 指定了最后一日 the last day itself was named'),
  unit: z.enum(['wd', 'd']),
  startedAt: moment,
  pauses: z.array(z.object({ from: moment, to: moment.nullable() })),
  extensions: z.array(z.object({ budget: z.int() })),
  calendarVersion: z.int(),
  parametersFrom: day,
  dueAt: moment.nullable().describe('暂停期间没有 None while it stands still'),
  day: day.nullable(),
  provisional: z.boolean().describe('途中有年份放假安排尚未公布 A year on the way is not published yet'),
  overdue: z.boolean(),
  fired: z.array(z.enum(Object.keys(ladder) as [Rung, ...Rung[]])),
  endedAt: moment.nullable(),
  explanation: z.object({ zh: text, en: text }),
});

const timeLeft = z.object({ workdaysLeft: z.int(), ...saying }).nullable();

const publication = z
  .object({
    status: z.enum(['prepared', 'approved', 'published', 'withdrawn']),
    kind: z.enum(['penalty', 'permit', 'other', 'exemption']),
    title: text,
    partyName: text,
    facts: text,
    publicUntil: day.nullable(),
    fields: z.array(z.object({ code: text, label: text, value: z.union([text, z.number(), z.null()]) })),
  })
  .describe('公示稿 What is, or is to be, published of the latest decision');

export const caseAnswer = projection.extend({
  lastSeq: z.int(),
  lastAt: moment,
  title: text,
  agency: text,
  agencyName: text,
  section: text,
  sectionName: text,
  category: z.enum(Object.keys(categories) as [Category, ...Category[]]),
  categoryName: text,
  procedure: z.enum(['ordinary', 'summary']),
  handlers: z.array(text),
  holders: z.array(namedHolder).describe('持有人 Who holds the task, with role and section'),
  remaining: z
    .object({ stage: timeLeft, overall: timeLeft, effectOfLaw: timeLeft })
    .describe('还剩多少 How much time is left'),
  standIns: z.array(standIn).describe('替岗 Who stands in for whom'),
  absent: z.array(absent).describe('不在岗的持有人 Holders who are absent, as reported'),
  major: z.boolean(),
  majorBecause: z.array(text),
  difficult: z.boolean(),
  renewedByLawAt: moment
    .nullable()
    .describe('视为准予延续的时间 When the permit came to count as renewed, for nothing was decided (XKL 50)'),
  relaxations,
  decision: z.object({ documentNo: text, at: moment }).nullable(),
  publication: publication.nullable(),
  supervision: orderOfCase.nullable(),
  urgings: z.array(urging),
  filed: words,
  persons: z.record(text, text).describe('姓名 Names by person id'),
  evidence: z.array(evidenceItem).describe('证据和记录，连同文件 Evidence and records, with their files'),
  contentVersions: z.array(z.object({ version: z.int(), hash: text, createdBy: text, words })),
  deadlines: z
    .array(deadline)
    .describe('期限台账 Every deadline the case has or had, in the order in which they began'),
  history: z.array(
    z.object({
      seq: z.int(),
      type: text,
      label: text,
      at: moment,
      actor: text,
      actorName: text.nullable(),
      stage: stageName,
      round: z.int(),
      pass: z.enum(['given', 'voided', 'offRecord', 'unchanged']),
      standIns: z.array(standIn).optional(),
      standInsEnded: z.array(standIn).optional(),
      absent: z.array(absent).optional(),
      rung: z
        .object({
          name: z.enum(Object.keys(ladder) as [Rung, ...Rung[]]),
          label: text,
          labelEn: text,
          deadline: clockName,
        })
        .optional()
        .describe('催办梯级 The rung of the ladder that a deadline reached'),
      told: z.array(text).optional().describe('通知的人员 Whom the event is told'),
      late: z.boolean().optional().describe('系统停运期间到期，恢复后补记 Fell due while the system was away'),
      moved: z
        .array(z.object({ name: clockName, label: text, labelEn: text, from: day, to: day }))
        .optional()
        .describe('随新日历变动的期限 Deadlines that a new calendar moved'),
      words,
    }),
  ),
  asked: z
    .array(actionName)
    .describe('本案现在等着办的事项，不论由谁办 What the case asks for now, of whomever it may be'),
  allowedActions: z.array(z.object(actionLabel)),
  otherActions: z.array(z.object({ ...actionLabel, code: text, why: text, whyEn: text })),
});
export type CaseAnswer = z.infer<typeof caseAnswer>;
