import { z } from 'zod';
import { reviewItems, type ReviewItem } from '../../../domain/process.ts';
import { object, opinion, reason, reasons, rule, type InputRules } from '../input-rule.ts';
import {
  asCode,
  evidenceId,
  maybeCode,
  line,
  persons,
  personId,
  sha256,
  text,
  texts,
  versionNumber,
} from '../values.ts';

const item = object({
  item: z.int().min(1).max(11),
  key: z.enum(Object.keys(reviewItems) as [ReviewItem, ...ReviewItem[]]),
  result: z.enum(['conforms', 'doesNotConform', 'notApplicable']),
  basis: text(2_000).optional(),
  note: text(5_000).optional(),
  evidence: z.array(evidenceId).max(200).default([]),
});

/** First review, sign-off, legal review and what answers it. */
export const reviewInputs: InputRules = {
  passFirstReview: rule(object(opinion)),
  returnByFirstReviewer: rule(reasons),
  signOffSection: rule(object(opinion)),
  returnBySectionHead: rule(reasons),
  acceptForReview: rule(
    object({ reviewer: personId.optional(), materialsComplete: z.boolean().optional() }),
    (body) => body,
  ),
  giveOpinion: rule(
    object({
      verdict: z.enum(['agree', 'correct', 'supplement', 'disagree', 'transfer']).optional(),
      items: z.array(item).max(11).superRefine(eachOnce).optional(),
      reviewedHash: sha256
        .optional()
        .describe('所审材料的 SHA-256；材料已变的，不出具 SHA-256 of what was reviewed; refused where it has changed'),
      ...opinion,
    }),
    (body) => ({
      verdict: body.verdict,
      reviewed: body.reviewedHash,
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
  requestSupplement: rule(object({ missing: texts.optional() }), ({ missing }) => ({ count: filled(missing) })),
  supplement: rule(
    object({
      contentVersion: versionNumber.optional(),
      missingAnswered: texts.optional(),
      added: z.array(evidenceId).max(200).optional(),
    }),
    ({ contentVersion, missingAnswered }) => ({ contentVersion, count: filled(missingAnswered) }),
  ),
  consultAdviser: rule(object({ adviser: personId.optional(), questions: texts.optional() }), ({ adviser }) => ({
    adviser,
  })),
  advise: rule(object({ law: text().optional(), risk: text().optional(), socialImpact: text().optional() })),
  extendReview: rule(reason),
  returnOpinion: rule(reasons),
  object: rule(reasons),
  requestCoordination: rule(reasons),
  concludeCoordination: rule(
    object({ to: maybeCode.optional(), conclusion: text().optional(), attended: persons.optional() }),
    ({ to }) => ({ target: asCode(to) }),
  ),
};

const anotherNumber = { zh: '序号与审核事项不符；请核对', en: 'not the number of this review item; correct it' };
const answeredTwice = {
  zh: '同一审核事项作答两次；请只留一项',
  en: 'this review item is answered twice; keep one answer',
};

/** Each of the review items under its own number, and once: two answers to one would contradict each other. */
function eachOnce(items: { item: number; key: ReviewItem }[], context: z.RefinementCtx): void {
  for (const [index, { item: number, key }] of items.entries()) {
    const wrong = (field: string, params: object) =>
      context.addIssue({ code: 'custom', path: [index, field], params: { ...params } });
    if (Object.keys(reviewItems).indexOf(key) + 1 !== number) wrong('item', anotherNumber);
    if (items.findIndex((other) => other.key === key) < index) wrong('key', answeredTwice);
  }
}

function filled(items: string[] | undefined): number {
  return (items ?? []).filter((item) => item.trim() !== '').length;
}
