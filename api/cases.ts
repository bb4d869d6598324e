import { ApplicationFailure } from '@temporalio/common';
import {
  isGrpcServiceError,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import type { Config } from '../config.ts';
import type { Command } from '../domain/command.ts';
import { decide } from '../domain/decide.ts';
import type { Refusal } from '../domain/refusal.ts';
import { emptyState, type CaseState, type Millis } from '../domain/state.ts';
import type { caseWorkflow } from '../workflows/index.ts';
import { act, advance, workflowIdOf, type CaseStart, type CommandAnswer } from '../workflows/messages.ts';

export type Outcome =
  | { kind: 'done'; answer: CommandAnswer }
  | { kind: 'refused'; refusal: Refusal }
  /** Not known within the deadline; the command may still take effect, and the read model will tell. */
  | { kind: 'pending' };

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
  const within = <Result>(work: () => Promise<Result>) =>
    client.withDeadline(Date.now() + config.commandSeconds * 1000, work);

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

  async function beginAgain(caseId: string, agency: string, command: Command, state: CaseState) {
    const decision = decide(state, command, command.at ?? Date.now());
    if ('refused' in decision) throw new RefusedHere(decision.refused);
    return begin(caseId, agency, command, state);
  }

  async function begin(caseId: string, agency: string, command: Command, state: CaseState): Promise<CommandAnswer> {
    const virtualTime = config.profile === 'rehearsal';
    const start: CaseStart = { caseId, agency, state, answered: [], virtualTime, continueAfter: config.continueAfter };
    const startWorkflowOperation = new WithStartWorkflowOperation<typeof caseWorkflow>('caseWorkflow', {
      workflowId: workflowIdOf(caseId),
      taskQueue,
      args: [start],
      workflowIdConflictPolicy: 'USE_EXISTING',
      // How long a case stands still after a worker died between commit and answer; 10 s unless told.
      workflowTaskTimeout: '5 seconds',
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

  async function outcome(send: () => Promise<CommandAnswer>): Promise<Outcome> {
    try {
      return { kind: 'done', answer: await within(send) };
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal) return { kind: 'refused', refusal };
      if (isUnknown(error)) return { kind: 'pending' };
      throw error;
    }
  }
}

class RefusedHere extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

function refusalIn(error: unknown): Refusal | null {
  if (error instanceof RefusedHere) return error.refusal;
  if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure)) return null;
  return (error.cause.details?.[0] as Refusal | undefined) ?? null;
}

/** DEADLINE_EXCEEDED, UNAVAILABLE or CANCELLED: whether the command took effect is not known. */
function isUnknown(error: unknown): boolean {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true;
  const cause = error instanceof Error && isGrpcServiceError(error.cause) ? error.cause : error;
  return isGrpcServiceError(cause) && [1, 4, 14].includes(cause.code);
}
