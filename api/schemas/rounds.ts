import { z } from 'zod';
import { reviewItems, type ReviewItem } from '../../domain/process.ts';
import { actionName, moment } from './case-list.ts';
import { relaxations } from './case.ts';
import { discretion, measure, statutoryBasis } from './values.ts';

const text = z.string();
const texts = z.array(text);
const verdict = z.enum(['agree', 'correct', 'supplement', 'disagree', 'transfer']);
const result = z.enum(['conforms', 'doesNotConform', 'notApplicable']);

export const versionParams = z.object({ id: text, version: z.coerce.number().int().min(1).max(100_000) });
export const versionQuery = z.strictObject({
  compareTo: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .optional()
    .describe('与哪一版比较 The version to compare with'),
});

/** A run of text: same and removed make up the earlier text, same and added the later one. */
const differences = z.array(z.object({ kind: z.enum(['same', 'removed', 'added']), text }));
const namedMeasures = z.array(z.object({ measure, label: text }));
const yuanChange = z.object({ from: z.number(), to: z.number() });
const person = z.object({ id: text, name: text });

export const contentVersion = z.object({
  version: z.int(),
  hash: text,
  createdBy: person,
  createdAt: moment,
  measures: namedMeasures,
  amountYuan: z.number(),
  confiscatedYuan: z.number(),
  text,
  facts: text,
  statutoryBasis,
  discretion,
  changes: text.nullable(),
  newFacts: text.nullable(),
});

export const contentChange = z.object({
  from: z.int(),
  to: z.int(),
  measures: z.object({ same: namedMeasures, removed: namedMeasures, added: namedMeasures }),
  amountYuan: yuanChange,
  confiscatedYuan: yuanChange,
  text: differences,
  facts: differences,
  basis: differences,
  discretion: differences,
});

export const versionAnswer = z.object({ version: contentVersion, comparison: contentChange.nullable() });

const itemNamed = {
  item: z.int(),
  key: z.enum(Object.keys(reviewItems) as [ReviewItem, ...ReviewItem[]]),
  label: text,
};
const itemAnswer = z.object({ ...itemNamed, result, resultLabel: text, basis: text, note: text, evidence: texts });
const itemChange = z.object({
  ...itemNamed,
  from: result.nullable(),
  to: result.nullable(),
  basis: differences,
  note: differences,
  evidence: z.object({ same: texts, removed: texts, added: texts }),
});

const opinion = z.object({
  verdict: verdict.nullable(),
  verdictLabel: text,
  by: person,
  at: moment,
  opinion: text,
  items: z.array(itemAnswer),
});

export const round = z.object({
  round: z.int(),
  openedBy: actionName,
  openedAt: moment,
  contentVersion: z.int(),
  reviewedHash: text.nullable(),
  reviewer: person.nullable(),
  opinion: opinion.nullable(),
  opinionNo: text.nullable(),
  signedBy: person.nullable(),
  signedAt: moment.nullable(),
  advice: z.array(
    z.object({
      askedBy: person,
      askedAt: moment,
      adviser: person.nullable(),
      questions: texts,
      answeredAt: moment.nullable(),
      law: text.nullable(),
      risk: text.nullable(),
      socialImpact: text.nullable(),
    }),
  ),
  returns: z.array(z.object({ by: person, at: moment, reasons: texts, opinion: opinion.nullable() })),
  supplements: z.array(
    z.object({ by: person, at: moment, missing: texts, answeredAt: moment.nullable(), answers: texts }),
  ),
  relaxations,
  response: z.object({ action: actionName, label: text, by: person, at: moment, words: texts }).nullable(),
  /** What changed since the round before; null in the first. The content is null where it is the same version. */
  changed: z.object({ since: z.int(), content: contentChange.nullable(), items: z.array(itemChange) }).nullable(),
});

export const roundsAnswer = z.object({ rounds: z.array(round) });
export type VersionAnswer = z.infer<typeof versionAnswer>;
export type ContentVersion = z.infer<typeof contentVersion>;
export type ContentChange = z.infer<typeof contentChange>;
export type Round = z.infer<typeof round>;
export type Opinion = z.infer<typeof opinion>;
export type ItemChange = z.infer<typeof itemChange>;
