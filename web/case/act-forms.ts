import type { Action } from '../../domain/process.ts';

/** One field of an act: its name in the request, and how it is filled in. `content` is filled by the page itself. */
export interface Field {
  name: string;
  kind: 'text' | 'line' | 'reasons' | 'yes' | 'content';
  required?: true;
}

const opinion: Field = { name: 'opinion', kind: 'text' };
const reasons: Field = { name: 'reasons', kind: 'reasons', required: true };
const reason: Field = { name: 'reason', kind: 'text', required: true };

/** Acts that are done on the case page in one screen; those with a desk of their own are led to it. */
export const actForms: Partial<Record<Action, Field[]>> = {
  passFirstReview: [opinion],
  returnByFirstReviewer: [reasons],
  signOffSection: [opinion],
  returnBySectionHead: [reasons],
  withdrawSubmission: [reason],
  extendReview: [reason],
  approveOpinion: [{ name: 'opinionNo', kind: 'line', required: true }],
  returnOpinion: [reasons],
  adoptOpinion: [{ name: 'reply', kind: 'text' }],
  object: [reasons],
  requestCoordination: [reasons],
  approveAsLeader: [opinion],
  returnByLeader: [reasons],
  reopen: [reasons],
  resume: [reason],
  urge: [{ name: 'text', kind: 'text' }],
  comment: [{ name: 'text', kind: 'text', required: true }],
  replySupervision: [{ name: 'reply', kind: 'text', required: true }],
};
