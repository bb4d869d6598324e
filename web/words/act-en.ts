/** What fields are called in the forms of acts, where a record calls them otherwise. */
export const actFieldsEn = {
  coordinated: 'Outcome',
  noticeKind: 'Name of the notice',
  served: 'How it was served',
  answerKind: 'The party’s answer',
  hearingClaim: 'Hearing',
  statement: 'What was stated',
  publicHearing: 'Held in public',
  hearingReport: 'Report of the hearing',
  sourceDocument: 'On which document (review decision, judgment …)',
  transferredTo: 'Transferred to',
  exemptionGround: 'Ground of exemption',
  executionDone: 'How it was carried out',
  execution: 'To be carried out',
  suspensionGround: 'Ground of suspension',
  earlyReason: 'Why before service',
};
