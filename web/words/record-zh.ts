/** Names of what a case's record holds, and of the codes it holds: shown, never the codes themselves. */
// prettier-ignore
export const recordFieldsZh = {
  type: '主体类别', creditCode: '统一社会信用代码', registrationNo: '工商注册号', organisationCode: '组织机构代码', taxNo: '税务登记号', publicInstitutionNo: '事业单位证书号',
  socialOrganisationNo: '社会组织登记证号', legalRepresentative: '法定代表人', legalRepresentativeIdType: '法定代表人证件类型', legalRepresentativeIdNo: '法定代表人证件号码',
  idType: '证件类型', idNo: '证件号码', phone: '电话', category: '类别', procedure: '程序', field: '领域', certificateCategory: '执法证件类别', statutoryBasis: '法律依据',
  discretion: '裁量', condition: '适用情形', rangeYuan: '幅度（元）', note: '备注', personalInfo: '应隐去的个人信息', replaceWith: '隐去后', requiredMaterials: '应送审材料',
  difficultBecause: '疑难理由', majorBecause: '重大理由', projectInvestmentYuan: '项目投资（元）', publication: '公示内容', violationType: '违法行为类型',
  penaltyType: '处罚类别', validUntil: '处罚有效期', publicUntil: '公示截止期', permitDocumentName: '许可决定文书', permitType: '许可类别', certificateName: '许可证书名称',
  renewal: '延续申请', permitNo: '原许可证号', certificateNo: '许可证书编号', validFrom: '有效期自', validTo: '有效期至', status: '状态', groundBasis: '理由依据', visible: '仍公开的内容', alsoAnnouncedIn: '另行公告',
  permitTaken: '暂扣或吊销的证照名称及编号', madeAt: '提出时间', redactions: '应隐去的文字', proposed: '拟处理', servedBy: '告知人', hearingRight: '告知听证权利', servedAt: '告知时间', handlers: '承办人', by: '取得人', obtainedAt: '取得时间', from: '来自', to: '接办人',
  reviewer: '审核人', materialsComplete: '材料齐全', adviser: '法律顾问', verdict: '审核意见', items: '审核内容', result: '结果', evidence: '证据', review: '复核意见',
  hearing: '听证', requestedAt: '申请时间', noticeServedAt: '听证通知时间', recorder: '记录人', public: '公开举行', attended: '参加人', receipt: '回证', consent: '同意情况',
  noticeEffectiveOn: '公告生效日', seal: '用印', form: '文书形式', lateReason: '逾期理由', decision: '决定',  redactionConfirmed: '已确认技术处理',
  exemptionApproved: '同意不予公示', catalogueComplete: '目录完整', pages: '页数', meetingAt: '会议时间', place: '地点', members: '参会人员', agenda: '议题', present: '出席',
  absent: '缺席', recused: '回避', opinions: '意见和表决', person: '人员', vote: '表决', leftAt: '退席时间', headReasons: '主要负责人理由', ground: '事由',
  expectedUntil: '预计至', notified: '已通知', attached: '附件', documents: '文书', deliveredAt: '移交时间', until: '至', decidedBy: '决定人', sourceNo: '来源文号',
  redo: '重新作出', purpose: '用途', scope: '范围', publicNotice: '公开说明', effect: '效力', added: '补充的材料', version: '版本', contentVersion: '内容版本',
};

// prettier-ignore
export const recordValuesZh = {
  phone: '电话',
  catalogue: '列入重大执法决定目录',
  warning: '警告', criticism: '通报批评', downgrade: '降低资质等级', fine: '罚款', confiscation: '没收', suspendPermit: '暂扣许可证件', revokePermit: '吊销许可证件', restrictBusiness: '限制开展生产经营活动',
  closure: '责令停产停业、关闭', practiceBan: '限制从业', detention: '行政拘留', grant: '准予许可', refuse: '不予许可', revokeRegistration: '撤销登记或者许可', demolition: '强制拆除',
  proxyPerformance: '代履行', seize: '扣押', compensationDecision: '补偿决定', idleLandFee: '土地闲置费', agree: '同意', correct: '建议纠正', disagree: '不同意',
  abstain: '弃权', conforms: '符合', doesNotConform: '不符合', notApplicable: '不涉及', investigating: '退回调查', legalReview: '法制审核', issuing: '同意制发',
  terminated: '终止', postponed: '延期', statement: '提出陈述申辩', waived: '放弃陈述申辩', none: '没有答复', requested: '要求听证', expertAppraisal: '鉴定',
  forceMajeure: '不可抗力', litigation: '诉讼', otherLawful: '其他法定事由', stateSecret: '国家秘密', businessSecret: '商业秘密', privacy: '个人隐私', minor: '未成年人',
  publicSafety: '公共安全', performed: '已履行', instalments: '分期履行', courtApplied: '申请法院执行', refunded: '已退还', executionTerminated: '终结执行', personalInfo: '按立案时所列', penalty: '行政处罚', permit: '行政许可',
  coercion: '行政强制', levy: '行政征收征用', inspection: '行政检查', other: '其他', ordinary: '普通程序', summary: '简易程序', idNumber: '身份证号码', homeAddress: '住址',
  minorName: '未成年人姓名', thirdPersonName: '第三人姓名', witnessName: '证人姓名', bankAccount: '银行账号', hearingHeld: '举行过听证', hearingClaimable: '可以要求听证', severalLegalRelations: '涉及多个法律关系',
  suspectedCrime: '涉嫌犯罪', majorPublicInterest: '涉及重大公共利益', majorRights: '关系当事人重大权益', annulled: '撤销', foundUnlawful: '确认违法', void: '确认无效',
  subjectCompetent: '主体合法', officersQualified: '人员资格', factsClear: '事实清楚', evidenceSufficient: '证据确凿', lawCorrect: '适用法律', discretionProper: '裁量适当',
  procedureLawful: '程序合法', noExcessOrAbuse: '无超越滥用职权', documentsInForm: '文书规范齐备', crimeTransfer: '涉嫌犯罪移送', wd: '个工作日', d: '日',
};
