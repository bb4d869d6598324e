import type { CaseEvent } from '../domain/command.ts';
import type { CaseState } from '../domain/state.ts';
import { canonical, sha256Of } from './canonical.ts';
import { dueMomentChanges } from './due-moments.ts';
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
  const calendarVersion = armed.find((clock) => clock.limit !== 'untilDay')?.calendarVersion;
  return JSON.stringify({
    agency,
    lastSeq: before.seq,
    at: new Date(event.at).toISOString(),
    ...(calendarVersion !== undefined && { calendarVersion }),
    event,
    answer: { caseId, seq, stage },
    row: readModelOf(after),
    ...dueMomentChanges(before, after),
    payload: leafPayload(event),
  });
}

/** What the ledger's hash covers of an event: where it stands, and the digest of all its codes, that of its words among them. */
export function leafPayload(event: CaseEvent): string {
  const { caseId, seq, type, at } = event;
  return canonical({ kind: 'event', ref: `${caseId}:${seq}`, type, at, hash: sha256Of(event) });
}
