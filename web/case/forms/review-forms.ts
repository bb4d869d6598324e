import type { ActForms } from '../act-forms.ts';
import { opinion, reason, reasons } from './field.ts';

/** First review, sign-off, legal review and what answers it. */
export const reviewForms: ActForms = {
  passFirstReview: [opinion],
  returnByFirstReviewer: [reasons],
  signOffSection: [opinion],
  returnBySectionHead: [reasons],
  withdrawSubmission: [reason],
  acceptForReview: [
    { name: 'reviewer', kind: 'candidate', required: true },
    { name: 'materialsComplete', kind: 'yes', required: true },
  ],
  requestSupplement: [{ name: 'missing', kind: 'reasons', required: true }],
  consultAdviser: [
    { name: 'adviser', kind: 'candidate', required: true },
    { name: 'questions', kind: 'reasons', required: true },
  ],
  extendReview: [reason],
  approveOpinion: [{ name: 'opinionNo', kind: 'opinionNo', required: true }],
  returnOpinion: [reasons],
  adoptOpinion: [{ name: 'reply', kind: 'text' }],
  object: [reasons],
  requestCoordination: [reasons],
  concludeCoordination: [
    {
      name: 'to',
      kind: 'choice',
      label: 'coordinated',
      required: true,
      choices: {
        investigating: { zh: '退回承办科室修改', en: 'Back to the section' },
        legalReview: { zh: '重新法制审核', en: 'Legal review again' },
        terminated: { zh: '终止', en: 'Terminate' },
      },
    },
    { name: 'conclusion', kind: 'text', required: true },
  ],
};
