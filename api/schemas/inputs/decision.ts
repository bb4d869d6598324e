import { z } from 'zod';
import { object, opinion, reasons, rule, type InputRules } from '../input-rule.ts';
import {
  fen,
  happened,
  line,
  lines,
  moment,
  namedTwice,
  personId,
  persons,
  proposal,
  proposalInFen,
  text,
  texts,
  versionNumber,
  yuan,
} from '../values.ts';

const member = z.strictObject({ person: personId, reason: text(2_000).optional(), leftAt: moment.optional() });
const unsealed = {
  zh: '决定书必须盖有本机关的印章（行政处罚法第五十九条）；请用印后制发',
  en: 'the decision must bear the seal of the agency (art. 59); seal it, then issue it',
};
const idOf = ({ person }: { person: string }) => person;
const members = z
  .array(member)
  .max(50)
  .refine((listed) => new Set(listed.map(idOf)).size === listed.length, { params: namedTwice });

/** Meeting, approval, the decision itself, and what undoes it. */
export const decisionInputs: InputRules = {
  conveneMeeting: rule(
    object({
      meetingAt: moment.optional(),
      place: line(200).optional(),
      members: persons.optional(),
      agenda: text().optional(),
    }),
    ({ meetingAt, members = [] }) => ({
      meetingAt: meetingAt === undefined ? undefined : Date.parse(meetingAt),
      meeting: { present: members, absent: [], recused: [], votes: [], result: null, materialChange: false },
    }),
  ),
  recordMeeting: rule(
    object({
      present: persons.optional(),
      absent: members.optional(),
      recused: members.optional(),
      opinions: z
        .array(
          z.strictObject({
            person: personId,
            opinion: text().optional(),
            vote: z.enum(['agree', 'disagree', 'abstain']).optional(),
          }),
        )
        .max(50)
        .optional(),
      result: z.enum(['issuing', 'investigating', 'terminated', 'postponed']).optional(),
      resolution: text().optional(),
      minutesNo: line(100).optional(),
      materialChange: object({ amountYuan: yuan.optional() }).optional(),
      headReasons: text().optional(),
    }),
    (body) => ({
      meeting: {
        present: body.present ?? [],
        absent: (body.absent ?? []).map(idOf),
        recused: (body.recused ?? []).map(idOf),
        votes: (body.opinions ?? []).map(({ person, opinion: said, vote }) => ({
          person,
          opinionGiven: Boolean(said?.trim()),
          vote: vote ?? null,
        })),
        result: body.result ?? null,
        materialChange: body.materialChange !== undefined,
      },
      happened: happened(
        Object.fromEntries((body.recused ?? []).map(({ person, leftAt }) => [`recused.${person}`, leftAt])),
      ),
    }),
  ),
  approveAsLeader: rule(object(opinion)),
  returnByLeader: rule(reasons),
  reopen: rule(object({ reason: text().optional(), reasons: texts.optional() })),
  issueDecision: rule(
    object({
      documentNo: line(60).optional(),
      contentVersion: versionNumber.optional(),
      seal: z.boolean().refine(Boolean, { params: unsealed }).optional(),
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
  amendDecision: rule(
    object({ reason: text().optional(), source: line(200).optional(), sourceNo: line(100).optional() }),
  ),
  annulDecision: rule(
    object({
      reason: text().optional(),
      source: line(200).optional(),
      sourceNo: line(100).optional(),
      redo: z.boolean().optional(),
      effect: z.enum(['annulled', 'foundUnlawful', 'void']).optional(),
    }),
    ({ redo }) => ({ redo }),
  ),
  terminate: rule(object({ ground: text(2_000).optional(), documents: lines.optional() })),
  transfer: rule(
    object({
      ground: text(2_000).optional(),
      to: line(200).optional(),
      documentNo: line(60).optional(),
      deliveredAt: moment.optional(),
      receipt: line(300).optional(),
    }),
    ({ deliveredAt }) => ({ happened: happened({ deliveredAt }) }),
  ),
};
