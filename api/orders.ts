import { WithStartWorkflowOperation, WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { Config } from '../config.ts';
import type { AgencyOrder, OrderCommand } from '../domain/agency-order.ts';
import type { Millis } from '../domain/state.ts';
import { actOnOrder, advanceOrder, orderWorkflowIdOf } from '../workflows/order-messages.ts';
import { orderWorkflowOptions } from '../workflows/order-start.ts';
import type { supervisionOrderWorkflow } from '../workflows/index.ts';
import { withinDeadline } from './within-deadline.ts';
import { outcomeOf, type OutcomeOf } from './outcome.ts';

/** The way to the workflows of orders on agencies: every call has a deadline. */
export interface Orders {
  act(orderId: string, agency: string, command: OrderCommand): Promise<OutcomeOf<AgencyOrder>>;
  advance(orderId: string, at: Millis): Promise<void>;
}

/** Sends commands as updates whose id is the command's; an order without a running workflow is begun with what is on record. */
export function createOrders(client: Client, config: Config): Orders {
  const settings = { taskQueue: config.temporal.taskQueue, virtualTime: config.profile === 'rehearsal' };
  const within = withinDeadline(client, config);

  return {
    act: (orderId, agency, command) => outcomeOf(() => within(() => send(orderId, agency, command))),
    async advance(orderId, at) {
      try {
        const handle = client.workflow.getHandle(orderWorkflowIdOf(orderId));
        await within(() => handle.executeUpdate(advanceOrder, { args: [at] }));
      } catch (error) {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      }
    },
  };

  function send(orderId: string, agency: string, command: OrderCommand): Promise<AgencyOrder> {
    const startWorkflowOperation = new WithStartWorkflowOperation<typeof supervisionOrderWorkflow>(
      'supervisionOrderWorkflow',
      { ...orderWorkflowOptions(settings, orderId, agency), workflowIdConflictPolicy: 'USE_EXISTING' },
    );
    return client.workflow.executeUpdateWithStart(actOnOrder, {
      startWorkflowOperation,
      args: [command],
      updateId: command.id,
    });
  }
}
