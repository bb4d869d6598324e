import { reviewItems } from '../../domain/process.ts';
import { storyOf } from '../support/stories.ts';
import type { FollowedCase } from './gate-case.ts';
import type { Agency } from './gate-system.ts';
import type { Random } from './random.ts';

const told = storyOf('C01').requests[0]!.body;
const reasons = { reasons: ['理由'] };
const reason = { reason: '理由' };
const basis = [{ statute: '中华人民共和国安全生产法', article: '第九十七条' }];

/** A filing of this agency's section A by its first two handlers. */
export function filingOf({ id, word }: Agency, choose: Random): Record<string, unknown> {
  const summary = choose.percent(6);
  return {
    ...told,
    section: `${id}-A`,
    facts: '经查，三名从业人员未经培训上岗。',
    personalInfo: [],
    handlers: [`${id}-h1`, `${id}-h2`],
    documentNo: `${word}立〔2026〕1号`,
    requiredMaterials: ['调查终结报告'],
    procedure: summary ? 'summary' : 'ordinary',
    difficult: choose.percent(15),
    majorBecause: choose.percent(30) ? ['majorPublicInterest'] : [],
  };
}

export function opinionOf(verdict: string, answered = true): Record<string, unknown> {
  const failing = verdict !== 'agree';
  const keys = Object.keys(reviewItems).filter((key) => key !== 'other');
  const items = keys.map((key, index) => ({
    item: index + 1,
    key,
    result: failing && index === 0 ? 'doesNotConform' : 'conforms',
    basis: '行政处罚法',
  }));
  return { verdict, items: answered ? items : items.slice(1), opinion: '意见' };
}

function meetingOf({ agency, state }: FollowedCase, choose: Random): Record<string, unknown> {
  const { members } = agency.facts.duties;
  const away = members.filter((member) => state.recused.includes(member) || choose.percent(4));
  const present = members.filter((member) => !away.includes(member));
  return {
    present,
    absent: away.map((person) => ({ person })),
    recused: [],
    opinions: present.map((person) => ({ person, opinion: '同意', vote: choose.percent(92) ? 'agree' : 'disagree' })),
    result: choose.one(['issuing', 'issuing', 'issuing', 'issuing', 'investigating', 'postponed']),
    resolution: '决议',
  };
}

/** What somebody would send, mostly well meant, sometimes not what the law asks for. */
export function bodyOf(file: FollowedCase, action: string, choose: Random): Record<string, unknown> {
  const { agency, state, series, taken } = file;
  const version = state.content?.version ?? 0;
  const anybody = () => choose.one(agency.people);
  const own = (role: string) => `${agency.id}-${role}`;
  const mostly = <Value>(well: Value, ...others: Value[]) => (choose.percent(93) ? well : choose.one(others));
  const next = (after: number) => mostly(after + 1, after + 2, Math.max(1, after));
  const amountYuan = mostly(18_000, 17_000, 19_000);
  const handOver = () => ({
    from: choose.one([...state.holder, ...state.handlers]),
    to: mostly(own('h5'), anybody()),
    ...reason,
  });
  const bodies: Record<string, () => Record<string, unknown>> = {
    addRecord: () => ({ id: `E${state.seq}`, kind: choose.one(['书证', '书证', '办案记录']), name: '材料' }),
    recordNotice: () => ({ kind: '告知书', documentNo: '告〔2026〕1号', proposed: { measures: ['fine'], amountYuan: state.filing?.procedure === 'summary' ? 2_000 : 18_000 }, servedBy: state.handlers.slice(0, 2), hearingRight: choose.percent(10) }),
    recordAnswer: () => ({ kind: mostly('waived', 'statement', 'none'), text: '答复', ...(choose.percent(state.notices.at(-1)?.hearingRight ? 50 : 5) && { hearing: 'requested' }) }),
    recordHearing: () => ({ report: '听证报告' }),
    saveDraft: () => ({ version: mostly(version + 1, Math.max(1, version)), draft: { measures: ['fine'], amountYuan, text: `处罚款 ${state.seq}`, facts: '事实', statutoryBasis: basis } }),
    submit: () => ({ contentVersion: Math.max(1, mostly(version, version - 1)), materials: mostly(['调查终结报告'], []) }),
    acceptForReview: () => ({ reviewer: mostly(own('r2'), own('r1'), anybody()), materialsComplete: true }),
    requestSupplement: () => ({ missing: ['裁量说明'] }),
    supplement: () => ({ contentVersion: Math.max(1, version), missingAnswered: ['裁量说明'] }),
    consultAdviser: () => ({ adviser: mostly(own('a1'), anybody()), questions: ['适用何法'] }),
    advise: () => ({ law: '法律', risk: '风险', socialImpact: '影响' }),
    giveOpinion: () => opinionOf(mostly('agree', 'disagree', 'correct', 'transfer'), choose.percent(95)),
    approveOpinion: () => ({ opinionNo: `${series}审〔2026〕${next(taken.opinion)}号` }),
    concludeCoordination: () => ({ to: choose.one(['investigating', 'legalReview', 'issuing']), conclusion: '结论' }),
    conveneMeeting: () => ({ meetingAt: new Date(file.now).toISOString(), members: agency.facts.duties.members }),
    recordMeeting: () => meetingOf(file, choose),
    issueDecision: () => ({
      documentNo: `${series}罚〔2026〕${next(taken.decision)}号`,
      ...(version > 0 && { contentVersion: mostly(version, 1) }),
      ...(choose.percent(3) && { edited: { amountYuan: 1 } }),
      ...(state.filing?.procedure === 'summary' && { decision: { measures: ['fine'], amountYuan: mostly(2_000, 20_000) } }),
      ...(choose.percent(80) && { lateReason: '情况复杂' }),
    }),
    serve: () => ({ method: '直接送达', receipt: '回证' }),
    preparePublication: () => ({ redactions: 'personalInfo', fields: 'publication' }),
    approvePublication: () => ({ redactionConfirmed: true, ...(state.publication?.status === 'exemptionProposed' && { exemptionApproved: true }) }),
    publish: () => ({ channel: '平台' }),
    exemptPublication: () => ({ ground: 'privacy', basis: '依据' }),
    correctPublication: () => ({ what: '更正', reason: '理由' }),
    recordExecution: () => ({ kind: 'performed' }),
    fileSummary: () => ({ to: [own('s1')], purpose: '备案' }),
    archive: () => ({ catalogueComplete: true, pages: 10 }),
    amendDecision: () => ({ reason: '理由', source: '自行纠正' }),
    annulDecision: () => ({ reason: '理由', source: '法院', sourceNo: '1号', redo: choose.percent(50) }),
    suspend: () => ({ ground: 'expertAppraisal', ...reason }),
    resume: () => reason,
    extendOverall: () => ({ basis: '依据', ...reason }),
    extendReview: () => reason,
    withdrawSubmission: () => reason,
    withdrawPublication: () => reason,
    terminate: () => ({ ground: '当事人死亡' }),
    transfer: () => ({ ground: '涉嫌犯罪', to: '公安局' }),
    reassign: handOver,
    delegate: () => ({ ...handOver(), until: '2026-12-31' }),
    addReviewer: () => ({ to: anybody(), ...reason }),
    recuse: () => ({ person: anybody(), ...reason }),
    reopen: () => reason,
    urge: () => ({ text: '请抓紧' }),
    comment: () => ({ text: '批注' }),
    copyTo: () => ({ to: [anybody()] }),
    openSupervision: () => reason,
    replySupervision: () => ({ reply: '回复' }),
    returnSupervision: () => reason,
    closeSupervision: () => ({ conclusion: '办结' }),
  }; // prettier-ignore
  if (['passFirstReview', 'signOffSection', 'approveAsLeader'].includes(action)) return { opinion: '同意' };
  return bodies[action]?.() ?? (['adoptOpinion', 'close'].includes(action) ? {} : reasons);
}
