import type { CaseAnswer } from '../../../api/schemas/case.ts';
import { executionKinds, exemptionGrounds } from '../../../domain/grounds.ts';
import type { ActForms } from '../act-forms.ts';
import { opinion, reason, type Field } from './field.ts';

const early: Field = { name: 'earlyReason', kind: 'text' };

const penalty = (one: CaseAnswer) => one.category === 'penalty';
const permit = (one: CaseAnswer) => one.category === 'permit';
/** 许可类别 as 双公示 names them. */
const permitTypes = {
  普通: { zh: '普通', en: 'Ordinary' },
  特许: { zh: '特许', en: 'Concession' },
  认可: { zh: '认可', en: 'Recognition' },
  核准: { zh: '核准', en: 'Approval' },
  登记: { zh: '登记', en: 'Registration' },
  其他: { zh: '其他', en: 'Other' },
};

/** What 双公示 asks for that stands in no draft; what is left empty follows from the case. */
const particulars: Field[] = [
  { name: 'violationType', kind: 'line', when: penalty },
  { name: 'permitTaken', kind: 'line', when: penalty },
  { name: 'publicUntil', kind: 'day', label: 'publicUntilOrThreeYears', when: penalty },
  { name: 'permitType', kind: 'choice', required: true, choices: permitTypes, when: permit },
  { name: 'permitDocumentName', kind: 'line', when: permit },
  { name: 'certificateName', kind: 'line', when: permit },
  { name: 'certificateNo', kind: 'line', when: permit },
  { name: 'validFrom', kind: 'day', when: permit },
  { name: 'validTo', kind: 'day', when: permit },
  { name: 'status', kind: 'line', label: 'permitStatus', when: permit },
];

/** Service, publication, execution, closing. */
export const fulfilmentForms: ActForms = {
  serve: [
    { name: 'method', kind: 'line', label: 'served', required: true },
    { name: 'receipt', kind: 'line', required: true },
    { name: 'recipient', kind: 'line' },
    { name: 'consent', kind: 'line' },
    { name: 'noticeEffectiveOn', kind: 'day' },
  ],
  fileSummary: [
    { name: 'to', kind: 'persons', label: 'filedWith', required: true },
    { name: 'purpose', kind: 'text' },
  ],
  preparePublication: [
    { name: 'redactions', kind: 'redactions', label: 'toHide', fixed: ({ filed }) => filed['personalInfo'] },
    { name: 'fields', kind: 'fixed', fixed: () => 'publication' },
    ...particulars,
    early,
  ],
  approvePublication: [
    { name: 'redactionConfirmed', kind: 'yes', when: (one) => one.publication?.kind !== 'exemption' },
    { name: 'exemptionApproved', kind: 'yes', when: (one) => one.publication?.kind === 'exemption' },
    opinion,
  ],
  publish: [{ name: 'channel', kind: 'line', required: true }],
  exemptPublication: [
    { name: 'ground', kind: 'choice', label: 'exemptionGround', required: true, choices: exemptionGrounds },
    { name: 'basis', kind: 'text' },
    { name: 'scope', kind: 'text' },
    { name: 'publicNotice', kind: 'text' },
    early,
  ],
  correctPublication: [
    { name: 'what', kind: 'text', required: true },
    { name: 'redactions', kind: 'redactions', label: 'toHide' },
    reason,
  ],
  withdrawPublication: [reason],
  recordExecution: [
    { name: 'kind', kind: 'choice', label: 'executionDone', required: true, choices: executionKinds },
    { name: 'detail', kind: 'text' },
    { name: 'receipt', kind: 'line' },
    { name: 'basis', kind: 'text' },
  ],
  close: [{ name: 'report', kind: 'text', required: true }],
  archive: [
    { name: 'catalogueComplete', kind: 'yes', required: true },
    { name: 'pages', kind: 'count', required: true },
  ],
};
