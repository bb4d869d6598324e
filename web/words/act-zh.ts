/** What fields are called in the forms of acts, where a record calls them otherwise. */
export const actFieldsZh = {
  coordinated: '协调结果',
  noticeKind: '告知书名称',
  served: '送达方式',
  answerKind: '当事人的答复',
  hearingClaim: '听证',
  statement: '陈述、申辩内容',
  publicHearing: '公开举行',
  hearingReport: '听证报告',
  sourceDocument: '依据的文书（复议决定、判决等）',
  transferredTo: '移送至',
  exemptionGround: '不予公示的理由',
  executionDone: '执行情况',
  execution: '需要执行',
  suspensionGround: '中止事由',
  earlyReason: '送达前公示的理由',
};
