import { proxyLocalActivities, type WorkflowInterceptors } from '@temporalio/workflow';
import type { Activities } from '../../../activities/index.ts';

export { caseWorkflow } from '../../../workflows/index.ts';

const { missedEvents } = proxyLocalActivities<Activities>({ startToCloseTimeout: '3 seconds' });

/** An activity more: before anything is recorded, the database is asked what the case missed. */
export function interceptors(): WorkflowInterceptors {
  return {
    outbound: [
      {
        async scheduleLocalActivity(input, next) {
          if (input.activityType === 'record') await missedEvents({ caseId: '', agency: '', lastSeq: 0 });
          return next(input);
        },
      },
    ],
  };
}
