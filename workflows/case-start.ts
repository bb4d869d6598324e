import type { CaseEvent } from '../domain/command.ts';
import { attributesAtStart } from './case-attributes.ts';
import { workflowIdOf, type CaseStart, type CommandAnswer } from './messages.ts';

/** Of how many commands a workflow knows the answers. */
const answersKept = 200;

/** Where and how cases' workflows run, as settings say. */
export interface CaseSettings {
  taskQueue: string;
  virtualTime: boolean;
  continueAfter: number;
}

/**
 * What Temporal is told to begin a case's workflow: nothing but an empty state for a filing, else the state folded from
 * the events, under which an operator finds it at once.
 */
export function caseWorkflowOptions(
  { taskQueue, virtualTime, continueAfter }: CaseSettings,
  begun: Pick<CaseStart, 'caseId' | 'agency' | 'state' | 'answered'>,
) {
  const start: CaseStart = { ...begun, virtualTime, continueAfter };
  return {
    workflowId: workflowIdOf(begun.caseId),
    taskQueue,
    args: [start] as [CaseStart],
    // How long a case stands still after a worker died between commit and answer; 10 s unless told.
    workflowTaskTimeout: '5 seconds' as const,
    ...(begun.state.filing && { typedSearchAttributes: attributesAtStart(begun.state) }),
  };
}

/** The answers known before, with those of these events; the last ones are kept. */
export function withAnswers(before: CaseStart['answered'], events: CaseEvent[]): CaseStart['answered'] {
  const fresh = events.map((event) => ({ id: event.commandId, answer: answerOf(event) }));
  return [...before, ...fresh].slice(-answersKept);
}

function answerOf({ caseId, seq, stage }: CaseEvent): CommandAnswer {
  return { caseId, seq, stage };
}
