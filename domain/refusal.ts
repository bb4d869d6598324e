/** A refusal: the one code that answers, with what is needed to say what is wrong and what to do. */
export interface Refusal {
  code: RefusalCode;
  details?: Record<string, unknown>;
}

export function refuse(code: RefusalCode, details?: Record<string, unknown>): Refusal {
  return details ? { code, details } : { code };
}

export type RefusalCode = keyof typeof refusalMessages;

/** Stable codes with what is wrong and what to do, in Chinese and English. */
// prettier-ignore
export const refusalMessages = {
  'record.appendOnly': { zh: '记录只增不改，不能删除或者修改；需要更正的，请补充记录。', en: 'Records are only ever added to; add a further record instead.' },
  'time.neverDecides': { zh: '时间不作决定，超期只提醒和升级；请由有权人员办理。', en: 'Time never decides; a person entitled to act must do so.' },
  'person.left': { zh: '该人员已离任，请改由在任人员办理。', en: 'This person has left; choose somebody in office.' },
  'person.leave': { zh: '该人员正在休假，请改由其他人员办理或者先办理转办。', en: 'This person is on leave; choose somebody else or reassign the task.' },
  'stage.final': { zh: '案件已归档、终止或者移送，不能再作此动作。', en: 'The case is archived, terminated or transferred; this act is no longer possible.' },
  'gate.noPass': { zh: '尚无通过的法制审核，不得作出决定；请先完成法制审核。', en: 'No passed legal review is on record, so no decision may be made; complete the legal review first.' },
  'gate.contentChanged': { zh: '内容与通过审核的不一致，通过已失效；请退回并重新送审。', en: 'The content is not what passed review; return the case and submit it again.' },
  'stage.wrongStage': { zh: '案件当前阶段不能作此动作；请看案件页上现在可以办理的事项。', en: 'This act is not possible in the present stage; see what the case allows now.' },
  'role.missing': { zh: '您没有该动作所需的角色，或者不属于该机关。', en: 'You lack the role for this act, or do not belong to this agency.' },
  'role.otherSection': { zh: '您不是承办科室的初审员或者负责人；请由承办科室办理。', en: 'You belong to another section; the handling section must act.' },
  'duty.separation': { zh: '违反职责分离：此人在本案已担任其他职责或者已回避，请换人办理。', en: 'Separation of duties: this person already has another part in the case or is recused; choose somebody else.' },
  'duty.notAssigned': { zh: '您不是该任务的持有人；请由本案指定的人员办理。', en: 'The task is not yours; the person assigned must act.' },
  'duty.notHolderOrHead': { zh: '您既不是任务持有人，也不是其上级。', en: 'You are neither the holder of the task nor their head.' },
  'certificate.expired': { zh: '没有当日有效的行政执法证件，不能承办；请换证或者更换承办人。', en: 'No enforcement certificate valid on this day; renew it or change the handler.' },
  'certificate.category': { zh: '行政执法证件的执法类别与本案不符；请更换承办人。', en: 'The certificate does not cover this category; change the handler.' },
  'certificate.region': { zh: '行政执法证件的执法区域与本案不符；请更换承办人。', en: 'The certificate does not cover this region; change the handler.' },
  'certificate.fewerThanTwo': { zh: '执法人员不得少于两人（行政处罚法第四十二条）；请补足承办人。', en: 'At least two officers are required (art. 42); name a second handler.' },
  'content.notNamed': { zh: '未指明内容版本；请写明针对第几版。', en: 'No content version is named; say which version is meant.' },
  'content.versionMismatch': { zh: '指明的不是当前内容版本；请刷新后针对最新版本办理。', en: 'That is not the current content version; reload and act on the latest.' },
  'content.evidenceNotIncluded': { zh: '拟稿之后又有新证据；请先保存包含新证据的新版本。', en: 'Evidence was added after the draft; save a new version before submitting.' },
  'content.unchanged': { zh: '新版本与当前版本完全相同，无需保存。', en: 'The new version equals the current one; nothing to save.' },
  'materials.incomplete': { zh: '送审材料不齐全；请补齐所列材料。', en: 'Submission materials are missing; add those listed.' },
  'procedure.summaryNotReviewed': { zh: '简易程序案件不送法制审核；可当场制发决定，或者转为普通程序重新立案。', en: 'Summary cases are not reviewed; issue on the spot or file an ordinary case.' },
  'summary.overLimit': { zh: '超出简易程序的种类或者数额（行政处罚法第五十一条）；请适用普通程序。', en: 'Beyond the kind or amount of the summary procedure (art. 51); use the ordinary procedure.' },
  'reasons.missing': { zh: '没有写明理由（或者来源、依据）；请补写。', en: 'Reasons (or source, basis) are missing; state them.' },
  'review.unqualified': { zh: '指定的审核人员不具备资格（法律职业资格、培训）；请另行指定。', en: 'The reviewer is not qualified (legal exam, training); name another.' },
  'review.itemUnanswered': { zh: '十项审核内容未逐项作答或者没有依据；请补全所列各项。', en: 'Some of the ten items lack an answer or basis; complete those listed.' },
  'review.verdictMismatch': { zh: '有审核事项不符合，不能出具“同意”；请改结论或者改该项。', en: 'An item does not conform, so the verdict cannot be agree.' },
  'review.adviserRequired': { zh: '重大疑难复杂案件须有法律顾问或者公职律师的答复；请先咨询。', en: "A difficult case needs an adviser's answer; consult one first." },
  'review.extendedAlready': { zh: '本轮审核已延长过一次。', en: 'The review was already extended once in this round.' },
  'advice.incomplete': { zh: '法律适用、风险、社会影响须逐项答复。', en: 'Law, risk and social impact must each be answered.' },
  'objection.onceOnly': { zh: '异议只能提出一次；之后采纳意见或者提请协调。', en: 'Only one objection is possible; adopt the opinion or request coordination.' },
  'coordination.beforeReReview': { zh: '须经复审后才能提请协调。', en: 'Coordination comes only after a re-review.' },
  'coordination.cannotDecide': { zh: '协调不能以作出决定告终，法制审核关口仍在。', en: 'A coordination cannot end in a decision; the gate stays.' },
  'meeting.notConvened': { zh: '本次会议未召集；请先召集。', en: 'The meeting was not convened; convene it first.' },
  'meeting.noQuorum': { zh: '未达法定人数，不能形成决定；可以延期。', en: 'No quorum; postpone the meeting.' },
  'meeting.opinionMissing': { zh: '每一名参会人员的意见和表决都要记录。', en: "Every attending member's opinion and vote must be recorded." },
  'meeting.recusedTookPart': { zh: '回避人员须退席，不发表意见、不表决。', en: 'A recused person must leave and take no part.' },
  'rights.noNotice': { zh: '未事先告知当事人，不得作出决定（行政处罚法第四十四条、第六十二条）。', en: 'The party was not notified; no decision may be made (art. 44, 62).' },
  'rights.periodRunning': { zh: '陈述申辩或者听证申请期限未满，当事人也未放弃；请等期限届满。', en: 'The period for a statement or hearing still runs and was not waived; wait until it ends.' },
  'rights.hearingPending': { zh: '当事人要求听证而尚未举行；请先组织听证。', en: 'A requested hearing was not held; hold it first.' },
  'rights.heavierWithoutNotice': { zh: '拟决定重于告知的内容；请重新告知。', en: 'The decision is heavier than notified; serve a new notice.' },
  'rights.heavierAfterStatement': { zh: '不得因当事人陈述申辩而给予更重的处罚（行政处罚法第四十五条）；有新事实的请写明。', en: 'No heavier proposal because of a statement (art. 45); name the new facts if there are any.' },
  'number.notNext': { zh: '文号不连续；请使用该系列的下一个号。', en: 'The number is not the next of its series; use the next one.' },
  'overall.reasonMissing': { zh: '已超过法定办理期限，制发须写明超期理由。', en: 'The statutory limit has passed; state the reason for the delay.' },
  'service.noReceipt': { zh: '送达没有方式或者回证；请补充。', en: 'Method or receipt of service is missing.' },
  'fulfilment.alreadyDone': { zh: '该项义务已完成或者不存在，无需重复办理。', en: 'This obligation is done or does not exist.' },
  'fulfilment.obligationsOpen': { zh: '送达、公示、执行尚未全部完成，不能结案。', en: 'Service, publication or execution is still open; the case cannot be closed.' },
  'publication.notServed': { zh: '决定尚未送达；先送达，或者写明提前公示的理由。', en: 'The decision was not served; serve it first or state a reason.' },
  'publication.notPrepared': { zh: '没有拟公示稿；请先拟制。', en: 'No publication was prepared; prepare one first.' },
  'publication.samePerson': { zh: '拟稿人与批准人不得为同一人；请由另一人批准。', en: 'The one who prepared it cannot approve it; another person must.' },
  'publication.redactionUnconfirmed': { zh: '未由人确认已隐去个人信息；请核对后确认。', en: 'Redaction was not confirmed by a person; check and confirm it.' },
  'publication.notApproved': { zh: '拟公示内容还没有第二人批准。', en: 'The publication was not approved by a second person.' },
  'publication.forbiddenField': { zh: '含有不得公示的字段或者个人信息；请去除后再公示。', en: 'Contains a field or personal data that must not be published; remove it.' },
  'publication.noLawfulGround': { zh: '不予公示没有法定理由。', en: 'There is no lawful ground to withhold publication.' },
  'publication.nothingToWithdraw': { zh: '没有应当撤回的公示。', en: 'There is no publication to withdraw.' },
  'publication.stillUp': { zh: '应撤回的公示仍在，不能归档；请先撤回。', en: 'A publication that must be withdrawn is still up; withdraw it first.' },
  'execution.kind': { zh: '执行方式不合法；请选择所列方式。', en: 'Not a lawful kind of execution; choose one of those listed.' },
  'archive.incomplete': { zh: '案卷不完整，不能归档；请补齐目录和页数。', en: 'The file is incomplete; complete catalogue and pages first.' },
  'supplement.noList': { zh: '补正须列明缺少的材料。', en: 'List what is missing.' },
  'supplement.material': { zh: '补正期间不得改变处罚种类、数额、依据或者事实；请撤回后重新送审。', en: 'A supplement may not change measure, amount, basis or fact; withdraw and resubmit.' },
  'supervision.noReply': { zh: '督办须先有回复才能办结。', en: 'An order is closed only after a reply.' },
  'suspension.noLawfulGround': { zh: '中止须有法定事由。', en: 'A suspension needs a lawful ground.' },
  'admin.keptApart': { zh: '系统、安全、审计三员分设，不能兼任。', en: 'The three administrators are kept apart.' },
  'action.notAvailable': { zh: '该动作在本版本尚未开通。', en: 'This act is not available in this version yet.' },
  'clock.backwards': { zh: '给出的时间早于案件的最后时刻。', en: 'The moment given lies before the last moment of the case.' },
} as const;
