import { z } from 'zod';
import { object, opinion, reason, rule, type InputRules } from '../input-rule.ts';
import { endsAfterItBegins, asCode, maybeCode, day, filledLine, line, persons, text } from '../values.ts';

const redaction = object({
  key: line(60).optional(),
  kind: line(60).optional(),
  text: filledLine(500),
  replaceWith: line(200),
});

/** What a publication says that no draft holds; over what was filed for it. */
const particulars = {
  violationType: line(500).optional().describe('违法行为类型；不填的，写案由 The cause where none is given'),
  penaltyType: line(500).optional().describe('处罚类别；不填的，按决定的处罚种类写 As decided where none is given'),
  permitTaken: line(500).optional(),
  validUntil: day.optional().describe('处罚有效期；不填的，为长期 2099-12-31 where none is given'),
  publicUntil: day.optional().describe('公示截止期；处罚不填的，为三年 Three years for a penalty where none is given'),
  permitDocumentName: line().optional(),
  permitType: line(40).optional().describe('许可类别；没有的，拟制不了 Without one, a permit is not prepared'),
  certificateName: line().optional(),
  certificateNo: line().optional(),
  validFrom: day.optional(),
  validTo: day.optional(),
  status: line(40).optional(),
};

/** Service, publication, execution, closing. */
export const fulfilmentInputs: InputRules = {
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
      ...particulars,
    }).superRefine(endsAfterItBegins),
  ),
  approvePublication: rule(
    object({ redactionConfirmed: z.boolean().optional(), exemptionApproved: z.boolean().optional(), ...opinion }),
    ({ redactionConfirmed, exemptionApproved }) => ({ redactionConfirmed, exemptionApproved }),
  ),
  publish: rule(object({ channel: line(200).optional(), fields: z.array(line(60)).max(60).optional() }), (body) => ({
    fields: body.fields,
  })),
  exemptPublication: rule(
    object({
      ground: maybeCode.optional(),
      basis: text(2_000).optional(),
      scope: text(2_000).optional(),
      publicNotice: text(2_000).optional(),
      earlyReason: text(2_000).optional(),
    }),
    ({ ground }) => ({ ground: asCode(ground) }),
  ),
  correctPublication: rule(
    object({
      what: text().optional(),
      reason: text().optional(),
      redactions: z
        .array(redaction)
        .max(200)
        .optional()
        .describe('本应隐去而没有隐去的文字，更正时一并隐去 What should have been hidden, and is from now on'),
    }),
  ),
  withdrawPublication: rule(reason),
  recordExecution: rule(
    object({
      kind: maybeCode.optional(),
      detail: text(5_000).optional(),
      receipt: line(300).optional(),
      basis: text(2_000).optional(),
    }),
    (body) => ({ kind: asCode(body.kind) }),
  ),
  close: rule(object({ report: text().optional() })),
  archive: rule(
    object({ catalogueComplete: z.boolean().optional(), pages: z.int().nonnegative().max(1_000_000).optional() }),
    (body) => body,
  ),
};
