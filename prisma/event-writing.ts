import { liveClocks } from '../domain/clocks.ts';
import type { CaseEvent } from '../domain/command.ts';
import type { CaseState, Clock } from '../domain/state.ts';
import { canonical, sha256Of } from './canonical.ts';
import { readModelOf } from './read-model.ts';

/** An event about to be written, with the state before and after it. */
export interface EventWriting {
  agency: string;
  before: CaseState;
  after: CaseState;
  event: CaseEvent;
}

/** What write_event() answered: nothing, that the calendar changed meanwhile, or the events that were not seen. */
export interface Written {
  behind?: CaseEvent[];
  stale?: true;
}

/** The one argument of write_event(), as JSON. */
export function eventWriting({ agency, before, after, event }: EventWriting): string {
  const { caseId, seq, stage, armed } = event;
  const live = liveClocks(after);
  const known = new Map(liveClocks(before).map((clock) => [clock.id, JSON.stringify(clock)]));
  const calendarVersion = armed.find((clock) => clock.limit !== 'untilDay')?.calendarVersion;
  return JSON.stringify({
    agency,
    lastSeq: before.seq,
    at: new Date(event.at).toISOString(),
    ...(calendarVersion !== undefined && { calendarVersion }),
    event,
    answer: { caseId, seq, stage },
    row: readModelOf(after),
    ended: [...known.keys()].filter((id) => !live.some((clock) => clock.id === id)),
    moved: live.filter((clock) => known.get(clock.id) !== JSON.stringify(clock)).map(dueMomentOf),
    payload: leafPayload(event),
  });
}

/** What the ledger's hash covers of an event: where it stands, and the digest of all its codes, that of its words among them. */
export function leafPayload(event: CaseEvent): string {
  const { caseId, seq, type, at } = event;
  return canonical({ kind: 'event', ref: `${caseId}:${seq}`, type, at, hash: sha256Of(event) });
}

function dueMomentOf(clock: Clock) {
  return {
    id: clock.id,
    name: clock.name,
    limit_key: clock.limit,
    budget: clock.budget,
    unit: clock.unit,
    started_at: new Date(clock.startedAt).toISOString(),
    due_at: clock.dueAt === null ? null : new Date(clock.dueAt).toISOString(),
    provisional: clock.provisional,
    calendar_version: clock.calendarVersion,
    pack_from: clock.packFrom,
    status: clock.overdue ? 'overdue' : clock.dueAt === null ? 'paused' : 'pending',
  };
}
