import { suspensionGrounds } from '../../../domain/grounds.ts';
import type { ActForms } from '../act-forms.ts';
import { reason, type Field } from './field.ts';

const fromTo: Field[] = [
  { name: 'from', kind: 'holder', required: true },
  { name: 'to', kind: 'candidate', required: true },
];

/** Pausing, urging, supervision: acts beside the way of the case. */
export const besideForms: ActForms = {
  suspend: [
    { name: 'ground', kind: 'choice', label: 'suspensionGround', required: true, choices: suspensionGrounds },
    reason,
    { name: 'expectedUntil', kind: 'day' },
    { name: 'notified', kind: 'reasons' },
  ],
  resume: [reason],
  reassign: [...fromTo, reason],
  delegate: [...fromTo, { name: 'until', kind: 'day', required: true }, reason],
  addReviewer: [{ name: 'to', kind: 'candidate', label: 'addedReviewer', required: true }, reason],
  recuse: [
    { name: 'person', kind: 'candidate', label: 'recusedPerson', required: true },
    reason,
    { name: 'decidedBy', kind: 'candidate', label: 'recusalDecidedBy', after: 'person' },
  ],
  copyTo: [{ name: 'to', kind: 'persons', label: 'copiedTo', required: true }],
  extendOverall: [{ name: 'basis', kind: 'text', required: true }, reason],
  urge: [{ name: 'text', kind: 'text' }],
  comment: [{ name: 'text', kind: 'text', required: true }],
  openSupervision: [reason, { name: 'requires', kind: 'text' }],
  replySupervision: [{ name: 'reply', kind: 'text', required: true }],
  returnSupervision: [reason, { name: 'requires', kind: 'text' }],
  closeSupervision: [{ name: 'conclusion', kind: 'text' }],
};
