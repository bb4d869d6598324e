import {
  Client,
  Connection,
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { Refused } from '../check/our-database.ts';
import type { WorkflowSettings } from '../config.ts';
import { caseWorkflowOptions } from '../workflows/case-start.ts';
import { orderWorkflowOptions } from '../workflows/order-start.ts';
import { catchUpWith, workflowIdOf } from '../workflows/messages.ts';
import { runningCases } from './running-cases.ts';

type Begun = Parameters<typeof caseWorkflowOptions>[1];

/** The way to begin cases' workflows; every call has a deadline. */
export interface CaseStarter {
  /** Whether it was begun now; false when the case has a running workflow already. */
  start(begun: Begun): Promise<boolean>;
  /** The same for an order on an agency. */
  startOrder(orderId: string, agency: string): Promise<boolean>;
  /** Tells a running workflow up to which number there are events; false when no worker takes it in time. */
  tell(caseId: string, seq: number): Promise<boolean>;
  /** Of which cases workflows run on one's own task queue, as Temporal lists them. */
  running(): AsyncIterable<string>;
  /** Ends a workflow that should not be, for good. */
  terminate(caseId: string, reason: string): Promise<void>;
  close(): Promise<void>;
}

const deadlineMs = 5_000;

/** @throws Refused when Temporal does not answer for this namespace */
export async function openCaseStarter({ temporal, ...settings }: WorkflowSettings): Promise<CaseStarter> {
  const { address, namespace, taskQueue } = temporal;
  const connection = await Connection.connect({ address, connectTimeout: deadlineMs }).catch(() => null);
  if (!connection) throw new Refused(silent(address));
  const client = new Client({ connection, namespace });
  const within = <Result>(work: () => Promise<Result>) => client.withDeadline(Date.now() + deadlineMs, work);
  try {
    await within(() => connection.workflowService.describeNamespace({ namespace }));
  } catch {
    await connection.close();
    throw new Refused(unknownNamespace(namespace, address));
  }
  return { start, startOrder, tell, running, terminate, close: () => connection.close() };

  async function* running() {
    for await (const { caseId } of runningCases(client, taskQueue)) yield caseId;
  }

  async function tell(caseId: string, seq: number): Promise<boolean> {
    const handle = client.workflow.getHandle(workflowIdOf(caseId));
    try {
      await within(() => handle.executeUpdate(catchUpWith, { args: [seq] }));
      return true;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return true;
      if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return false;
      throw error;
    }
  }

  async function terminate(caseId: string, reason: string): Promise<void> {
    try {
      await within(() => client.workflow.getHandle(workflowIdOf(caseId)).terminate(reason));
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }

  function start(begun: Begun): Promise<boolean> {
    const options = caseWorkflowOptions({ taskQueue, ...settings }, begun);
    return startIt(() => client.workflow.start('caseWorkflow', { ...options, workflowIdConflictPolicy: 'FAIL' }));
  }

  function startOrder(orderId: string, agency: string): Promise<boolean> {
    const options = orderWorkflowOptions({ taskQueue, ...settings }, orderId, agency);
    return startIt(() =>
      client.workflow.start('supervisionOrderWorkflow', { ...options, workflowIdConflictPolicy: 'FAIL' }),
    );
  }

  async function startIt(begin: () => Promise<unknown>): Promise<boolean> {
    try {
      await within(begin);
      return true;
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
      const cause = error instanceof Error && isGrpcServiceError(error.cause) ? error.cause : error;
      if (isGrpcServiceError(cause) && cause.code === invalidArgument) throw new Refused(notAccepted(cause.details));
      throw error;
    }
  }
}

/** INVALID_ARGUMENT, as for search attributes that nobody registered. */
const invalidArgument = 3;

const silent = (address: string) => `Temporal 没有应答。 Temporal does not answer at ${address}.`;
const unknownNamespace = (namespace: string, address: string) =>
  `Temporal 中没有命名空间 ${namespace}。 Temporal at ${address} does not answer for the namespace ${namespace}.`;
const notAccepted = (details: string) =>
  `Temporal 不接受流程，请先启动一次系统（它会登记搜索属性）。 Temporal takes no workflow of ours; start the system once first, which registers the search attributes: ${details}`;
