import { WorkflowNotFoundError, type Client, type WorkflowExecutionDescription } from '@temporalio/client';
import { runningCases } from '../rebuild/running-cases.ts';
import { attributeKeys } from '../workflows/case-attributes.ts';
import { snapshot, workflowIdOf } from '../workflows/messages.ts';

/** A running workflow of a case, as Temporal lists it: up to ten minutes behind. */
export interface Listed {
  caseId: string;
  stage: string | null;
  agency: string | null;
  startedAt: Date;
}

/** How a case's workflow stands by what it says itself; `silent`: it runs and does not answer. */
export type Standing = { stage: string; seq: number } | 'silent' | null;

/** Temporal as far as watchdog and reconciler look; every call has a deadline. */
export interface CaseWorkflows {
  /** Those of one's own task queue. */
  running(): AsyncIterable<Listed>;
  /** Null when none is running. */
  standing(caseId: string): Promise<Standing>;
  /** How often the workflow's present task was given out; 0 when it has none or is not running. */
  attempt(caseId: string): Promise<number>;
}

/** What Temporal says of the workflows on this task queue. */
export function caseWorkflows(client: Client, taskQueue: string): CaseWorkflows {
  return { running, standing, attempt };

  async function* running() {
    for await (const { caseId, listed } of runningCases(client, taskQueue)) {
      const attributes = listed.typedSearchAttributes;
      const [stage, agency] = [attributes.get(attributeKeys.stage), attributes.get(attributeKeys.agency)];
      yield { caseId, stage: stage ?? null, agency: agency ?? null, startedAt: listed.startTime };
    }
  }

  async function standing(caseId: string): Promise<Standing> {
    const described = await describe(caseId);
    if (described?.status.name !== 'RUNNING') return null;
    return soon(() => client.workflow.getHandle(workflowIdOf(caseId)).query(snapshot)).then(
      ({ stage, seq }) => ({ stage, seq }),
      (error: unknown) => (error instanceof WorkflowNotFoundError ? null : 'silent'),
    );
  }

  async function attempt(caseId: string): Promise<number> {
    const described = await describe(caseId);
    if (described?.status.name !== 'RUNNING') return 0;
    return described.raw.pendingWorkflowTask?.attempt ?? 0;
  }

  async function describe(caseId: string): Promise<WorkflowExecutionDescription | null> {
    try {
      return await soon(() => client.workflow.getHandle(workflowIdOf(caseId)).describe());
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return null;
      throw error;
    }
  }

  function soon<Result>(work: () => Promise<Result>): Promise<Result> {
    return client.withDeadline(Date.now() + 5_000, work);
  }
}
