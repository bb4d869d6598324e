import type { ActForms } from '../act-forms.ts';
import { opinion, reason, reasons, type Field } from './field.ts';

const source: Field[] = [
  { name: 'source', kind: 'line', label: 'sourceDocument', required: true },
  { name: 'sourceNo', kind: 'line' },
];

/** Approval, the decision itself, and what undoes it. */
export const decisionForms: ActForms = {
  approveAsLeader: [opinion],
  returnByLeader: [reasons],
  issueDecision: [
    { name: 'documentNo', kind: 'line', required: true },
    { name: 'decision', kind: 'proposal', required: true, when: ({ procedure }) => procedure === 'summary' },
    { name: 'contentVersion', kind: 'fixed', fixed: ({ content }) => content || undefined },
    { name: 'seal', kind: 'yes', required: true },
    { name: 'lateReason', kind: 'text' },
  ],
  reopen: [reasons],
  amendDecision: [reason, ...source],
  annulDecision: [
    reason,
    ...source,
    {
      name: 'effect',
      kind: 'choice',
      choices: {
        annulled: { zh: '撤销', en: 'Annulled' },
        foundUnlawful: { zh: '确认违法', en: 'Found unlawful' },
        void: { zh: '确认无效', en: 'Void' },
      },
    },
    { name: 'redo', kind: 'yes' },
  ],
  terminate: [{ name: 'ground', kind: 'text', required: true }],
  transfer: [
    { name: 'ground', kind: 'text', required: true },
    { name: 'to', kind: 'line', label: 'transferredTo', required: true },
    { name: 'documentNo', kind: 'line' },
    { name: 'deliveredAt', kind: 'moment' },
    { name: 'receipt', kind: 'line' },
  ],
};
