import { executionKinds, exemptionGrounds } from '../../../domain/grounds.ts';
import type { ActForms } from '../act-forms.ts';
import { opinion, reason, type Field } from './field.ts';

const early: Field = { name: 'earlyReason', kind: 'text' };

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
    { name: 'redactions', kind: 'fixed', fixed: () => 'personalInfo' },
    { name: 'fields', kind: 'fixed', fixed: () => 'publication' },
    early,
  ],
  approvePublication: [
    { name: 'redactionConfirmed', kind: 'yes' },
    { name: 'exemptionApproved', kind: 'yes' },
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
  correctPublication: [{ name: 'what', kind: 'text', required: true }, reason],
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
