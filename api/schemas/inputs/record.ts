import { z } from 'zod';
import { isEvidenceKind } from '../../../domain/evidence-kinds.ts';
import { fileId } from '../evidence-files.ts';
import { object, rule, type InputRules } from '../input-rule.ts';
import {
  evidenceId,
  filledLine,
  happened,
  line,
  lines,
  moment,
  officers,
  persons,
  proposal,
  proposalInFen,
  text,
} from '../values.ts';

/** What is added to the record: evidence, notices, answers, the hearing. */
export const recordInputs: InputRules = {
  addRecord: rule(
    object({
      id: evidenceId,
      kind: filledLine(60),
      name: filledLine(300),
      description: text(5_000).optional(),
      obtainedAt: moment.optional(),
      by: persons.optional(),
      from: line(200).optional(),
      files: z.array(fileId).max(50).optional().describe('已上传的文件 Files that were uploaded'),
    }),
    (body) => ({
      record: { id: body.id, isEvidence: isEvidenceKind(body.kind), by: body.by },
      happened: happened({ obtainedAt: body.obtainedAt }),
    }),
  ),
  recordNotice: rule(
    object({
      documentNo: line(60).nullish(),
      kind: filledLine(60),
      proposed: proposal.optional(),
      method: line(200).optional(),
      servedBy: officers.optional(),
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
      madeAt: moment
        .optional()
        .describe('当事人提出的时间，事后补记的写明 When it was made, where it is recorded later'),
    }).superRefine(saysSomething),
    (body) => ({
      answer: { kind: body.kind, hearing: body.hearing ?? null },
      happened: happened({ madeAt: body.madeAt }),
    }),
  ),
  recordHearing: rule(
    object({
      requestedAt: moment.optional(),
      noticeServedAt: moment.optional(),
      recorder: line(64).optional(),
      public: z.boolean().optional(),
      attended: lines.optional(),
      report: text().optional(),
    }).superRefine(claimedFirst),
    ({ requestedAt, noticeServedAt }) => ({ happened: happened({ requestedAt, noticeServedAt }) }),
  ),
};

const unsaid = {
  zh: '陈述、申辩没有写明内容；请写明当事人提出的意见',
  en: 'a statement without its words; write down what the party said',
};

/** 行政处罚法 45: what the party stated is heard and looked into, so it is on record. */
function saysSomething({ kind, text: said }: { kind: string; text?: string }, context: z.RefinementCtx): void {
  if (kind === 'statement' && !said?.trim()) context.addIssue({ code: 'custom', path: ['text'], params: unsaid });
}

const calledTooSoon = {
  zh: '听证通知早于当事人要求听证；请核对两个时间',
  en: 'the hearing was announced before it was claimed; correct one of the two times',
};

function claimedFirst(given: { requestedAt?: string; noticeServedAt?: string }, context: z.RefinementCtx): void {
  const { requestedAt, noticeServedAt } = given;
  if (requestedAt && noticeServedAt && Date.parse(noticeServedAt) < Date.parse(requestedAt))
    context.addIssue({ code: 'custom', path: ['noticeServedAt'], params: calledTooSoon });
}
