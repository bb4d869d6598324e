import { ApplicationFailure } from '@temporalio/workflow';
import { refusalMessages, type Refusal } from '../domain/refusal.ts';

/** A refusal as Temporal carries it to whoever sent the command: its code is the failure's type, the whole of it its detail. */
export function failure(refusal: Refusal): ApplicationFailure {
  return ApplicationFailure.nonRetryable(refusalMessages[refusal.code].en, refusal.code, refusal);
}
