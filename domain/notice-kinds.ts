/**
 * Every kind of notice (通知) on one page. `zh` and `en` name it; `says` is what the reader is told of a case, to which
 * the case's title and the deadline are added when it is read.
 */
// prettier-ignore
export const noticeKinds = {
  task: { zh: '新任务', en: 'New task', says: ['请办理', 'is waiting for you'] },
  returned: { zh: '退回', en: 'Returned', says: ['已退回，请办理', 'was returned to you'] },
  supplementRequested: { zh: '要求补正', en: 'Supplement requested', says: ['需要补正材料', 'needs further materials'] },
  resumed: { zh: '恢复办理', en: 'Resumed', says: ['已恢复办理', 'goes on'] },
  handedOver: { zh: '转交给您', en: 'Handed to you', says: ['已转交您办理', 'was handed to you'] },
  handedBack: { zh: '代办期满交回', en: 'Delegation ended', says: ['代办期满，已交回您办理', 'is yours again: the delegation ended'] },
  taken: { zh: '已转交他人', en: 'Handed to another', says: ['已转交他人办理', 'was handed to somebody else'] },
  delegationEnded: { zh: '代办期满', en: 'Delegation ended', says: ['代办期满，已交回原办理人', 'went back: your delegation ended'] },
  standIn: { zh: '替岗', en: 'Standing in', says: ['由您替岗办理', 'is yours while its holder is away'] },
  standInEnded: { zh: '替岗期满', en: 'Standing in ended', says: ['替岗期满，已交回原办理人', 'went back: you no longer stand in'] },
  holderAbsent: { zh: '持有人不在岗', en: 'Holder absent', says: ['持有人不在岗，请转办或者代办', 'waits for somebody who is absent: reassign or delegate it'] },
  recused: { zh: '回避', en: 'Recused', says: ['您已回避', 'no longer concerns you: you are recused'] },
  withdrawn: { zh: '送审撤回', en: 'Submission withdrawn', says: ['送审已撤回，无需办理', 'was withdrawn from you'] },
  suspended: { zh: '中止', en: 'Suspended', says: ['已中止', 'is suspended'] },
  ended: { zh: '终止或者移送', en: 'Ended', says: ['已终止或者移送', 'was terminated or transferred'] },
  extended: { zh: '期限延长', en: 'Extended', says: ['期限已延长', 'has more time'] },
  opinion: { zh: '审核意见', en: 'Review opinion', says: ['法制审核意见已审签', 'has a signed review opinion'] },
  decisionChanged: { zh: '决定变更或者撤销', en: 'Decision changed', says: ['决定已变更或者撤销', 'has its decision amended or annulled'] },
  publicationApproved: { zh: '公示已批准', en: 'Publication approved', says: ['公示已批准', 'may be published'] },
  meeting: { zh: '会议通知', en: 'Meeting convened', says: ['将集体讨论，请参会', 'is to be deliberated, please attend'] },
  urged: { zh: '催办', en: 'Urged', says: ['被催办，请尽快办理', 'is urged'] },
  commented: { zh: '批注', en: 'Comment', says: ['有新批注', 'has a new comment'] },
  copied: { zh: '抄送', en: 'Copied to you', says: ['抄送给您', 'was copied to you'] },
  reminder: { zh: '期限提醒', en: 'Reminder', says: ['临近到期', 'falls due soon'] },
  overdue: { zh: '到期', en: 'Due', says: ['期限已到', 'has reached its deadline'] },
  effectOfLaw: { zh: '视为准予延续', en: 'Renewed by effect of law', says: ['未在原许可届满前作出决定，依法视为准予延续（行政许可法第五十条）', 'was not decided in time: the permit counts as renewed by law (Administrative Licensing Law, art. 50)'] },
  escalated: { zh: '超期升级', en: 'Escalated', says: ['已超期', 'is overdue'] },
  supervisionOpened: { zh: '督办', en: 'Supervision order', says: ['已被督办', 'is under a supervision order'] },
  supervisionReplied: { zh: '督办回复', en: 'Order replied to', says: ['督办已有回复', 'has a reply to the order'] },
  supervisionReturned: { zh: '督办回复退回', en: 'Reply sent back', says: ['督办回复被退回，请再次回复', 'has its reply to the order sent back'] },
  supervisionClosed: { zh: '督办办结', en: 'Order closed', says: ['督办已办结', 'has its order closed'] },
  informed: { zh: '告知', en: 'For your information', says: ['有需要您知悉的事项', 'has news for you'] },
} as const;
export type NoticeKind = keyof typeof noticeKinds;
