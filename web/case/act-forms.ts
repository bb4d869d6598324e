import type { Action } from '../../domain/process.ts';

/** One field of an act: its name in the request, and how it is filled in. `content` is filled by the page itself. */
export interface Field {
  name: string;
  kind: 'text' | 'line' | 'reasons' | 'yes' | 'day' | 'holder' | 'candidate' | 'opinionNo' | 'content';
  required?: true;
}

const opinion: Field = { name: 'opinion', kind: 'text' };
const reasons: Field = { name: 'reasons', kind: 'reasons', required: true };
const reason: Field = { name: 'reason', kind: 'text', required: true };
const fromTo: Field[] = [
  { name: 'from', kind: 'holder', required: true },
  { name: 'to', kind: 'candidate', required: true },
];

/** Acts that are done on the case page in one screen; those with a desk of their own are led to it. */
export const actForms: Partial<Record<Action, Field[]>> = {
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
  approveAsLeader: [opinion],
  returnByLeader: [reasons],
  reopen: [reasons],
  resume: [reason],
  reassign: [...fromTo, reason],
  delegate: [...fromTo, { name: 'until', kind: 'day', required: true }, reason],
  urge: [{ name: 'text', kind: 'text' }],
  comment: [{ name: 'text', kind: 'text', required: true }],
  replySupervision: [{ name: 'reply', kind: 'text', required: true }],
};

/** Acts after which there is no way back by an act of one's own: whoever takes them is told so before. */
export const withoutReturn: readonly Action[] = ['approveOpinion', 'approveAsLeader', 'object', 'extendReview', 'terminate', 'transfer', 'recuse', 'reassign']; // prettier-ignore

/** Where an act has a desk of its own. */
const desks: Partial<Record<Action, string>> = {
  saveDraft: 'draft',
  submit: 'draft',
  supplement: 'draft',
  giveOpinion: 'review',
  advise: 'advice',
};

/** The address of the desk on which the first of these acts is done; the case page where none of them has one. */
export function deskOf(caseId: string, asked: readonly Action[]): string {
  const desk = asked.map((action) => desks[action]).find((found) => found);
  return desk ? `/cases/${caseId}/${desk}` : `/cases/${caseId}`;
}

export const hasDesk = (action: Action): boolean => desks[action] !== undefined;
