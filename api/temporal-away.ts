import {
  isGrpcServiceError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';

/** DEADLINE_EXCEEDED, UNAVAILABLE or CANCELLED: whether the command took effect is not known. */
export function isUnknown(error: unknown): boolean {
  return error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || [1, 4, 14].includes(grpcCodeOf(error) ?? 0);
}

/**
 * The server does not take the command at present, and the same one may be sent again: RESOURCE_EXHAUSTED,
 * FAILED_PRECONDITION (the workflow's task has failed for the third time) or ABORTED, or the server itself refused an
 * update that a task of a worker just dying did not look at, or that came while the workflow ended.
 */
export function isNotNow(error: unknown): boolean {
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
    return ['UnprocessedUpdate', 'AcceptedUpdateCompletedWorkflow'].includes(error.cause.type ?? '');
  }
  return [8, 9, 10].includes(grpcCodeOf(error) ?? 0);
}

function grpcCodeOf(error: unknown): number | null {
  const cause = error instanceof Error && isGrpcServiceError(error.cause) ? error.cause : error;
  return isGrpcServiceError(cause) ? cause.code : null;
}
