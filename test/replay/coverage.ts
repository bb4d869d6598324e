import protobuf from '@temporalio/proto';
import type { CaseEvent } from '../../domain/command.ts';
import { stages, type Stage } from '../../domain/process.ts';
import { emptyState, type Clock, type ClockName } from '../../domain/state.ts';
import { nextWake } from '../../domain/wake.ts';
import { payloadsOf, type History } from './kept-histories.ts';

const { EventType, WorkflowTaskFailedCause } = protobuf.temporal.api.enums.v1;

/** Every event of a case that some activity answered in these histories. */
export function eventsIn(histories: Iterable<History>): CaseEvent[] {
  return [...histories].flatMap((history) => payloadsOf(history.events).flatMap(eventsWithin));
}

function eventsWithin(value: unknown): CaseEvent[] {
  if (Array.isArray(value)) return value.flatMap(eventsWithin);
  if (typeof value !== 'object' || value === null) return [];
  const isEvent = 'type' in value && 'seq' in value && 'commandId' in value;
  return isEvent ? [value as CaseEvent] : Object.values(value).flatMap(eventsWithin);
}

/** What Temporal wrote in these histories, by the names of its event types, and of updates, activities and markers. */
export function traceOf(histories: Iterable<History>): Set<string> {
  const events = [...histories].flatMap((history) => history.events ?? []);
  return new Set(
    events.flatMap((event) => {
      const type = EventType[event.eventType!].replace('EVENT_TYPE_', '');
      const update = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.name;
      const refused = event.workflowExecutionUpdateCompletedEventAttributes?.outcome?.failure;
      const signal = event.workflowExecutionSignaledEventAttributes?.signalName;
      const activity = event.activityTaskScheduledEventAttributes?.activityType?.name;
      const local = payloadsOf(event.markerRecordedEventAttributes?.details?.['data']);
      const locally = local.map((data) => (data as { activity_type?: string }).activity_type);
      const marker = event.markerRecordedEventAttributes?.markerName;
      const patches = marker === 'core_patch' ? payloadsOf(event.markerRecordedEventAttributes?.details) : [];
      const cause = event.workflowTaskFailedEventAttributes?.cause;
      return [
        type,
        ...(update ? [`update ${update}`] : []),
        ...(refused ? ['an update refused after it was let in'] : []),
        ...(signal ? [`signal ${signal}`] : []),
        ...(activity ? [`activity ${activity}`] : []),
        ...(marker === 'core_local_activity' ? locally.map((name) => `local activity ${name}`) : []),
        ...patches.map((data) => `patch ${(data as { id?: string }).id}`),
        ...(cause ? [`failed: ${WorkflowTaskFailedCause[cause].replace('WORKFLOW_TASK_FAILED_CAUSE_', '')}`] : []),
      ];
    }),
  );
}

/** Every name of a clock; the types ask for a new one here. */
const clockNames = {
  stage: 0, overall: 0, effectOfLaw: 0, serve: 0, publish: 0, withdraw: 0, supervision: 0, delegation: 0, statement: 0, hearing: 0,
} satisfies Record<ClockName, 0>; // prettier-ignore

/** The clocks that wake a case: 'delegation', 'overall', …, and that of each stage with a limit as 'stage firstReview'. */
export function clocksThatFire(): string[] {
  const fires = (name: string) =>
    nextWake({ ...emptyState, clocks: [{ name, dueAt: 1, overdue: false, rungs: { due: 1 } } as Clock] });
  const limited = (Object.keys(stages) as Stage[]).filter((stage) => stages[stage].limit);
  return Object.keys(clockNames).flatMap((name) => {
    if (fires(name) === null) return [];
    return name === 'stage' ? limited.map((stage) => `stage ${stage}`) : [name];
  });
}

/** The clock that fired in an event of the clock, named as above. */
export function clockOf({ type, rung, stage, stops }: CaseEvent): string {
  const name = type === 'endDelegation' ? stops[0] : rung?.clock.split(':').at(-1);
  return name === 'stage' ? `stage ${stage}` : String(name);
}
