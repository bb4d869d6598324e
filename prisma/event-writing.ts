import type { CaseEvent } from '../domain/command.ts';
import type { DocumentNumber } from '../domain/document-number.ts';
import type { CaseState } from '../domain/state.ts';
import { canonical, sha256Of } from './canonical.ts';
import { dueMomentChanges } from './due-moments.ts';
import { readModelOf } from './read-model.ts';

/** Rows that an event entails beyond itself, under the names of their columns, and the number that it gives. */
export interface Entailed {
  number?: DocumentNumber;
  contentVersion?: object;
  review?: object;
  decision?: object;
  /** The content that passed review, on which a decision rests; null for a summary one. */
  passedHash?: string | null;
  search?: object;
  /** Who is told of it. */
  notices?: object[];
  /** What of the supervision order the event changed. */
  order?: object;
}

/** An event about to be written, with the state before and after it. */
export interface EventWriting {
  agency: string;
  before: CaseState;
  after: CaseState;
  event: CaseEvent;
  entailed: Entailed;
}

/** What write_event() answered: nothing, or why nothing was written. */
export interface Written {
  /** The events that the writer has not seen. */
  behind?: CaseEvent[] | null;
  /** The calendar changed since the deadlines were reckoned. */
  stale?: true;
  /** The serial that is next in the series, which is not the one that was given. */
  nextNumber?: number;
}

/** The one argument of write_event(), as JSON. */
export function eventWriting({ agency, before, after, event, entailed }: EventWriting): string {
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
    ...entailed,
  });
}

/** What the ledger's hash covers of an event: where it stands, and the digest of all its codes, that of its words among them. */
export function leafPayload(event: CaseEvent): string {
  const { caseId, seq, type, at } = event;
  return canonical({ kind: 'event', ref: `${caseId}:${seq}`, type, at, hash: sha256Of(event) });
}
