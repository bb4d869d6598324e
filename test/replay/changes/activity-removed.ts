import type { WorkflowInterceptors } from '@temporalio/workflow';

export { caseWorkflow } from '../../../workflows/index.ts';

/** An activity less: the database is never asked what the case missed. */
export function interceptors(): WorkflowInterceptors {
  return {
    outbound: [
      {
        scheduleLocalActivity: (input, next) =>
          input.activityType === 'missedEvents' ? Promise.resolve([]) : next(input),
      },
    ],
  };
}
