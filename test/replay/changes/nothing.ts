import type { WorkflowInterceptors } from '@temporalio/workflow';

export { caseWorkflow } from '../../../workflows/index.ts';

/** Interceptors that change nothing: what is noticed of the other modules here is their change. */
export function interceptors(): WorkflowInterceptors {
  return {
    outbound: [{ scheduleLocalActivity: (input, next) => next(input), startTimer: (input, next) => next(input) }],
  };
}
