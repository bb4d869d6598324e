/** Why a publication may be left out (不予公示): 政府信息公开条例 14–16; 行政许可法 5; 行政处罚法 50. */
export const exemptionGrounds = {
  stateSecret: { zh: '国家秘密', en: 'State secret' },
  businessSecret: { zh: '商业秘密', en: 'Business secret' },
  privacy: { zh: '个人隐私', en: 'Privacy' },
  minor: { zh: '涉及未成年人', en: 'Concerns a minor' },
  publicSafety: { zh: '危及公共安全或者社会稳定', en: 'Public safety' },
  otherLawful: { zh: '法律、行政法规规定的其他情形', en: 'Another ground of law' },
} as const;

/** Why a case may be suspended (中止): 行政处罚法 60; 行政许可法 45. */
export const suspensionGrounds = {
  hearing: { zh: '听证', en: 'Hearing' },
  expertAppraisal: { zh: '检测、检验、检疫、鉴定、专家评审', en: 'Testing or expert appraisal' },
  forceMajeure: { zh: '不可抗力', en: 'Force majeure' },
  litigation: { zh: '须以另案结果为依据', en: 'Awaits another case' },
  otherLawful: { zh: '法律、法规规定的其他情形', en: 'Another ground of law' },
} as const;

/** How a decision was carried out (执行): 行政处罚法 66–73; 行政强制法 40 (终结执行: nobody is left to carry it out, or nothing to carry it out on). */
export const executionKinds = {
  performed: { zh: '已履行', en: 'Performed' },
  instalments: { zh: '分期或者延期缴纳', en: 'Instalments or deferral' },
  courtApplied: { zh: '申请人民法院强制执行', en: 'Court applied to' },
  refunded: { zh: '退还', en: 'Refunded' },
  executionTerminated: { zh: '终结执行', en: 'Execution terminated' },
} as const;
