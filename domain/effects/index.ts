import type { Action } from '../process.ts';
import { saveDraft } from './content.ts';
import { copyTo } from './informing.ts';
import { amendDecision, annulDecision, concludeCoordination, recordMeeting } from './decision.ts';
import type { EffectOf } from './effect.ts';
import { addRecord, register } from './filing.ts';
import { approvePublication, issueDecision, publish, serve, withdrawPublication } from './fulfilment.ts';
import { addReviewer, delegate, reassign, recuse } from './hand-over.ts';
import { closeSupervision, openSupervision, replySupervision, returnSupervision, urge } from './oversight.ts';
import * as review from './review.ts';
import { recordAnswer, recordHearing, recordNotice } from './rights.ts';
import { extendOverall, resume, suspend } from './suspension.ts';

/** What each action does beside entering its stage; an action that is not here does nothing else. */
export const effects: Partial<Record<Action, EffectOf>> = {
  register,
  addRecord,
  recordNotice,
  recordAnswer,
  recordHearing,
  saveDraft,
  acceptForReview: review.acceptForReview,
  requestSupplement: review.requestSupplement,
  supplement: review.goBack,
  consultAdviser: review.consultAdviser,
  advise: review.goBack,
  extendReview: review.extendReview,
  approveOpinion: review.approveOpinion,
  returnOpinion: review.returnOpinion,
  object: review.object,
  concludeCoordination,
  recordMeeting,
  issueDecision,
  serve,
  publish,
  approvePublication,
  withdrawPublication,
  amendDecision,
  annulDecision,
  suspend,
  resume,
  extendOverall,
  reassign,
  delegate,
  addReviewer,
  recuse,
  copyTo,
  urge,
  openSupervision,
  replySupervision,
  returnSupervision,
  closeSupervision,
};
