import { actions, systemEvents, type Action } from '../domain/process.ts';
import type { CaseRecord, Step } from './case-record.ts';

/** Every event is one that the process allows in the stage before it, and leads where the process says. */
export function legalPath(record: CaseRecord): string[] {
  const unread = record.events[record.steps.length];
  const faults = record.steps.flatMap((step, index) => {
    const problem = problemOf(step, index + 1);
    return problem ? [`event ${step.event.seq} (${step.event.type}): ${problem}`] : [];
  });
  return unread ? [...faults, `event ${unread.seq} (${unread.type}) cannot be read`] : faults;
}

function problemOf({ event, before }: Step, seq: number): string | null {
  if (event.seq !== seq) return `is the ${seq}. of the case`;
  if (event.at < before.lastAt) return 'happened before the event before it';
  if (event.type in systemEvents) return event.stage === before.stage ? null : 'the clock changed the stage';
  if (!(event.type in actions)) return 'the process knows no such action';
  if (event.type === 'issueDecision' && before.decision) return `${before.decision.documentNo} is in force already`;
  const { from, summaryFrom, to } = actions[event.type as Action];
  const starts = summaryFrom && before.filing?.procedure === 'summary' ? summaryFrom : from;
  const may = starts === 'filing' ? before.stage === 'none' : starts.some((stage) => stage === before.stage);
  if (!may) return `not allowed in stage ${before.stage}`;
  const ends = to === 'stays' ? [before.stage] : to === 'back' ? [before.frames.at(-1)?.stage] : to;
  return ends.includes(event.stage) ? null : `leads from ${before.stage} to ${event.stage}`;
}
