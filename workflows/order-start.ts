import { orderWorkflowIdOf, type OrderStart } from './order-messages.ts';

/** What Temporal is told to begin the workflow of an order on an agency. */
export function orderWorkflowOptions(
  { taskQueue, virtualTime }: { taskQueue: string; virtualTime: boolean },
  orderId: string,
  agency: string,
) {
  const start: OrderStart = { orderId, agency, virtualTime };
  return {
    workflowId: orderWorkflowIdOf(orderId),
    taskQueue,
    args: [start] as [OrderStart],
    workflowTaskTimeout: '5 seconds' as const,
  };
}
