import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { Action } from '../../domain/process.ts';
import { besideForms } from './forms/beside-forms.ts';
import { decisionForms } from './forms/decision-forms.ts';
import type { Field } from './forms/field.ts';
import { fulfilmentForms } from './forms/fulfilment-forms.ts';
import { recordForms } from './forms/record-forms.ts';
import { reviewForms } from './forms/review-forms.ts';

export type ActForms = Partial<Record<Action, Field[]>>;

/** Acts that are done on the case page in one screen; those with a desk of their own are led to it. */
export const actForms: ActForms = {
  ...reviewForms,
  ...recordForms,
  ...decisionForms,
  ...fulfilmentForms,
  ...besideForms,
};

/** What is asked for an act in this case. */
export function fieldsOf(action: Action, one: CaseAnswer): Field[] {
  return (actForms[action] ?? []).filter(({ when }) => !when || when(one));
}

/** Acts after which there is no way back by an act of one's own: whoever takes them is told so before. */
export const withoutReturn: readonly Action[] = ['approveOpinion', 'approveAsLeader', 'object', 'extendReview', 'terminate', 'transfer', 'recuse', 'reassign', 'issueDecision', 'amendDecision', 'annulDecision', 'publish', 'archive']; // prettier-ignore

/** Where an act has a desk of its own; `:id` is the case's. */
const desks: Partial<Record<Action, string>> = {
  saveDraft: '/cases/:id/draft',
  submit: '/cases/:id/draft',
  supplement: '/cases/:id/draft',
  giveOpinion: '/cases/:id/review',
  advise: '/cases/:id/advice',
  conveneMeeting: '/meetings/:id',
  recordMeeting: '/meetings/:id',
};

/** The address of the desk on which the first of these acts is done; the case page where none of them has one. */
export function deskOf(caseId: string, asked: readonly Action[]): string {
  const desk = asked.map((action) => desks[action]).find((found) => found) ?? '/cases/:id';
  return desk.replace(':id', caseId);
}

export const hasDesk = (action: Action): boolean => desks[action] !== undefined;
