import type { CommandInput, MeetingInput, ReviewItemAnswer } from '../../domain/command.ts';
import { reviewItems, type Action, type ForbiddenAct, type Measure, type ReviewItem } from '../../domain/process.ts';
import type { Proposal } from '../../domain/state.ts';
import type { PureCase } from './pure-case.ts';

export function proposal(amountYuan: number, measures: Measure[] = ['fine'], confiscatedYuan = 0): Proposal {
  return { measures, amountFen: amountYuan * 100, confiscatedFen: confiscatedYuan * 100 };
}

export function draft(what: Proposal = proposal(18_000), text = 'text', facts = 'facts') {
  return { ...what, digests: { text, facts, basis: 'basis', tier: 'tier' } };
}

export function answers(
  change: Partial<Record<ReviewItem, Partial<ReviewItemAnswer> | null>> = {},
): ReviewItemAnswer[] {
  const keys = Object.keys(reviewItems) as ReviewItem[];
  return keys
    .filter((key) => key !== 'other' && change[key] !== null)
    .map((key, index) => ({
      item: index + 1,
      key,
      result: 'conforms',
      basisGiven: true,
      evidence: [],
      ...change[key],
    }));
}

export function meeting(
  change: Partial<MeetingInput> = {},
  voting = change.present ?? ['l1', 'l2', 'l3', 'l4', 'l5'],
): MeetingInput {
  const votes = voting.map((person) => ({ person, opinionGiven: true, vote: 'agree' as const }));
  return { present: voting, absent: [], recused: [], votes, result: 'issuing', materialChange: false, ...change };
}

const why = { given: ['reasons', 'reason'] };

/** What somebody who means well would write, in this case now; a test names only what it is about. */
export function plausibleInput(one: PureCase, action: Action | ForbiddenAct): Partial<CommandInput> {
  const { state } = one;
  const version = state.content?.version ?? 0;
  // prettier-ignore
  const inputs: Partial<Record<Action | ForbiddenAct, Partial<CommandInput>>> = {
    register: { filing: one.filed, handlers: ['h1', 'h2'], documentNo: '兴应急立〔2026〕1号' },
    addRecord: { record: { id: `E${state.seq}`, isEvidence: true } },
    recordNotice: { documentNo: '兴应急告〔2026〕1号', proposed: proposal(18_000), servedBy: state.handlers.slice(0, 2), hearingRight: false },
    recordAnswer: { answer: { kind: 'waived', hearing: null }, given: ['text'] },
    transfer: { given: ['ground', 'to'] },
    comment: { given: ['text'] },
    copyTo: { copiedTo: ['sA'], given: ['to'] },
    recordHearing: { given: ['report'] },
    saveDraft: { version: version + 1, draft: draft() },
    submit: { contentVersion: version, materials: ['调查终结报告'] },
    acceptForReview: { reviewer: 'r1', materialsComplete: true },
    requestSupplement: { count: 1, given: ['missing'] },
    supplement: { contentVersion: version, count: 1 },
    consultAdviser: { adviser: 'a1', given: ['questions'] },
    advise: { given: ['law', 'risk', 'socialImpact'] },
    giveOpinion: { verdict: 'agree', items: answers(), given: ['opinion'] },
    approveOpinion: { opinionNo: '兴应急法审〔2026〕1号' },
    concludeCoordination: { target: 'investigating', given: ['conclusion'] },
    conveneMeeting: { meetingAt: one.now, meeting: { ...meeting(), votes: [], result: null } },
    recordMeeting: { meeting: meeting(), given: ['resolution'] },
    issueDecision: { documentNo: '兴应急罚〔2026〕1号', ...(version > 0 && { contentVersion: version }), ...(one.filed.procedure === 'summary' && { decision: proposal(2_000) }) },
    serve: { given: ['method', 'receipt'] },
    approvePublication: { redactionConfirmed: true, ...(state.publication?.status === 'exemptionProposed' && { exemptionApproved: true }) },
    publish: { given: ['channel'] },
    exemptPublication: { ground: 'privacy', given: ['ground', 'basis'] },
    correctPublication: { given: ['what', 'reason'] },
    recordExecution: { kind: 'performed' },
    archive: { catalogueComplete: true, pages: 10 },
    amendDecision: { given: ['reason', 'source'] },
    annulDecision: { redo: false, given: ['reason', 'source', 'sourceNo'] },
    suspend: { ground: 'expertAppraisal', given: ['reason', 'ground'] },
    extendOverall: { given: ['reason', 'basis'] },
    reassign: { from: state.holder[0], to: 'h3', ...why },
    delegate: { from: state.holder[0], to: 'h3', until: '2026-03-06', ...why },
    addReviewer: { to: 'h3', ...why },
    recuse: { person: 'h1', ...why },
    preparePublication: {},
    replySupervision: { given: ['reply'] },
  };
  return inputs[action] ?? why;
}
