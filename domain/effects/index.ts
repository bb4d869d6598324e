import type { Action } from '../process.ts';
import { saveDraft } from './content.ts';
import type { EffectOf } from './effect.ts';
import { addRecord, register } from './filing.ts';
import { issueDecision, publish, serve } from './fulfilment.ts';
import { acceptForReview, approveOpinion } from './review.ts';
import { recordAnswer, recordNotice } from './rights.ts';

const onlyItsStage: EffectOf = () => ({});

/** What each action does. An action that is not here is in the process table but not available yet. */
export const effects: Partial<Record<Action, EffectOf>> = {
  register,
  addRecord,
  recordNotice,
  recordAnswer,
  saveDraft,
  submit: onlyItsStage,
  passFirstReview: onlyItsStage,
  returnByFirstReviewer: onlyItsStage,
  signOffSection: onlyItsStage,
  returnBySectionHead: onlyItsStage,
  withdrawSubmission: onlyItsStage,
  acceptForReview,
  giveOpinion: onlyItsStage,
  approveOpinion,
  adoptOpinion: onlyItsStage,
  approveAsLeader: onlyItsStage,
  returnByLeader: onlyItsStage,
  issueDecision,
  reopen: onlyItsStage,
  serve,
  fileSummary: onlyItsStage,
  preparePublication: onlyItsStage,
  approvePublication: onlyItsStage,
  publish,
  recordExecution: onlyItsStage,
  close: onlyItsStage,
  archive: onlyItsStage,
};
