import { z } from 'zod';
import type { CommandInput } from '../../domain/command.ts';
import { actions, reviewItems, type Action, type ReviewItem } from '../../domain/process.ts';
import { sha256Of } from '../../prisma/canonical.ts';
import {
  code,
  day,
  discretion,
  line,
  lines,
  moment,
  persons,
  personId,
  proposal,
  proposalInFen,
  statutoryBasis,
  text,
  texts,
  versionNumber,
  yuan,
  fen,
  filledLine,
} from './values.ts';

type Codes = Omit<CommandInput, 'given'>;

/** The body of one action, and which of it are codes that the process may see; all the rest are words. */
export interface InputRule<Body = never> {
  schema: z.ZodType<Body>;
  codes(body: Body): Codes;
}

function rule<Schema extends z.ZodType>(
  schema: Schema,
  codes: (body: z.output<Schema>) => Codes = () => ({}),
): InputRule {
  return { schema, codes } as unknown as InputRule;
}

const object = z.strictObject;
const opinion = { opinion: text().optional() };
const reasons = object({ reasons: texts.optional() });
const reason = object({ reason: text().optional() });

const draft = object({
  measures: proposal.shape.measures,
  amountYuan: yuan.nullish(),
  confiscatedYuan: yuan.nullish(),
  text: text(),
  facts: text(),
  statutoryBasis,
  discretion,
  changes: text(5_000).nullish(),
});

const item = object({
  item: z.int().min(1).max(11),
  key: z.enum(Object.keys(reviewItems) as [ReviewItem, ...ReviewItem[]]),
  result: z.enum(['conforms', 'doesNotConform', 'notApplicable']),
  basis: text(2_000).optional(),
  note: text(5_000).optional(),
  evidence: z.array(code).max(200).default([]),
});

const redaction = object({
  key: line(60).optional(),
  kind: line(60).optional(),
  text: filledLine(500),
  replaceWith: line(200),
});

/** The evidence kinds of 行政处罚法 46; anything else that is added is a record of an act. */
const evidenceKinds = [
  '书证',
  '物证',
  '视听资料',
  '电子数据',
  '证人证言',
  '当事人的陈述',
  '鉴定意见',
  '勘验笔录',
  '现场笔录',
];
const isEvidence = (kind: string) => kind.split(/[、·]/).some((part) => evidenceKinds.includes(part));

const available: Partial<Record<Action, InputRule>> = {
  addRecord: rule(
    object({
      id: z.string().regex(/^[A-Za-z0-9_.-]{1,40}$/),
      kind: line(60),
      name: filledLine(300),
      description: text(5_000).optional(),
      obtainedAt: moment.optional(),
      by: persons.optional(),
      from: line(200).optional(),
    }),
    (body) => ({ record: { id: body.id, kind: body.kind, isEvidence: isEvidence(body.kind) } }),
  ),
  recordNotice: rule(
    object({
      documentNo: line(60).nullish(),
      kind: line(60),
      proposed: proposal.optional(),
      method: line(200).optional(),
      servedBy: persons.optional(),
      hearingRight: z.boolean().optional(),
    }),
    (body) => ({
      documentNo: body.documentNo ?? undefined,
      proposed: body.proposed && proposalInFen(body.proposed),
      servedBy: body.servedBy,
      hearingRight: body.hearingRight === true,
    }),
  ),
  recordAnswer: rule(
    object({
      kind: z.enum(['statement', 'waived', 'none']),
      text: text().optional(),
      review: text().optional(),
      hearing: z.enum(['requested', 'waived']).optional(),
    }),
    (body) => ({ answer: { kind: body.kind, hearing: body.hearing ?? null } }),
  ),
  saveDraft: rule(
    object({ version: versionNumber.optional(), draft: draft.optional(), newFacts: text().optional() }),
    (body) => ({
      version: body.version,
      draft: body.draft && draftCodes(body.draft),
    }),
  ),
  submit: rule(object({ contentVersion: versionNumber.optional(), materials: lines.optional() }), (body) => body),
  passFirstReview: rule(object(opinion)),
  returnByFirstReviewer: rule(reasons),
  signOffSection: rule(object(opinion)),
  returnBySectionHead: rule(reasons),
  withdrawSubmission: rule(reason),
  acceptForReview: rule(
    object({ reviewer: personId.optional(), materialsComplete: z.boolean().optional() }),
    (body) => body,
  ),
  giveOpinion: rule(
    object({
      verdict: z.enum(['agree', 'correct', 'supplement', 'disagree', 'transfer']).optional(),
      items: z.array(item).max(11).optional(),
      ...opinion,
    }),
    (body) => ({
      verdict: body.verdict,
      items: body.items?.map(({ item: number, key, result, basis, evidence }) => ({
        item: number,
        key,
        result,
        basisGiven: Boolean(basis?.trim()),
        evidence,
      })),
    }),
  ),
  approveOpinion: rule(object({ opinionNo: line(60).optional() }), (body) => body),
  adoptOpinion: rule(object({ reply: text().optional() })),
  approveAsLeader: rule(object(opinion)),
  returnByLeader: rule(reasons),
  issueDecision: rule(
    object({
      documentNo: line(60).optional(),
      contentVersion: versionNumber.optional(),
      seal: z.boolean().optional(),
      decision: proposal.optional(),
      form: line(60).optional(),
      edited: object({ amountYuan: yuan.optional() }).optional(),
      lateReason: text(5_000).optional(),
    }),
    (body) => ({
      documentNo: body.documentNo,
      contentVersion: body.contentVersion,
      decision: body.decision && proposalInFen(body.decision),
      edited: body.edited && { amountFen: fen(body.edited.amountYuan) },
    }),
  ),
  reopen: rule(reasons),
  serve: rule(
    object({
      method: line(200).optional(),
      receipt: line(300).optional(),
      recipient: line(300).optional(),
      consent: line(300).optional(),
      noticeEffectiveOn: day.optional(),
    }),
  ),
  fileSummary: rule(object({ to: persons.optional(), purpose: text(2_000).optional() })),
  preparePublication: rule(
    object({
      redactions: z.union([z.literal('personalInfo'), z.array(redaction).max(200)]).optional(),
      fields: z.literal('publication').optional(),
      earlyReason: text(2_000).optional(),
    }),
  ),
  approvePublication: rule(
    object({ redactionConfirmed: z.boolean().optional(), exemptionApproved: z.boolean().optional(), ...opinion }),
    (body) => ({ redactionConfirmed: body.redactionConfirmed }),
  ),
  publish: rule(object({ channel: line(200).optional(), fields: z.array(line(60)).max(60).optional() }), (body) => ({
    fields: body.fields,
  })),
  recordExecution: rule(
    object({
      kind: line(60).optional(),
      detail: text(5_000).optional(),
      receipt: line(300).optional(),
      basis: text(2_000).optional(),
    }),
    (body) => ({ kind: body.kind }),
  ),
  close: rule(object({ report: text().optional() })),
  archive: rule(
    object({ catalogueComplete: z.boolean().optional(), pages: z.int().nonnegative().max(1_000_000).optional() }),
    (body) => body,
  ),
};

const anything = rule(z.looseObject({}));

/** What the body of an action may hold; actions that are not available yet are refused by the process, not here. */
export function inputRuleOf(action: string): InputRule | null {
  if (action === 'deleteRecord' || action === 'editRecord') return anything;
  return action in actions && action !== 'register' ? (available[action as Action] ?? anything) : null;
}

/** The actions that can be taken, with the schema of each body: what the API description lists. */
export const describedInputs = Object.entries(available).map(([action, { schema }]) => ({
  action: action as Action,
  schema,
}));

function draftCodes(body: z.output<typeof draft>): Codes['draft'] {
  return {
    ...proposalInFen({ ...body, amountYuan: body.amountYuan ?? 0, confiscatedYuan: body.confiscatedYuan ?? 0 }),
    digests: {
      text: sha256Of(body.text),
      facts: sha256Of(body.facts),
      basis: sha256Of(body.statutoryBasis),
      tier: sha256Of(body.discretion ?? null),
    },
  };
}

/** The names of the fields that hold something: non-blank texts, non-empty lists, anything else that is there. */
export function givenIn(body: Record<string, unknown>): string[] {
  return Object.keys(body).filter((key) => holdsSomething(body[key]));
}

function holdsSomething(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.some(holdsSomething);
  return value !== null && value !== undefined;
}
