import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Refusal } from '../domain/refusal.ts';
import { problem } from './problem.ts';
import { isNotNow, isUnknown } from './temporal-away.ts';

/** What became of a command that was sent to its workflow. */
export type OutcomeOf<Answer> =
  | { kind: 'done'; answer: Answer }
  | { kind: 'refused'; refusal: Refusal }
  /** Not known within the deadline; the command may still take effect, and the read model will tell. */
  | { kind: 'pending' };

/** Thrown where a command is refused before it is sent. */
export class RefusedHere extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/**
 * Sends a command and says what became of it.
 * @throws Problem 503 temporal.away when the server does not take it at present
 */
export async function outcomeOf<Answer>(send: () => Promise<Answer>): Promise<OutcomeOf<Answer>> {
  try {
    return { kind: 'done', answer: await send() };
  } catch (error) {
    const refusal = refusalIn(error);
    if (refusal) return { kind: 'refused', refusal };
    if (isUnknown(error)) return { kind: 'pending' };
    throw isNotNow(error) ? problem('temporal.away') : error;
  }
}

function refusalIn(error: unknown): Refusal | null {
  if (error instanceof RefusedHere) return error.refusal;
  if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure)) return null;
  const [detail] = error.cause.details ?? [];
  // A recording that failed for good says what failed in its details: a fault of ours, and no refusal.
  return typeof detail === 'object' && detail !== null && 'code' in detail ? (detail as Refusal) : null;
}
