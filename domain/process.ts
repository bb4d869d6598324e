/**
 * The whole legal process on one page: every stage and every action, who may, from where to where, what is required
 * and on which legal basis. decide.ts reads this table; docs/process.md is drawn from it. Numbers of days are defaults
 * of a parameter pack (per agency, effective-dated). CFL = 行政处罚法 (2021), CQL = 行政强制法, XKL = 行政许可法.
 */
// prettier-ignore
export const categories = {
  penalty: '行政处罚', permit: '行政许可', coercion: '行政强制', levy: '行政征收征用', inspection: '行政检查', other: '其他',
} as const;
export type Category = keyof typeof categories;
export type Procedure = 'ordinary' | 'summary';

// prettier-ignore
export type Holder = 'handlers' | 'firstReviewer' | 'sectionHead' | 'legalHead' | 'reviewer' | 'adviser' | 'leaderInCharge' | 'chair' | 'nobody';
export interface Limit {
  value: number;
  unit: 'wd' | 'd';
}
export interface StageRule {
  zh: string;
  en: string;
  holder: Holder;
  limit: Limit | null;
  pauses?: 'stageItCameFrom' | 'everyStage';
  final?: true;
}

const wd = (value: number): Limit => ({ value, unit: 'wd' });
const d = (value: number): Limit => ({ value, unit: 'd' });

export type Stage = keyof typeof stageRules;
const stageRules = {
  investigating: { zh: '调查取证', en: 'Investigation', holder: 'handlers', limit: null },
  firstReview: { zh: '科室初审', en: 'First review', holder: 'firstReviewer', limit: wd(2) },
  sectionSignOff: { zh: '科室审签', en: 'Section sign-off', holder: 'sectionHead', limit: wd(1) },
  intake: { zh: '法制受理', en: 'Legal intake', holder: 'legalHead', limit: wd(1) },
  supplementing: { zh: '补正材料', en: 'Supplementing', holder: 'handlers', limit: wd(3), pauses: 'stageItCameFrom' },
  legalReview: { zh: '法制审核', en: 'Legal review', holder: 'reviewer', limit: wd(5) },
  advising: {
    zh: '法律顾问咨询',
    en: 'Adviser consultation',
    holder: 'adviser',
    limit: wd(3),
    pauses: 'stageItCameFrom',
  },
  legalSignOff: { zh: '法制负责人审签', en: 'Legal sign-off', holder: 'legalHead', limit: wd(1) },
  responding: { zh: '研究处理审核意见', en: 'Responding to the opinion', holder: 'sectionHead', limit: wd(3) },
  coordination: { zh: '协调', en: 'Coordination', holder: 'leaderInCharge', limit: wd(5) },
  deliberation: { zh: '集体讨论', en: 'Collective deliberation', holder: 'chair', limit: wd(5) },
  leaderApproval: { zh: '负责人审批', en: "Leader's approval", holder: 'leaderInCharge', limit: wd(2) },
  issuing: { zh: '制作决定文书', en: 'Issuing', holder: 'handlers', limit: wd(2) },
  fulfilment: { zh: '送达·公示·执行', en: 'Fulfilment', holder: 'handlers', limit: null },
  closing: { zh: '结案归档', en: 'Closing', holder: 'handlers', limit: d(30) },
  suspended: { zh: '中止', en: 'Suspended', holder: 'nobody', limit: null, pauses: 'everyStage' },
  archived: { zh: '已归档', en: 'Archived', holder: 'nobody', limit: null, final: true },
  terminated: { zh: '终止', en: 'Terminated', holder: 'nobody', limit: null, final: true },
  transferred: { zh: '移送', en: 'Transferred', holder: 'nobody', limit: null, final: true },
} satisfies Record<string, StageRule>;
export const stages: Record<Stage, StageRule> = stageRules;

/** Limits that are not a stage's own: each a key of the parameter pack. Basis in brackets. */
export const otherLimits = {
  legalReviewExtension: wd(3),
  serve: wd(7), // CFL 61, 85
  servePermit: wd(10), // XKL 44, 82
  publishPenaltyPermit: wd(7), // 国办发〔2018〕118号
  publishOther: wd(20), // 国办发〔2018〕118号
  withdrawPublication: wd(3), // CFL 48, 85
  overallPenalty: d(90), // CFL 60
  overallPermit: wd(20), // XKL 42, 82
  overallPenaltyExtension: d(30), // CFL 60: what laws, regulations or rules provide otherwise
  overallPermitExtension: wd(10), // XKL 42
  hearingClaim: wd(5), // CFL 64, 85
  statement: wd(5), // what the notice prints
  idle: wd(10), // nothing happened for so long: the case counts as stuck
  supervisionReply: wd(5), // 督办制度
} satisfies Record<string, Limit>;
/** `untilDay`: no budget, the last day itself is named. */
export type LimitKey = Stage | keyof typeof otherLimits | 'untilDay';

/** Groups that no person may combine on one case, for its whole life (separation of duties). */
// prettier-ignore
export const dutyGroups = {
  handler: '承办', firstReviewer: '初审', sectionHead: '科室审签', legalReviewer: '法制审核', legalHead: '法制审签',
  adviser: '顾问', decider: '决定', hearingChair: '听证主持',
} as const;
export type DutyGroup = keyof typeof dutyGroups;

// prettier-ignore
export const roles = {
  handler: '承办人', firstReviewer: '科室初审员', sectionHead: '科室负责人', legalReviewer: '法制审核人员', legalHead: '法制负责人',
  adviser: '法律顾问/公职律师', leader: '局领导（负责人）', publisher: '公示员', archivist: '档案员', overseer: '执法监督员',
  systemAdmin: '系统管理员', securityAdmin: '安全管理员', auditAdmin: '审计管理员',
} as const;
export type Role = keyof typeof roles;

/** Who may act. Each name is explained in duties.ts, where the check stands. */
// prettier-ignore
export const actors = {
  registeringHandler: '承办人（其中之一）', caseHandler: '本案承办人', hearingChair: '听证主持人（非本案调查人员）',
  firstReviewer: '承办科室初审员', sectionHead: '承办科室负责人', legalHead: '法制负责人', assignedReviewer: '本案审核人',
  legalHeadOrReviewer: '法制负责人或者本案审核人', assignedAdviser: '被咨询的顾问', leaderInCharge: '分管领导', leader: '局领导',
  chair: '主要负责人', publisher: '公示员', publicationApprover: '另一公示员、承办科室负责人或者法制负责人', archivist: '档案员',
  suspender: '科室负责人、法制负责人或者局领导', holderOrAbove: '持有人或者其上级', personOrHead: '本人，或者由其负责人决定',
  urger: '科室负责人、法制负责人、局领导，或者监督机关', taskHolderOrHead: '办理过本案的人或者其负责人', overseer: '监督机关',
  superviseeHead: '被督办机关的科室负责人、法制负责人或者局领导',
} as const;
export type Actor = keyof typeof actors;

/** What an action requires beyond stage and person; each is checked under the same name in requirements/. */
// prettier-ignore
export const requirementLabels = {
  nextVersion: '在当前版本上拟出下一版', supplementImmaterial: '补正期间只改证据、措辞、执行方式和时间',
  notHeavierAfterStatement: '不因陈述申辩加重（行政处罚法45），有新事实的除外', materialsComplete: '送审材料齐全',
  ordinaryProcedure: '普通程序（简易程序不送审）', evidenceInContent: '拟稿之后的新证据已纳入新版本', contentNamed: '指明当前内容版本',
  summaryLimits: '简易程序限于警告或者小额罚款（行政处罚法51）', passUnchanged: '通过针对的正是这一内容（行政处罚法58）',
  rightsObserved: '已告知，已答复、放弃或者期满，要求听证的已举行（行政处罚法44、45、62—64）', lateReason: '超过法定办理期限的写明理由',
  numberGiven: '文号为该系列的下一个（机关、种类、年度），不跳号、不重号',
  twoCertifiedHandlers: '承办人不少于两人，证件当日有效，类别、区域相符（行政处罚法42）', filingDocument: '写明立案审批文书（简易程序除外）',
  recordNamed: '证据或者办案记录有名称', obligationOpen: '该项义务尚未完成', receipt: '写明送达方式和回证',
  executionKind: '已履行、分期、申请法院执行、退还，或者写明依据的终结执行', obligationsDone: '送达、公示、执行（备案）都已完成', fileComplete: '案卷目录完整、有页数',
  supplementList: '列明缺少的材料', adviserNamed: '指定顾问', adviceComplete: '法律、风险、社会影响逐项答复',
  extendedOnce: '每轮只延长一次', extendedInTime: '最迟在到期日', overallExtendable: '有依据，最迟在到期日，只延长一次', missingAnswered: '逐项答复所缺材料', published: '已公示', objectionOnce: '异议只能一次', reReviewed: '已经复审', coordinationNotDecision: '协调不能作出决定',
  meetingCalled: '写明时间和参会人员', convened: '本次会议已召集', membersListed: '每名成员都列为出席、缺席或者回避', votersEntitled: '表决人未被职责分离排除', noMaterialChange: '实质改变须退回重新审核', majority: '多数决定，主要负责人另作决定的写明理由', quorum: '达到法定人数', recusedAway: '回避人员退席', everyVote: '每名参会人员的意见和表决',
  lawfulExemption: '不予公示有法定理由', somethingToWithdraw: '有应撤回的公示', sourceNamed: '写明来源文书', lawfulSuspension: '中止有法定事由',
  personFits: '不给被职责分离排除的人，且在岗、有角色和资格', untilNamed: '写明代办的最后一天', recusedNamed: '写明回避人', supervisionReplied: '督办已有回复', supervisionOpen: '有待回复的督办', noOrderOpen: '没有未办结的督办', replyGiven: '写明回复内容', noForbiddenField: '不含不得公示的字段',
  servedOrReason: '已送达，或者写明提前的理由', publicationPrepared: '已有拟公示稿', secondPerson: '批准人不是拟稿人',
  redactionConfirmed: '由人确认已作技术处理（不予公示的，同意不予公示）', publicationApproved: '已由另一人批准', nothingStillUp: '应撤回的公示已撤回', reasons: '写明理由',
  reviewerStillQualified: '审核人仍具备资格', materialAsSeen: '审核的是当前的材料', allItemsAnswered: '十项审核内容逐项作答并写明依据', verdictFitsItems: '有一项不符合即不能同意',
  materialsCertified: '受理即确认材料齐全', adviserHeardWhenDifficult: '重大疑难复杂案件已有法律顾问答复', opinionNumbered: '意见书有编号',
  qualifiedReviewer: '指定具备资格、未回避、在岗的审核人（行政处罚法58）', twoServe: '两名执法人员告知，写明拟处理的种类、数额',
  noticeServed: '已经告知', hearingClaimedInTime: '听证在告知后五个工作日内提出（行政处罚法64）',
  nothingAhead: '所记时间已经到了（移交在二十四小时内）', meetingHeld: '会议那天已到', personsKnown: '所列人员都查得到', notToThemselves: '不转给本人或者已持有的人',
  afterReview: '会议不早于审核意见', recipientNamed: '写明移送给谁', copiedToNamed: '写明抄送给谁，收件人能看到案件', commentGiven: '写明批注', opinionSays: '不同意而各项都符合的，写明意见',
  conclusionGiven: '写明协调结论', correctionSaid: '写明更正什么、为什么', oneAnswer: '同意公示或者同意不予公示，只能一样', basisOfOtherGround: '其他法定情形写明是哪一条',
  suspensionEndsLater: '预计恢复日不早于今天', ownMeasures: '处罚案件不作许可决定', decidesSomething: '许可案件的代拟稿写明准予、不予或者其他决定', penaltyOnly: '简易程序只用于处罚（行政处罚法51）',
} as const;
export type Requirement = keyof typeof requirementLabels;

export interface ActionRule {
  zh: string;
  en: string;
  from: readonly Stage[] | 'filing';
  /** Where a summary case may do it, when that differs. */
  summaryFrom?: readonly Stage[];
  to: readonly Stage[] | 'stays' | 'back';
  by: Actor;
  /** The group the actor acts in; `counts` = a substantive act, remembered for the separation of duties. */
  as?: DutyGroup;
  counts?: true;
  certificate?: true;
  requires: readonly Requirement[];
  basis: string;
}

const final: Stage[] = ['archived', 'terminated', 'transferred'];
const every = Object.keys(stageRules) as Stage[];
const open = every.filter((stage) => !final.includes(stage));
const beforeIssuing = open.slice(0, open.indexOf('issuing'));
const beforeIssuingOrSuspended: Stage[] = [...beforeIssuing, 'suspended'];
const running = open.filter((stage) => stage !== 'suspended');

export type Action = keyof typeof actionRules;
// prettier-ignore
const actionRules = {
  register: { zh: '立案/受理', en: 'Register', from: 'filing', to: ['investigating'], by: 'registeringHandler', as: 'handler', counts: true, certificate: true, requires: ['twoCertifiedHandlers', 'filingDocument', 'penaltyOnly'], basis: 'CFL 42, 54' },
  fileSummary: { zh: '备案', en: 'File with the agency', from: [], summaryFrom: ['fulfilment'], to: 'stays', by: 'caseHandler', as: 'handler', certificate: true, requires: ['obligationOpen'], basis: 'CFL 52' },
  addRecord: { zh: '补充记录', en: 'Add a record', from: open, to: 'stays', by: 'caseHandler', as: 'handler', certificate: true, requires: ['recordNamed', 'personsKnown', 'nothingAhead'], basis: 'CFL 46, 47' },
  recordNotice: { zh: '事先告知', en: 'Record a notice', from: beforeIssuingOrSuspended, to: 'stays', by: 'caseHandler', as: 'handler', certificate: true, requires: ['twoServe', 'personsKnown', 'ownMeasures'], basis: 'CFL 44, 62, 64' },
  recordAnswer: { zh: '陈述申辩', en: 'Record an answer', from: beforeIssuingOrSuspended, to: 'stays', by: 'caseHandler', as: 'handler', certificate: true, requires: ['noticeServed', 'nothingAhead', 'hearingClaimedInTime'], basis: 'CFL 45, 64' },
  recordHearing: { zh: '听证', en: 'Record a hearing', from: beforeIssuingOrSuspended, to: 'stays', by: 'hearingChair', as: 'hearingChair', counts: true, requires: ['noticeServed', 'nothingAhead'], basis: 'CFL 63–65' },
  saveDraft: { zh: '拟稿', en: 'Save a draft', from: ['investigating', 'supplementing'], to: 'stays', by: 'caseHandler', as: 'handler', certificate: true, requires: ['nextVersion', 'supplementImmaterial', 'notHeavierAfterStatement', 'ownMeasures'], basis: 'CFL 57' },
  submit: { zh: '提交初审', en: 'Submit for first review', from: ['investigating'], to: ['firstReview'], by: 'caseHandler', as: 'handler', certificate: true, requires: ['ordinaryProcedure', 'contentNamed', 'evidenceInContent', 'materialsComplete', 'decidesSomething'], basis: 'CFL 58；送审材料清单' },
  passFirstReview: { zh: '初审通过', en: 'Pass first review', from: ['firstReview'], to: ['sectionSignOff'], by: 'firstReviewer', as: 'firstReviewer', counts: true, requires: [], basis: '国办发〔2018〕118号' },
  returnByFirstReviewer: { zh: '初审退回', en: 'Return by first reviewer', from: ['firstReview'], to: ['investigating'], by: 'firstReviewer', as: 'firstReviewer', requires: ['reasons'], basis: '国办发〔2018〕118号' },
  signOffSection: { zh: '科室审签', en: 'Section sign-off', from: ['sectionSignOff'], to: ['intake'], by: 'sectionHead', as: 'sectionHead', counts: true, requires: [], basis: '国办发〔2018〕118号' },
  returnBySectionHead: { zh: '科室退回', en: 'Return by section head', from: ['sectionSignOff'], to: ['investigating'], by: 'sectionHead', as: 'sectionHead', requires: ['reasons'], basis: '国办发〔2018〕118号' },
  withdrawSubmission: { zh: '撤回', en: 'Withdraw the submission', from: ['firstReview', 'sectionSignOff', 'intake', 'supplementing'], to: ['investigating'], by: 'caseHandler', as: 'handler', certificate: true, requires: ['reasons'], basis: '送审程序' },
  acceptForReview: { zh: '受理', en: 'Accept for review', from: ['intake'], to: ['legalReview'], by: 'legalHead', as: 'legalHead', requires: ['materialsCertified', 'qualifiedReviewer'], basis: 'CFL 58' },
  requestSupplement: { zh: '要求补正', en: 'Request a supplement', from: ['intake', 'legalReview'], to: ['supplementing'], by: 'legalHeadOrReviewer', requires: ['supplementList'], basis: '送审程序' },
  supplement: { zh: '补正', en: 'Supplement', from: ['supplementing'], to: 'back', by: 'caseHandler', as: 'handler', certificate: true, requires: ['contentNamed', 'missingAnswered'], basis: '送审程序' },
  consultAdviser: { zh: '咨询顾问', en: 'Consult an adviser', from: ['legalReview'], to: ['advising'], by: 'assignedReviewer', as: 'legalReviewer', requires: ['adviserNamed'], basis: '国办发〔2018〕118号' },
  advise: { zh: '顾问答复', en: 'Advise', from: ['advising'], to: ['legalReview'], by: 'assignedAdviser', as: 'adviser', counts: true, requires: ['adviceComplete'], basis: '国办发〔2018〕118号' },
  extendReview: { zh: '延长审核', en: 'Extend the review', from: ['legalReview'], to: 'stays', by: 'legalHead', as: 'legalHead', requires: ['reasons', 'extendedOnce', 'extendedInTime'], basis: '本级办法' },
  giveOpinion: { zh: '出具意见', en: 'Give the opinion', from: ['legalReview'], to: ['legalSignOff'], by: 'assignedReviewer', as: 'legalReviewer', counts: true, requires: ['reviewerStillQualified', 'materialAsSeen', 'allItemsAnswered', 'verdictFitsItems', 'adviserHeardWhenDifficult', 'opinionSays'], basis: 'CFL 58' },
  approveOpinion: { zh: '审签意见', en: 'Approve the opinion', from: ['legalSignOff'], to: ['deliberation', 'leaderApproval', 'responding'], by: 'legalHead', as: 'legalHead', counts: true, requires: ['opinionNumbered'], basis: 'CFL 58' },
  returnOpinion: { zh: '退回意见', en: 'Return the opinion', from: ['legalSignOff'], to: ['legalReview'], by: 'legalHead', as: 'legalHead', requires: ['reasons'], basis: '送审程序' },
  adoptOpinion: { zh: '采纳', en: 'Adopt the opinion', from: ['responding'], to: ['investigating'], by: 'sectionHead', as: 'sectionHead', requires: [], basis: '意见协调机制' },
  object: { zh: '异议', en: 'Object', from: ['responding'], to: ['legalReview'], by: 'sectionHead', as: 'sectionHead', requires: ['reasons', 'objectionOnce'], basis: '意见协调机制' },
  requestCoordination: { zh: '提请协调', en: 'Request coordination', from: ['responding'], to: ['coordination'], by: 'sectionHead', as: 'sectionHead', requires: ['reasons', 'reReviewed'], basis: '意见协调机制' },
  concludeCoordination: { zh: '协调结论', en: 'Conclude the coordination', from: ['coordination'], to: ['investigating', 'legalReview', 'terminated'], by: 'leaderInCharge', requires: ['coordinationNotDecision', 'conclusionGiven'], basis: 'CFL 58' },
  conveneMeeting: { zh: '召集会议', en: 'Convene a meeting', from: ['deliberation'], to: 'stays', by: 'leader', requires: ['meetingCalled', 'personsKnown', 'afterReview'], basis: 'CFL 57' },
  recordMeeting: { zh: '集体讨论', en: 'Record the meeting', from: ['deliberation'], to: ['issuing', 'investigating', 'terminated', 'deliberation'], by: 'leader', as: 'decider', counts: true, requires: ['convened', 'membersListed', 'quorum', 'recusedAway', 'everyVote', 'votersEntitled', 'noMaterialChange', 'majority', 'personsKnown', 'meetingHeld', 'nothingAhead'], basis: 'CFL 57' },
  approveAsLeader: { zh: '负责人批准', en: 'Approve as leader', from: ['leaderApproval'], to: ['issuing'], by: 'leader', as: 'decider', counts: true, requires: ['passUnchanged'], basis: 'CFL 57, 58' },
  returnByLeader: { zh: '负责人退回', en: 'Return by leader', from: ['leaderApproval'], to: ['investigating'], by: 'leader', as: 'decider', requires: ['reasons'], basis: 'CFL 57' },
  issueDecision: { zh: '制发', en: 'Issue the decision', from: ['issuing'], summaryFrom: ['investigating'], to: ['fulfilment'], by: 'caseHandler', as: 'handler', certificate: true, requires: ['summaryLimits', 'passUnchanged', 'rightsObserved', 'numberGiven', 'lateReason'], basis: 'CFL 44, 45, 51, 57–60, 62–64' },
  reopen: { zh: '退回补办', en: 'Reopen', from: ['issuing'], to: ['investigating'], by: 'caseHandler', as: 'handler', certificate: true, requires: ['reasons'], basis: 'CFL 57' },
  serve: { zh: '送达', en: 'Serve', from: ['fulfilment'], to: 'stays', by: 'caseHandler', as: 'handler', certificate: true, requires: ['obligationOpen', 'receipt'], basis: 'CFL 61' },
  preparePublication: { zh: '拟制公示', en: 'Prepare the publication', from: ['fulfilment'], to: 'stays', by: 'publisher', requires: ['obligationOpen', 'servedOrReason', 'nothingStillUp'], basis: 'CFL 48；国办发〔2018〕118号' },
  approvePublication: { zh: '批准公示', en: 'Approve the publication', from: ['fulfilment'], to: 'stays', by: 'publicationApprover', requires: ['obligationOpen', 'publicationPrepared', 'secondPerson', 'redactionConfirmed', 'oneAnswer'], basis: 'CFL 48, 50' },
  publish: { zh: '公示', en: 'Publish', from: ['fulfilment'], to: 'stays', by: 'publisher', requires: ['obligationOpen', 'publicationApproved', 'noForbiddenField'], basis: 'CFL 48；国办发〔2018〕118号' },
  exemptPublication: { zh: '不予公示', en: 'Exempt from publication', from: ['fulfilment'], to: 'stays', by: 'publisher', requires: ['obligationOpen', 'servedOrReason', 'nothingStillUp', 'lawfulExemption', 'basisOfOtherGround'], basis: '政府信息公开条例 14–16' },
  correctPublication: { zh: '更正公示', en: 'Correct the publication', from: every, to: 'stays', by: 'publisher', requires: ['correctionSaid', 'published'], basis: '国办发〔2018〕118号' },
  withdrawPublication: { zh: '撤回公示', en: 'Withdraw the publication', from: every, to: 'stays', by: 'publisher', requires: ['somethingToWithdraw'], basis: 'CFL 48' },
  recordExecution: { zh: '执行', en: 'Record the execution', from: ['fulfilment', 'closing'], to: 'stays', by: 'caseHandler', as: 'handler', certificate: true, requires: ['executionKind'], basis: 'CFL 66–73；CQL 40, 53' },
  close: { zh: '结案', en: 'Close', from: ['fulfilment'], to: ['closing'], by: 'caseHandler', as: 'handler', certificate: true, requires: ['obligationsDone'], basis: 'CFL 47' },
  archive: { zh: '归档', en: 'Archive', from: ['closing'], to: ['archived'], by: 'archivist', requires: ['fileComplete', 'nothingStillUp'], basis: 'CFL 47, 48' },
  amendDecision: { zh: '变更决定', en: 'Amend the decision', from: ['fulfilment', 'closing', 'archived'], to: ['investigating'], by: 'leader', requires: ['reasons', 'sourceNamed'], basis: 'CFL 48, 75' },
  annulDecision: { zh: '撤销决定', en: 'Annul the decision', from: ['fulfilment', 'closing', 'archived'], to: ['closing', 'investigating'], by: 'leader', requires: ['reasons', 'sourceNamed'], basis: 'CFL 48, 75' },
  suspend: { zh: '中止', en: 'Suspend', from: running, to: ['suspended'], by: 'suspender', requires: ['lawfulSuspension', 'suspensionEndsLater'], basis: 'CFL 60；XKL 45' },
  resume: { zh: '恢复', en: 'Resume', from: ['suspended'], to: 'back', by: 'suspender', requires: ['reasons'], basis: 'CFL 60；XKL 45' },
  terminate: { zh: '终止', en: 'Terminate', from: beforeIssuingOrSuspended, to: ['terminated'], by: 'leader', requires: ['reasons'], basis: 'CFL 57' },
  transfer: { zh: '移送', en: 'Transfer', from: beforeIssuingOrSuspended, to: ['transferred'], by: 'chair', requires: ['reasons', 'recipientNamed', 'nothingAhead'], basis: 'CFL 27, 57' },
  extendOverall: { zh: '延长办理期限', en: 'Extend the overall limit', from: open, to: 'stays', by: 'leader', requires: ['reasons', 'overallExtendable'], basis: 'CFL 60；XKL 42' },
  reassign: { zh: '转办', en: 'Reassign', from: open, to: 'stays', by: 'holderOrAbove', requires: ['reasons', 'personFits', 'notToThemselves'], basis: '职责分离' },
  delegate: { zh: '代办', en: 'Delegate', from: open, to: 'stays', by: 'holderOrAbove', requires: ['reasons', 'personFits', 'notToThemselves', 'untilNamed'], basis: '职责分离' },
  addReviewer: { zh: '加签', en: 'Add a reviewer', from: open, to: 'stays', by: 'holderOrAbove', requires: ['reasons', 'personFits', 'notToThemselves'], basis: '职责分离' },
  recuse: { zh: '回避', en: 'Recuse', from: open, to: 'stays', by: 'personOrHead', requires: ['reasons', 'recusedNamed', 'personsKnown'], basis: 'CFL 43' },
  urge: { zh: '催办', en: 'Urge', from: open, to: 'stays', by: 'urger', requires: [], basis: '督办制度' },
  comment: { zh: '批注', en: 'Comment', from: open, to: 'stays', by: 'taskHolderOrHead', requires: ['commentGiven'], basis: '全过程记录' },
  copyTo: { zh: '抄送', en: 'Copy to', from: open, to: 'stays', by: 'taskHolderOrHead', requires: ['copiedToNamed'], basis: '全过程记录' },
  openSupervision: { zh: '督办', en: 'Open a supervision order', from: every, to: 'stays', by: 'overseer', requires: ['reasons', 'noOrderOpen'], basis: '督办制度' },
  replySupervision: { zh: '督办回复', en: 'Reply to the order', from: every, to: 'stays', by: 'superviseeHead', requires: ['replyGiven', 'supervisionOpen'], basis: '督办制度' },
  returnSupervision: { zh: '退回督办回复', en: 'Return the reply', from: every, to: 'stays', by: 'overseer', requires: ['reasons', 'supervisionReplied'], basis: '督办制度' },
  closeSupervision: { zh: '督办办结', en: 'Close the order', from: every, to: 'stays', by: 'overseer', requires: ['supervisionReplied'], basis: '督办制度' },
} as const satisfies Record<string, ActionRule>;
export const actions: Record<Action, ActionRule> = actionRules;

/** The ladder (催办梯级) of each deadline of ours, in its order. Days are working days, defaults of a parameter pack; 0 = off. */
export const ladder = {
  halfWay: { zh: '期限过半', en: 'Half-way' },
  oneDayBefore: { zh: '到期前一个工作日', en: 'One working day before', days: 1 },
  due: { zh: '到期', en: 'Due' },
  plus2: { zh: '超期二个工作日', en: 'Two working days late', days: 2 },
  plus5: { zh: '超期五个工作日', en: 'Five working days late', days: 5 },
} as const;
export type Rung = keyof typeof ladder;

/** What the clock records by itself. None of them approves, returns or passes anything (时间不作决定). */
export const systemEvents = {
  remind: { zh: '提醒', en: 'Reminded' },
  markOverdue: { zh: '逾期', en: 'Overdue' },
  escalate: { zh: '升级提醒', en: 'Escalated' },
  effectOfLaw: { zh: '视为准予延续', en: 'Renewed by effect of law' }, // XKL 50
  endDelegation: { zh: '代办期满', en: 'Delegation ended' },
  recalculateDeadlines: { zh: '重算期限', en: 'Deadlines recalculated' },
  standIn: { zh: '替岗', en: 'Stood in for' },
  endStandIn: { zh: '替岗期满', en: 'Standing in ended' },
  reportAbsence: { zh: '持有人不在岗', en: 'Holder absent' },
} as const;
export type SystemEvent = keyof typeof systemEvents;

/** Acts that no process knows and the record refuses to everyone (记录只增不改). */
export const forbiddenActs = ['deleteRecord', 'editRecord'] as const;
export type ForbiddenAct = (typeof forbiddenActs)[number];

/** The ten review items (审核内容) and the eleventh, other. */
// prettier-ignore
export const reviewItems = {
  subjectCompetent: '主体合法', officersQualified: '人员资格', factsClear: '事实清楚', evidenceSufficient: '证据确凿', lawCorrect: '适用法律',
  discretionProper: '裁量适当', procedureLawful: '程序合法', noExcessOrAbuse: '无超越滥用职权', documentsInForm: '文书规范齐备',
  crimeTransfer: '涉嫌犯罪移送', other: '其他',
} as const;
export type ReviewItem = keyof typeof reviewItems;

// prettier-ignore
export const measures = {
  warning: '警告', criticism: '通报批评', fine: '罚款', confiscation: '没收', suspendPermit: '暂扣许可证件', downgrade: '降低资质等级', revokePermit: '吊销许可证件', restrictBusiness: '限制开展生产经营活动',
  closure: '责令停产停业、关闭', practiceBan: '限制从业', detention: '行政拘留', grant: '准予许可', refuse: '不予许可', revokeRegistration: '撤销登记或者许可',
  demolition: '强制拆除', proxyPerformance: '代履行', seal: '查封', seize: '扣押', compensationDecision: '补偿决定', idleLandFee: '土地闲置费', other: '其他',
} as const;
export type Measure = keyof typeof measures;
