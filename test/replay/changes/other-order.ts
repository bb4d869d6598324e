import { upsertSearchAttributes, type WorkflowInterceptors } from '@temporalio/workflow';

export { caseWorkflow } from '../../../workflows/index.ts';

/** Another order: what an operator finds a case by is written before the event, and not only after it. */
export function interceptors(): WorkflowInterceptors {
  return {
    outbound: [
      {
        scheduleLocalActivity(input, next) {
          upsertSearchAttributes({ SanxiangOverdueLevel: [0] });
          return next(input);
        },
      },
    ],
  };
}
