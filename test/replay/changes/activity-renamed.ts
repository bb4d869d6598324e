import type { WorkflowInterceptors } from '@temporalio/workflow';

export { caseWorkflow } from '../../../workflows/index.ts';

/** Another name: the activity `record` is called `write`. */
export function interceptors(): WorkflowInterceptors {
  const renamed = (name: string) => (name === 'record' ? 'write' : name);
  return {
    outbound: [
      {
        scheduleLocalActivity: (input, next) => next({ ...input, activityType: renamed(input.activityType) }),
        scheduleActivity: (input, next) => next({ ...input, activityType: renamed(input.activityType) }),
      },
    ],
  };
}
