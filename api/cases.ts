import { WithStartWorkflowOperation, WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { Config } from '../config.ts';
import type { Command } from '../domain/command.ts';
import { decide } from '../domain/decide.ts';
import { isInHand } from '../domain/ended.ts';
import { emptyState, type CaseState, type Millis } from '../domain/state.ts';
import type { caseWorkflow } from '../workflows/index.ts';
import { caseWorkflowOptions } from '../workflows/case-start.ts';
import { act, advance, workflowIdOf, type Acted } from '../workflows/messages.ts';
import { withinDeadline } from './within-deadline.ts';
import { outcomeOf, RefusedHere, type OutcomeOf } from './outcome.ts';

export type Outcome = OutcomeOf<Acted>;

/** The way to the cases' workflows: every call has a deadline. */
export interface Cases {
  act(caseId: string, agency: string, command: Command, onRecord: () => Promise<CaseState | null>): Promise<Outcome>;
  advance(caseId: string, at: Millis): Promise<void>;
  reachable(): Promise<boolean>;
}

/**
 * Sends commands as updates whose id is the command's, so that the same one is done once. A case that has no running
 * workflow (filing, or after its end) is begun with the state folded from its events.
 */
export function createCases(client: Client, config: Config): Cases {
  const { taskQueue } = config.temporal;
  const within = withinDeadline(client, config);

  return { act: sendCommand, advance: sendAdvance, reachable };

  async function sendCommand(
    caseId: string,
    agency: string,
    command: Command,
    onRecord: () => Promise<CaseState | null>,
  ): Promise<Outcome> {
    if (command.action === 'register') return outcome(() => begin(caseId, agency, command, emptyState));
    return outcome(async () => {
      try {
        const handle = client.workflow.getHandle(workflowIdOf(caseId));
        return await handle.executeUpdate(act, { args: [command], updateId: command.id });
      } catch (error) {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
        return beginAgain(caseId, agency, command, (await onRecord()) ?? emptyState);
      }
    });
  }

  /** A case with nothing in hand is not begun for a command that is refused; any other has lost its workflow and is to have it again. */
  async function beginAgain(caseId: string, agency: string, command: Command, state: CaseState) {
    if (isInHand(state)) return begin(caseId, agency, command, state);
    const decision = decide(state, command, command.at ?? Date.now());
    if ('refused' in decision) throw new RefusedHere(decision.refused);
    return begin(caseId, agency, command, state);
  }

  async function begin(caseId: string, agency: string, command: Command, state: CaseState): Promise<Acted> {
    const { continueAfter } = config;
    const settings = { taskQueue, virtualTime: config.profile === 'rehearsal', continueAfter };
    const startWorkflowOperation = new WithStartWorkflowOperation<typeof caseWorkflow>('caseWorkflow', {
      // What was done before is answered from the command's own row, which is written with its event.
      ...caseWorkflowOptions(settings, { caseId, agency, state, answered: [] }),
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
    return client.workflow.executeUpdateWithStart(act, {
      startWorkflowOperation,
      args: [command],
      updateId: command.id,
    });
  }

  async function sendAdvance(caseId: string, at: Millis): Promise<void> {
    try {
      await within(() => client.workflow.getHandle(workflowIdOf(caseId)).executeUpdate(advance, { args: [at] }));
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }

  async function reachable(): Promise<boolean> {
    const queue = await within(() =>
      client.workflowService.describeTaskQueue({
        namespace: config.temporal.namespace,
        taskQueue: { name: taskQueue },
        taskQueueType: 1,
      }),
    );
    return (queue.pollers?.length ?? 0) > 0;
  }

  function outcome(send: () => Promise<Acted>): Promise<Outcome> {
    return outcomeOf(() => within(send));
  }
}
