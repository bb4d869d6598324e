import type { WorkflowInterceptors } from '@temporalio/workflow';

export { caseWorkflow } from '../../../workflows/index.ts';

/** The timer removed: a case never wakes by itself. */
export function interceptors(): WorkflowInterceptors {
  return { outbound: [{ startTimer: () => new Promise(() => {}) }] };
}
