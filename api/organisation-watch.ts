import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { PersonId } from '../domain/state.ts';
import type { organisationWorkflow } from '../workflows/index.ts';
import { withinDeadline } from './within-deadline.ts';

/** Brings what administrators changed of people to the open cases. */
export interface OrganisationWatch {
  /** Begins to tell the cases of these persons, once for each command. Never fails: the next day's walk finds what was not told. */
  changed(command: string, persons: PersonId[]): Promise<void>;
}

/** So many persons are told by walking through all cases that have anybody absent. */
const mostPersons = 500;

export function watchOrganisation(client: Client, config: Config, log: Logger): OrganisationWatch {
  const within = withinDeadline(client, config);
  return { changed };

  /** In profile rehearsal nothing happens between two commands. */
  async function changed(command: string, persons: PersonId[]): Promise<void> {
    if (persons.length === 0 || config.profile === 'rehearsal') return;
    const start = { persons: persons.length > mostPersons ? null : persons, after: null, walks: 2 };
    try {
      await within(() =>
        client.workflow.start<typeof organisationWorkflow>('organisationWorkflow', {
          workflowId: `organisation:${command}`,
          taskQueue: config.temporal.taskQueue,
          args: [start],
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
        }),
      );
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return;
      log.warn({ kind: error instanceof Error ? error.name : undefined }, 'cases are told of the organisation later');
    }
  }
}
