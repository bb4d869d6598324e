import type { z } from 'zod';
import { sha256Of } from '../../../prisma/canonical.ts';
import { object, reason, rule, type Codes, type InputRules } from '../input-rule.ts';
import {
  discretion,
  filledText,
  lines,
  proposal,
  proposalInFen,
  sensibleProposal,
  statutoryBasis,
  text,
  versionNumber,
  yuan,
} from '../values.ts';

const draft = object({
  measures: proposal.shape.measures,
  amountYuan: yuan.nullish(),
  confiscatedYuan: yuan.nullish(),
  text: filledText(),
  facts: filledText(),
  statutoryBasis: statutoryBasis.min(1),
  discretion,
  changes: text(5_000).nullish(),
}).superRefine(sensibleProposal);

/** Drafting and submitting. */
export const contentInputs: InputRules = {
  saveDraft: rule(
    object({ version: versionNumber.optional(), draft: draft.optional(), newFacts: text().optional() }),
    (body) => ({
      version: body.version,
      draft: body.draft && draftCodes(body.draft),
    }),
  ),
  submit: rule(object({ contentVersion: versionNumber.optional(), materials: lines.optional() }), (body) => body),
  withdrawSubmission: rule(reason),
};

function draftCodes(body: z.output<typeof draft>): Codes['draft'] {
  return {
    ...proposalInFen(body),
    digests: {
      text: sha256Of(body.text),
      facts: sha256Of(body.facts),
      basis: sha256Of(body.statutoryBasis),
      tier: sha256Of(body.discretion ?? null),
    },
  };
}
