import type { CaseEvent } from '../domain/command.ts';
import type { Stage } from '../domain/process.ts';

/** A stay of a case in a stage, or a part of one, as a row; `stay`: the number of the event that began it. */
export interface StageVisit {
  seq: number;
  stay: number;
  stage: Stage;
  entered_at: string;
  left_at: string | null;
  status: 'here' | 'paused' | 'resumed' | 'ended';
}

/** Every visit of a case as the trigger stage_visited leaves it after these events. */
export function stageVisitsOf(events: CaseEvent[]): StageVisit[] {
  const visits: StageVisit[] = [];
  for (const { seq, stage, frame, at } of events) {
    const here = visits.find(({ status }) => status === 'here');
    if (here?.stage === stage) continue;
    const moment = new Date(at).toISOString();
    if (here) Object.assign(here, { left_at: moment, status: frame === 'push' ? 'paused' : 'ended' });
    const paused = visits.filter(({ status }) => status === 'paused');
    if (frame === 'clear') for (const visit of paused) visit.status = 'ended';
    const goneBackTo = frame === 'pop' ? paused.at(-1) : undefined;
    if (goneBackTo) goneBackTo.status = 'resumed';
    visits.push({ seq, stay: goneBackTo?.stay ?? seq, stage, entered_at: moment, left_at: null, status: 'here' });
  }
  return visits;
}
